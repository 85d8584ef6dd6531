/** The search itself, loaded when the box is approached: engine and results. */

import { makeEngine } from "../../client/search/engine";
import { makeSuggest } from "../../client/search/suggest";
import { unpack } from "../../client/search/unpack";
import type { StartSearch } from "./load";
import { View } from "./view";

/** Let the page take a breath: typing and painting go first. */
function rest(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

const start: StartSearch = async (root, packed) => {
  const library = unpack(packed);
  await rest();
  return new View(root, await makeEngine(library, rest), makeSuggest(library));
};

(globalThis as { kyogikaiSearch?: StartSearch }).kyogikaiSearch = start;
