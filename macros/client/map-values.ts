/**
 * `record` with every value changed, or without it where the change gives null. Where nothing changes it is the record
 * itself: of the hundred thousand answers in a prefecture's files nearly all stay as they are.
 */
export function mapValues<Value>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value) => Value | null,
): Readonly<Record<string, Value>> {
  for (const key in record) {
    const value = record[key] as Value;
    if (change(value) !== value) return changedValues(record, change);
  }
  return record;
}

function changedValues<Value>(record: Readonly<Record<string, Value>>, change: (value: Value) => Value | null): Record<string, Value> {
  const changed: Record<string, Value> = {};
  for (const key of Object.keys(record)) {
    const value = change(record[key] as Value);
    if (value !== null) changed[key] = value;
  }
  return changed;
}
