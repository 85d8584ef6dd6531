/** Loaded once furigana are wanted: gives every text of the page its readings, those too that scripts write later. */

import { Readings } from "../../client/look/readings";
import type { DictionaryFile } from "../../client/look/readings";
import { current, onChange, onComing, onPaper } from "../settings/keep";
import { Annotator } from "./annotate";

const file = (globalThis as { KyogikaiReadings?: DictionaryFile }).KyogikaiReadings;

if (file) {
  const annotator = new Annotator(new Readings(file));
  // Once made, the readings are shown and hidden by style alone (style.css).
  const follow = (): void => annotator.keepUp(current().furigana !== "off");
  const start = (): void => {
    follow();
    onComing(({ furigana }) => furigana !== "off" && annotator.lookAround());
    onChange(follow);
    onPaper(() => annotator.finish());
    window.addEventListener("beforeprint", () => annotator.finish());
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
}
