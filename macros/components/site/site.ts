/** What every page needs: search, settings, menu, contents, wide tables. All of it works without. */

import { followContents } from "./contents";
import { keepMenuHandy } from "./menu";
import { openFolds } from "./folds";
import { openSettings } from "../settings/panel";
import { wireSearch } from "../search/box";
import { frameTables } from "./tables";

const start = (): void => {
  wireSearch();
  openSettings();
  openFolds();
  keepMenuHandy();
  followContents();
  frameTables();
};

start();
