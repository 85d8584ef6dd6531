import assert from "node:assert/strict";
import { test } from "node:test";
import { findShapeFault } from "../guards";
import { personalPlaces } from "../personal-places";
import { serialiseRecord } from "../record";
import { CHECKLIST } from "../testing/checklist";
import { compareVoices, countAgreement } from "./people";
import { samplePeople, sampleYears } from "./sample";
import { columnsOf, compareYears, countChanges } from "./years";

test("サンプルは、いつも同じで、形が正しく、個人らしい言葉を含まない", () => {
  const make = () => [...samplePeople(CHECKLIST), ...sampleYears(CHECKLIST)];
  assert.deepEqual(make().map(serialiseRecord), make().map(serialiseRecord));
  for (const record of make()) {
    assert.equal(findShapeFault(record), null);
    assert.equal(record.subject.name, "A市（サンプル）");
    assert.deepEqual(personalPlaces(record, []), []);
  }
});

test("四人の答えは、分かれたりそろったりする。二年の間に、上がる項目も下がる項目もある", () => {
  const items = Array.from({ length: 56 }, (_, at) => ({ ...CHECKLIST.domains[0]!.items[0]!, id: `it-${at}` }));
  const long = { ...CHECKLIST, domains: [{ id: "dom-x", title: "x", items }] };
  const voices = samplePeople(long).map((record) => ({ id: record.respondent.label, label: record.respondent.label, record }));
  const { differ, same } = countAgreement(compareVoices(voices, long));
  assert.ok(differ >= 10 && same >= 5, `${differ} ${same}`);
  const [record] = sampleYears(long);
  const { rose, fell, same: stayed } = countChanges(compareYears(columnsOf("s", record!, "2.0.0", long), long, "own"));
  assert.ok(rose >= 3 && fell >= 1 && stayed >= 20, `${rose} ${fell} ${stayed}`);
});
