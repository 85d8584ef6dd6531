/** The YAML code as a script of its own: loaded when the first YAML file is dropped. */

import type { YamlEngine } from "../../client/own/read-file";
import { readYaml } from "../../client/own/read-yaml";

const engine: YamlEngine = { readYaml };
(globalThis as { KyogikaiYaml?: YamlEngine }).KyogikaiYaml = engine;
