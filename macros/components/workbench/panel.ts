/** What every panel does. */

import { hooks, show } from "../self-check/dom";

/** Shows what belongs to a panel with something in it, or the line that says why it is empty. */
export function showFilled(panel: HTMLElement, filled: boolean): void {
  for (const element of hooks(panel, "filled")) show(element, filled);
  for (const element of hooks(panel, "empty")) show(element, !filled);
}
