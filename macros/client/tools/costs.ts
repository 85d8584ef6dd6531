/** What a coordinator of a community life base brings in and costs. The figures come from the page, never from here. */

export interface CostInput {
  /** Units of one bonus, price of a unit in yen, months of a year in which it is claimed. */
  readonly units: number;
  readonly price: number;
  readonly months: number;
  readonly coordinators: number;
  /** Most claims a month for each coordinator. */
  readonly limit: number;
  /** Claims a month, all coordinators together. */
  readonly times: number;
  /** Shares in per cent; their sum is 100. */
  readonly national: number;
  readonly prefectural: number;
  readonly municipal: number;
  /** The municipality's other budget for the base, in yen a year. */
  readonly others: number;
  /** What the municipality paid before; what the coordinators cost. null: not given. */
  readonly before: number | null;
  readonly spending: number | null;
}

export interface Estimate {
  readonly most: number;
  /** Claims a month that count: not more than the limit. */
  readonly counted: number;
  readonly capped: boolean;
  readonly unitsYear: number;
  /** Yen a year. The three shares add up to the benefit exactly. */
  readonly benefit: number;
  readonly national: number;
  readonly prefectural: number;
  readonly municipal: number;
  /** The municipality's share and its other budget. */
  readonly total: number;
  readonly change: number | null;
  /** What is left of the benefit after the coordinators' cost, and the claims a month that would pay for it. */
  readonly left: number | null;
  readonly needed: number | null;
}

export type CostFault = "shares" | "empty" | "number" | "range";

export function sharesAddUp({ national, prefectural, municipal }: Pick<CostInput, "national" | "prefectural" | "municipal">): boolean {
  return Math.abs(national + prefectural + municipal - 100) < 1e-6;
}

export function estimate(input: CostInput): Estimate {
  const most = input.coordinators * input.limit;
  const counted = Math.min(input.times, most);
  const unitsYear = input.units * counted * input.months;
  const benefit = Math.round(unitsYear * input.price);
  const national = Math.round((benefit * input.national) / 100);
  const prefectural = Math.round((benefit * input.prefectural) / 100);
  const municipal = benefit - national - prefectural;
  const total = municipal + input.others;
  const perClaim = input.units * input.months * input.price;
  const { spending } = input;
  return {
    most, counted, capped: input.times > most, unitsYear, benefit, national, prefectural, municipal, total,
    change: input.before === null ? null : total - input.before,
    left: spending === null ? null : benefit - spending,
    // A hair less, so that 100 claims exactly do not become 101 by the last digit of a fraction.
    needed: spending === null || perClaim <= 0 ? null : Math.ceil(spending / perClaim - 1e-9),
  };
}

export type ReadNumber = { readonly ok: true; readonly value: number | null } | { readonly ok: false; readonly fault: CostFault };

export interface NumberRule {
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
  readonly optional: boolean;
}

/** A number as people type it: full-width digits, commas and a unit behind it do no harm. */
export function readNumber(text: string, rule: NumberRule): ReadNumber {
  const plain = text.normalize("NFKC").replace(/[,、\s]/g, "").replace(/(?:万?円|%|人|回|か月|ヶ月|単位)$/u, "");
  if (plain === "") return rule.optional ? { ok: true, value: null } : { ok: false, fault: "empty" };
  if (!/^-?\d+(?:\.\d+)?$/.test(plain)) return { ok: false, fault: "number" };
  const value = Number(plain);
  if (rule.whole && !Number.isInteger(value)) return { ok: false, fault: "number" };
  return value < rule.min || value > rule.max ? { ok: false, fault: "range" } : { ok: true, value };
}

/** 6000000 → 6,000,000 */
export function formatNumber(value: number): string {
  return value.toLocaleString("ja-JP", { maximumFractionDigits: 4 });
}

/** 6000000 → 600万円; 6432000 → 643.2万円. */
export function formatMan(yen: number): string {
  return `${formatNumber(Math.round(yen / 100) / 100)}万円`;
}

export function formatYen(yen: number): string {
  return `${formatNumber(yen)}円`;
}

/** What the row is (its label stands in the page's table), yen a year, and how it comes about. */
export interface CostRow {
  readonly key: "benefit" | "national" | "prefectural" | "municipal" | "others" | "total";
  readonly yen: number;
  readonly how: string;
}

export function costRows(input: CostInput, sum: Estimate): readonly CostRow[] {
  const share = (percent: number) => `${formatYen(sum.benefit)} × ${formatNumber(percent)}%`;
  return [
    { key: "benefit", yen: sum.benefit, how: formula(input, sum) },
    { key: "national", yen: sum.national, how: share(input.national) },
    { key: "prefectural", yen: sum.prefectural, how: share(input.prefectural) },
    { key: "municipal", yen: sum.municipal, how: share(input.municipal) },
    { key: "others", yen: input.others, how: "入力した額" },
    { key: "total", yen: sum.total, how: `${formatYen(sum.municipal)} ＋ ${formatYen(input.others)}` },
  ];
}

/** 500単位 × 月100回 × 12か月 × 10円 */
export function formula(input: CostInput, sum: Estimate): string {
  return [
    `${formatNumber(input.units)}単位`, `月${formatNumber(sum.counted)}回`,
    `${formatNumber(input.months)}か月`, `${formatNumber(input.price)}円`,
  ].join(" × ");
}
