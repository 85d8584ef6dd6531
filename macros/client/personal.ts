/**
 * Guesses whether a text tells who somebody is. It is a reminder, never a judge: it misses much (a name
 * without 「さん」 above all), and the page says so. Placeholders such as 「Aさん」, and words such as 「皆さん」,
 * are let through. How much it finds and how often it is wrong is measured in personal.test.ts.
 */

export const PERSONAL_HINTS = ["name", "contact", "birth", "number", "address"] as const;
export type PersonalHint = (typeof PERSONAL_HINTS)[number];

/** A piece of a text that looks personal; `found` is the piece in half width. */
export interface PersonalSpot {
  readonly hint: PersonalHint;
  readonly found: string;
}

const DASH = "[-‐‑‒–—―−ー]";
const NAME_SIGN = "[\\p{Script=Han}々ヶ\\p{Script=Hiragana}\\p{Script=Katakana}ー]";

/** A title after a name. In other words (参加, 散歩, 訓練, ちゃんと, 様子) the same sounds are no title. */
const TITLED = new RegExp(
  `(${NAME_SIGN}{1,8})(さん(?!か[しすせ]|ぎょう|せい|ぽ)|くん(?!れん)|ちゃん(?!と)|様|氏|君|殿|先生)(?:(?=[宅方邸])|(?!\\p{Script=Han}))`,
  "gu",
);
/** Before a title these name nobody, whatever stands before them: placeholders, roles, the last part of other words. */
const NOBODY_ENDING = new RegExp(
  "(?:[〇某誰の、]|だれ|どなた|みな|みんな|たく|お疲れ|ご苦労|お互い|お陰|おかげ|この|その|あの|どの|子ども|赤|種多|" +
    "者|員|師|士|医|[市町村会所部課園校院室係館]長|理事長|施設長|業所|役所|役場|法人|会社|団体|病院|学校|保育園|幼稚園|課|担当|担任|大学|施設|センター|世帯|" +
    "家族|かあ|とう|にい|ねえ|じい|ばあ|おじ|おば|祖父|祖母|息子|旦那|本人|住民|生徒|学生|職人|大家|各位|友人|仲間|外国人|大人|" +
    "ヘルパー|ワーカー|サポーター|スタッフ|メンバー|ボランティア|ケアマネ|リーダー|女性|男性|専門|若手|[にをがでへは])$",
  "u",
);
/** These only where they stand alone: 花子, 和夫, 健一, 山本 and 土屋 are names. */
const NOBODY_ALONE = new RegExp(
  "^(?:皆|皆々|子|客|隣|近所|屋|本屋|花屋|魚屋|酒屋|床屋|八百屋|親|母|父|兄|姉|弟|妹|娘|夫|妻|奥|嫁|孫|" +
    "同|模|仕|多|各|一|異|有|何|両|諸|摂|彼|王|神|仏|本|御|宮)$",
  "u",
);
const NAMED_FIELD = new RegExp(`(?:氏名|お名前|本名)\\s*[:はが]\\s*(?![〇○●])(?:\\p{Script=Han}|\\p{Script=Katakana}){2,8}`, "gu");

const ERA = "(?:明治|大正|昭和|平成|令和|(?<![A-Za-z])[MTSHR])";
const ERA_DAY = `${ERA}\\s?(?:\\d{1,2}|元)[年./]\\d{1,2}[月./]\\d{1,2}日?`;
const YEAR_DAY = "(?:18|19|20)\\d{2}[年./-]\\d{1,2}[月./-]\\d{1,2}日?";
const BORN = "\\s?(?:\\([^)]{1,4}\\))?\\s?(?:生(?!活)|うまれ)(?!まれ変)";
const BIRTHS = [
  new RegExp(`(?:${ERA_DAY}|${YEAR_DAY})${BORN}`, "gu"),
  new RegExp(`(?:生年月日|誕生日|生まれ)[^\\d\\n。]{0,6}(?:${ERA_DAY}|${YEAR_DAY})`, "gu"),
  new RegExp(`(?:${ERA}\\s?\\d{1,2}|(?:18|19|20)\\d{2})年\\d{1,2}月(?:生まれ(?!変)|うまれ|生(?!\\p{Script=Han}))`, "gu"),
];

