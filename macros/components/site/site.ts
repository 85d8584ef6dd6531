/** What every page needs: search, colour scheme, menu, contents, wide tables. All of it works without. */

import { followContents } from "./contents";
import { keepMenuHandy } from "./menu";
import { openSettings } from "../settings/panel";
import { switchScheme } from "./scheme";
import { wireSearch } from "../search/box";
import { frameTables } from "./tables";

const start = (): void => {
  wireSearch();
  openSettings();
  switchScheme();
  keepMenuHandy();
  followContents();
  frameTables();
};

start();
