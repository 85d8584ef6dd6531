/** A statistic's own page: the table sorts and filters, the map is chosen, the own prefecture is kept. */

import { chooseMap } from "../prefecture-map/map";
import { showOwn } from "../prefecture-map/own";
import { wireTable } from "./table";

const statistic = document.querySelector<HTMLElement>("[data-js-statistic]");
if (statistic) {
  const say = wireTable(statistic);
  chooseMap(statistic);
  showOwn(statistic, say);
}
