import assert from "node:assert/strict";
import { test } from "node:test";
import { CHECKLIST } from "../testing/checklist";
import type { ChecklistData } from "../types";
import { Catalogue } from "./catalogue";

function named(id: string, title: string): ChecklistData {
  return { ...CHECKLIST, id, title };
}

test("同じ id は一度だけ：サイトのもの、この端末のもの、置かれたものの順", () => {
  const kept = [named("own-000000000001", "kept"), named("a", "kept a")];
  const catalogue = new Catalogue([named("a", "site a")], { list: () => kept as never });
  catalogue.add(named("own-000000000002", "dropped"));
  catalogue.add(named("own-000000000001", "dropped again"));
  assert.deepEqual(catalogue.all.map(({ title }) => title), ["site a", "kept", "dropped"]);
  assert.equal(catalogue.find("own-000000000001")?.title, "kept");
  assert.equal(catalogue.find("own-000000000003"), undefined);
});

test("開いている間に端末に残されたものも、すぐに使える", () => {
  const kept: ChecklistData[] = [];
  const catalogue = new Catalogue([], { list: () => kept as never });
  assert.deepEqual(catalogue.all, []);
  kept.push(named("own-000000000001", "kept"));
  assert.equal(catalogue.all.length, 1);
});
