/** Lighthouse over addresses (arguments), as on a phone: per address the scores of every run and what was found fault with, as JSON. */

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [runs, ...addresses] = process.argv.slice(2);
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"];

const chrome = await launch({ chromePath: process.env.CHROME_PATH, chromeFlags: FLAGS, logLevel: "error" });
const results = [];
try {
  for (const address of addresses) {
    const scores = Object.fromEntries(CATEGORIES.map((name) => [name, []]));
    const faults = new Set();
    for (let run = 0; run < Number(runs); run += 1) {
      const { lhr } = await lighthouse(address, { port: chrome.port, onlyCategories: CATEGORIES, logLevel: "error" });
      for (const name of CATEGORIES) {
        scores[name].push(Math.round((lhr.categories[name].score ?? 0) * 100));
        for (const { id, weight } of lhr.categories[name].auditRefs) {
          const { score, title, displayValue = "" } = lhr.audits[id];
          if (weight > 0 && score !== null && score < 0.9) faults.add(`${name}: ${id}: ${title} ${displayValue}`.trim());
        }
      }
    }
    results.push({ address, scores, faults: [...faults] });
  }
} finally {
  await chrome.kill();
}
console.log(JSON.stringify(results));
