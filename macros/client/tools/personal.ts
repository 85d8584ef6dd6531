/**
 * Guesses whether a text tells who somebody is. It is a reminder, never a judge: it misses much, and the
 * page says so. Placeholders such as 「Aさん」 and words such as 「皆さん」 are let through.
 */

export type PersonalHint = "name" | "contact" | "birth" | "address";

const TITLED = /([\p{Script=Han}々〆ヶ\p{Script=Hiragana}\p{Script=Katakana}ー]{1,8})(?:さん|くん|ちゃん|様|氏)(?![\p{Script=Han}])/gu;
/** What stands before a title without naming anybody. */
const NOBODY = /(?:皆|みな|みんな|お子|子ども|患者|利用者|当事者|家族|親|母|父|兄|姉|弟|妹|娘|息子|夫|妻|奥|旦那|お客|隣|近所|本人|住民|職員|委員|保護者|障害者|高齢者|生徒|学生|業者|たく|医者|看護師|ヘルパー|同|模|仕|多|各|お疲れ|ご苦労|王|神|殿)$/u;

const PATTERNS: readonly (readonly [PersonalHint, RegExp])[] = [
  ["contact", /[\w.+-]+@[\w-]+\.\w+|0\d{1,4}[-(（‐－ー]\d{1,4}[-)）‐－ー]\d{3,4}|(?<!\d)0\d{9,10}(?!\d)/u],
  ["birth", /(?:明治|大正|昭和|平成|令和|[MTSHR])\s?\d{1,2}[年.]\d{1,2}[月.]\d{1,2}日?(?:生|うまれ|産)|\d{4}[年/.-]\d{1,2}[月/.-]\d{1,2}日?(?:生|うまれ)|生年月日/u],
  ["address", /\d+丁目|\d+番地|\d+番\d+号|丁目\d|\d+号室/u],
];

/** What the text seems to hold; empty where nothing was noticed. */
export function personalHints(text: string): readonly PersonalHint[] {
  const plain = text.normalize("NFKC");
  const hints = PATTERNS.filter(([, pattern]) => pattern.test(plain)).map(([hint]) => hint);
  const named = [...plain.matchAll(TITLED)].some(([, before = ""]) => !NOBODY.test(before) && !/の$/u.test(before));
  return named ? ["name", ...hints] : hints;
}
