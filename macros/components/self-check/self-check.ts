/** Entry of the self-check page: without it the page is a sheet to read and to print. */

import { readSheet } from "./read-sheet";
import { start } from "./start";

for (const root of document.querySelectorAll<HTMLElement>("[data-js-self-check]")) void start(root, readSheet(root));