/** The words 番号, 第 or No. must be there: 「手帳の所持者 1234人」 is a statistic. */
const NUMBERS = [
  /(?:手帳|被保険者証?|受給者証?|保険証|個人|年金|診察券|カルテ|免許証|口座|住民票)[^\d\n。]{0,8}?(?:番号|No\.?|第|記号)[^\d\n。]{0,8}?\d[\d-]{3,}(?![\d-]*[年人件])/giu,
  /マイナンバー[^\d\n。]{0,6}\d{4}[ -]?\d{4}/gu,
  /(?<![\d-])\d{4}[ -]\d{4}[ -]\d{4}(?![\d-])/gu,
];

const ADDRESSES = [
  /〒\s?\d{3}[-‐−ー]?\d{4}|郵便番号[^\d\n]{0,3}\d{3}-?\d{4}/gu,
  /(?:\d+|[二三四五六七八九十]+|一)丁目(?!一番地)/gu,
  /\d+番地|\d+番\d+号|\d+号室|大字\p{Script=Han}{1,8}\d+/gu,
  new RegExp(`[市区町村]\\p{Script=Han}{0,6}\\s?\\d{1,4}${DASH}\\d{1,4}(?:${DASH}\\d{1,4})?(?![\\d年月日回人件%-])`, "gu"),
];

const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
const PHONE = new RegExp(`(?<![\\d.-])(?:\\+81[ -]?|0)\\d{0,4}(?:${DASH}|[() ]){0,2}\\d{1,4}(?:${DASH}|[() ]){0,2}\\d{3,4}(?![\\d-])`, "gu");

/** Every piece of `text` that looks personal, by kind. */
export function personalSpots(text: string): readonly PersonalSpot[] {
  const plain = text.normalize("NFKC");
  const all = (hint: PersonalHint, patterns: readonly RegExp[]) => {
    return [...new Set(patterns.flatMap((pattern) => [...plain.matchAll(pattern)].map(([found]) => found.trim())))].map(
      (found): PersonalSpot => ({ hint, found }),
    );
  };
  const numbers = all("number", NUMBERS);
  const phones = all("contact", [PHONE]).filter(({ found }) => isPhone(found) && !numbers.some((one) => one.found.includes(found)));
  return [...names(plain), ...all("name", [NAMED_FIELD]), ...phones, ...all("contact", [MAIL]), ...all("birth", BIRTHS),
    ...numbers, ...all("address", ADDRESSES)];
}

/** The kinds that the text seems to hold; empty where nothing was noticed. */
export function personalHints(text: string): readonly PersonalHint[] {
  const spots = personalSpots(text);
  return PERSONAL_HINTS.filter((hint) => spots.some((spot) => spot.hint === hint));
}

function names(plain: string): readonly PersonalSpot[] {
  const named = [...plain.matchAll(TITLED)].filter(([, before = ""]) => !NOBODY_ENDING.test(before) && !NOBODY_ALONE.test(lastRun(before)));
  return named.map(([, before = "", title = ""]) => ({ hint: "name", found: lastRun(before) + title }));
}

/** 「昨日は山田」 → 「山田」: what stands before the last run of one script is no part of the name. */
function lastRun(before: string): string {
  return /(?:[\p{Script=Han}々ヶ]+|[\p{Script=Katakana}ー]+|\p{Script=Hiragana}+)$/u.exec(before)?.[0] ?? before;
}

/** Ten or eleven digits, as a telephone number has; a date or an amount has not. */
function isPhone(found: string): boolean {
  const digits = found.replace(/\D/g, "");
  return found.startsWith("+81") ? digits.length >= 11 && digits.length <= 12 : digits.length === 10 || digits.length === 11;
}
