/**
 * A YAML file of the form of data/checklists/ → a draft. Sources, links and the like are passed over:
 * a foreign sheet has none. Part of a script of its own (own-checklist/yaml.lazy.ts): the parser is
 * loaded only when a YAML file is dropped.
 */

import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument, visit } from "yaml";
import type { Node, YAMLMap } from "yaml";
import { OWN } from "./messages";
import type { BasicKey, Cell, Draft, DraftItem, Standards } from "./types";

const DEEPEST = 50;

type What = keyof Standards["keys"];
type Fields = ReadonlyMap<string, Node>;

const BASICS: Readonly<Record<string, BasicKey>> = {
  title: "title", publisher: "publisher", purpose: "purpose", when: "when", time_minutes: "minutes", subject_kind: "subject",
};

export function readYaml(text: string, standards: Standards): Draft {
  return new Reader(text, standards).read();
}

class Reader {
  readonly #lines = new LineCounter();
  readonly #faults: string[] = [];

  constructor(private readonly text: string, private readonly standards: Standards) {}

  read(): Draft {
    const none = { basics: {}, levels: [], items: [], abouts: new Map<string, Cell>() };
    const deep = lineNestedTooDeep(this.text);
    if (deep > 0) return { ...none, faults: [OWN.yaml.deep(OWN.yaml.place(deep))] };
    // "failsafe": every scalar is a text, so that no and 1.0 stay what they look like.
    const document = parseDocument(this.text, { schema: "failsafe", lineCounter: this.#lines, prettyErrors: false, logLevel: "silent" });
    for (const { code, pos } of document.errors.slice(0, 1)) {
      const kind = code === "DUPLICATE_KEY" ? "twice" : code === "TAB_AS_INDENT" ? "tab" : "broken";
      this.#faults.push(OWN.yaml[kind](this.#placeAt(pos[0])));
    }
    visit(document, { Alias: (_, node) => void this.#faults.push(OWN.yaml.alias(this.#place(node))) });
    if (this.#faults.length > 0) return { ...none, faults: this.#faults };
    const root = document.contents as Node | null;
    if (!root) return { ...none, faults: [OWN.empty] };
    const fields = this.#fields(root, "checklist");
    const basics = this.#basics(fields);
    const read = this.#domains(fields, root);
    return { basics, levels: [], ...read, faults: this.#faults };
  }

  #placeAt(offset: number): string {
    return OWN.yaml.place(Math.max(1, this.#lines.linePos(offset).line));
  }

  #place(node: Node): string {
    return this.#placeAt(node.range?.[0] ?? 0);
  }

  #fields(node: Node, what: What): Fields {
    const fields = new Map<string, Node>();
    if (!isMap(node)) {
      this.#faults.push(OWN.yaml.map(this.#place(node), OWN.yaml[what]));
      return fields;
    }
    for (const { key, value } of (node as YAMLMap<Node, Node | null>).items) {
      const name = isScalar(key) ? String(key.value) : "";
      if (!this.standards.keys[what].includes(name)) this.#faults.push(OWN.yaml.unknown(this.#place(key), OWN.yaml[what], name));
      else if (value) fields.set(name, value);
    }
    return fields;
  }

  /** The text of a field; undefined where it is missing or empty. */
  #cell(fields: Fields, name: string): Cell | undefined {
    const node = fields.get(name);
    return node && this.#text(node, name);
  }

  #text(node: Node, name: string): Cell | undefined {
    const place = this.#place(node);
    if (isScalar(node)) return String(node.value).trim() === "" ? undefined : { text: String(node.value).trim(), place };
    if (!isAlias(node)) this.#faults.push(OWN.yaml.text(place, name));
    return undefined;
  }

  #list(fields: Fields, name: string): readonly Node[] {
    const node = fields.get(name);
    if (!node) return [];
    if (isSeq(node)) return node.items as Node[];
    this.#faults.push(OWN.yaml.list(this.#place(node), name));
    return [];
  }

  #basics(fields: Fields): Draft["basics"] {
    const told = Object.entries(BASICS).flatMap(([name, key]) => {
      const cell = this.#cell(fields, name);
      return cell ? [[key, cell] as const] : [];
    });
    const scale = this.#cell(fields, "scale");
    if (scale && scale.text !== this.standards.scale.id) this.#faults.push(OWN.yaml.scale(scale.place, scale.text));
    const roles = this.#list(fields, "audience").flatMap((node) => this.#text(node, "audience") ?? []);
    for (const { text, place } of roles) if (!Object.hasOwn(this.standards.roles, text)) this.#faults.push(OWN.yaml.role(place, text));
    const [first] = roles;
    const audience = roles.map(({ text }) => this.standards.roles[text] ?? text).join("、");
    return { ...Object.fromEntries(told), ...(first ? { audience: { text: audience, place: first.place } } : {}) };
  }

  #domains(fields: Fields, root: Node): Pick<Draft, "items" | "abouts"> {
    const abouts = new Map<string, Cell>();
    if (isMap(root) && !fields.has("domains")) this.#missing(root, "checklist", "domains");
    const items = this.#list(fields, "domains").flatMap((node) => {
      const domain = this.#fields(node, "domain");
      const title = this.#needed(domain, node, "domain", "title");
      const about = this.#cell(domain, "about");
      if (about) abouts.set(title.text, about);
      return this.#list(domain, "items").map((one) => this.#item(one, title));
    });
    return { items, abouts };
  }

  #item(node: Node, domain: Cell): DraftItem {
    const fields = this.#fields(node, "item");
    const names = { easy: "easy", why: "why", askPrefecture: "ask_prefecture", weight: "weight" } as const;
    const given = Object.entries(names).flatMap(([key, name]) => {
      const cell = this.#cell(fields, name);
      return cell ? [[key, cell] as const] : [];
    });
    return {
      domain,
      text: this.#needed(fields, node, "item", "text"),
      ...Object.fromEntries(given),
      lookFor: this.#list(fields, "look_for").flatMap((one) => this.#text(one, "look_for") ?? []),
      nextSteps: this.#steps(fields),
    };
  }

  #steps(fields: Fields): ReadonlyMap<number, Cell> {
    const steps = new Map<number, Cell>();
    const node = fields.get("next_steps");
    if (!node) return steps;
    if (!isMap(node)) this.#faults.push(OWN.yaml.map(this.#place(node), "「next_steps」"));
    else {
      for (const { key, value } of (node as YAMLMap<Node, Node | null>).items) {
        const level = isScalar(key) ? String(key.value) : "";
        const at = this.standards.scale.levels.findIndex((one) => one.id === level);
        const cell = value ? this.#text(value, "next_steps") : undefined;
        if (at < 0) this.#faults.push(OWN.yaml.level(this.#place(key), level));
        else if (cell) steps.set(at, cell);
      }
    }
    return steps;
  }

  #needed(fields: Fields, node: Node, what: What, name: string): Cell {
    const cell = this.#cell(fields, name);
    if (cell) return cell;
    if (isMap(node)) this.#missing(node, what, name);
    // Named already: no second fault for the same hole.
    return { text: `\u0000${this.#place(node)}`, place: this.#place(node) };
  }

  #missing(node: Node, what: What, name: string): void {
    this.#faults.push(OWN.yaml.missing(this.#place(node), OWN.yaml[what], name));
  }
}

/** The first line nested deeper than any sheet needs, or 0: the parser would run out of stack (as macros/load.py). */
function lineNestedTooDeep(text: string): number {
  const lineAt = (at: number) => text.slice(0, at).split("\n").length;
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/[[\]{}]/g)) {
    depth = sign === "[" || sign === "{" ? depth + 1 : Math.max(0, depth - 1);
    if (depth > DEEPEST) return lineAt(index);
  }
  const start = [...text.matchAll(/^[ \t?-]*/gm)].find(([indent]) => indent.length > 2 * DEEPEST);
  return start ? lineAt(start.index) : 0;
}
