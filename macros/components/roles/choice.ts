/**
 * A handbook page for one role: what is meant for others alone is hidden. What names no role concerns
 * everybody and stays. The choice stands in the address, so that the page can be handed on as it is seen.
 */

import { goLive } from "../settings/arrival";

const form = document.querySelector<HTMLFormElement>("[data-js-roles]");

function apply(form: HTMLFormElement): void {
  const chosen = form.querySelector<HTMLInputElement>("input:checked");
  const role = chosen?.value ?? "";
  let hidden = 0;
  for (const statement of document.querySelectorAll<HTMLElement>("[data-roles]")) {
    statement.hidden = role !== "" && !(statement.dataset["roles"] ?? "").split(" ").includes(role);
    if (statement.hidden) hidden += 1;
  }
  for (const section of document.querySelectorAll<HTMLElement>("[data-js-section]")) hideIfEmpty(section);
  say(form, hidden, chosen?.parentElement?.textContent ?? "");
}

/** A section of which nothing is left goes with its heading and its line in the contents. */
function hideIfEmpty(section: HTMLElement): void {
  section.hidden = section.querySelector(".statement:not([hidden])") === null;
  const heading = section.previousElementSibling;
  if (!(heading instanceof HTMLHeadingElement)) return;
  heading.hidden = section.hidden;
  for (const link of document.querySelectorAll<HTMLElement>(`a[href="#${CSS.escape(heading.id)}"]`)) {
    const line = link.closest("li");
    if (line) line.hidden = section.hidden;
  }
}

function say(form: HTMLFormElement, hidden: number, label: string): void {
  const said = form.querySelector<HTMLElement>("[data-js-roles-said]");
  if (!said) return;
  const text = said.dataset["text"] ?? "";
  said.textContent = hidden === 0 ? "" : text.replace("{role}", label.trim()).replace("{n}", String(hidden));
}

function keepInAddress(form: HTMLFormElement): void {
  const query = new URLSearchParams(location.search);
  const role = form.querySelector<HTMLInputElement>("input:checked")?.value ?? "";
  if (role) query.set("role", role);
  else query.delete("role");
  const text = query.toString();
  history.replaceState(history.state, "", `${location.pathname}${text ? `?${text}` : ""}${location.hash}`);
}

function choose(form: HTMLFormElement, role: string): void {
  const input = [...form.querySelectorAll<HTMLInputElement>("input")].find(({ value }) => value === role);
  if (input) input.checked = true;
}

/** A link to what is hidden shows all again. */
function showTarget(form: HTMLFormElement): void {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target || !target.closest("[hidden]")) return;
  choose(form, "");
  keepInAddress(form);
  apply(form);
  target.scrollIntoView();
}

if (form) {
  choose(form, new URLSearchParams(location.search).get("role") ?? "");
  apply(form);
  showTarget(form);
  goLive(form);
  form.addEventListener("change", () => {
    apply(form);
    keepInAddress(form);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", () => showTarget(form));
}

export {};
