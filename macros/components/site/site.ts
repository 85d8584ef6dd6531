/** What every page needs: search, colour scheme, menu, contents, wide tables. All of it works without. */

import { followContents } from "./contents";
import { keepMenuHandy } from "./menu";
import { openSettings } from "../settings/panel";
import { switchScheme } from "./scheme";
import { improveSearch } from "./search";
import { frameTables } from "./tables";

const start = (): void => {
  improveSearch();
  openSettings();
  switchScheme();
  keepMenuHandy();
  followContents();
  frameTables();
};

start();
