/**
 * Every sentence of these modules that a user may read. A refusal says what is wrong and what to do;
 * `refuse()` adds that nothing changed. Words that stand in files are in `files/sheet.ts`.
 *
 * Read as `import * as MESSAGES`: each script then carries only the groups that it says.
 */

export { BLOCK as block, WORKSHEET as worksheet } from "./messages-block";

interface Trouble {
  readonly what: string;
  readonly todo: string;
}

const OUR_FILE = "このサイトの自己点検から書き出したファイル（.json・.csv・.xlsx）を選んでください。";
const EXPORT_AGAIN = "もう一度もとの端末から書き出して、そのファイルを選んでください。";

export const refusal = {
  empty: () => ({ what: "ファイルの中身が空です。", todo: OUR_FILE }),
  tooLarge: (megabytes: number) => ({
    what: `ファイルが大きすぎます（${megabytes} MB。読み込めるのは 20 MB までです）。`,
    todo: OUR_FILE,
  }),
  unreadable: () => ({ what: "ファイルを開けませんでした。", todo: "ファイルが別の場所へ移されていないか確かめて、もう一度選んでください。" }),
  notOurs: () => ({ what: "自己点検のファイルではないようです。", todo: OUR_FILE }),
  damaged: () => ({ what: "ファイルが途中で切れているか、壊れています。", todo: EXPORT_AGAIN }),
  otherChecklist: (found: string, wanted: string) => ({
    what: `別のチェックリスト（${found}）の回答です。この画面は「${wanted}」です。`,
    todo: "その回答のチェックリストの画面を開いて、そこで読み込んでください。",
  }),
  unknownFormat: (found: string) => ({
    what: `ファイルの形式（${found}）が、この画面の知らないものです。`,
    todo: "新しい版のサイトを開いて、そこで読み込んでください。",
  }),
  tooDeep: () => ({ what: "ファイルの入れ子が深すぎます。自己点検のファイルではないようです。", todo: OUR_FILE }),
  tooMany: () => ({ what: "ファイルの中の値が多すぎます。自己点検のファイルではないようです。", todo: OUR_FILE }),
  forbiddenKey: (key: string) => ({
    what: `ファイルの中に使えない名前（${key}）があります。だれかが手を加えたおそれがあります。`,
    todo: EXPORT_AGAIN,
  }),
  wrongShape: (path: string, expected: string) => ({
    what: `ファイルの「${path}」が${expected}になっていません。`,
    todo: EXPORT_AGAIN,
  }),
  oldExcel: () => ({
    what: "古い形式の Excel（.xls）か、パスワードの付いた Excel のファイルです。",
    todo: "Excel で開き、パスワードを外し、「Excel ブック（.xlsx）」として保存してから選んでください。",
  }),
  bomb: () => ({ what: "Excel ファイルの中身が、開くと大きくなりすぎます。", todo: OUR_FILE }),
  noTable: () => ({
    what: "点検の表（「項目ID」「項目」「答え」の見出しのある行）が見つかりません。",
    todo: "見出しの行が消えていないか、別のシートやファイルを選んでいないか確かめてください。",
  }),
  noEngine: () => ({
    what: "Excel を扱う部品を読み込めませんでした。",
    todo: "ページを開き直してもう一度試すか、JSON か CSV のファイルを使ってください。",
  }),
} satisfies Record<string, (...args: never[]) => Trouble>;


/** Around each refusal. */
export const refused = {
  head: "読み込みませんでした。",
  unchanged: "いまの記録は変わっていません。",
  expected: {
    object: "ひとまとまりの記録",
    list: "一覧",
    text: "文字",
    line: "短い文字（2,000 字まで）",
    state: "答えの種類（answered など）",
    kind: "対象の種類（municipality など）",
    date: "日付（2026-11-21 の形）",
    id: "項目の ID（it- で始まる名前）",
    level: "段階の ID（done など）",
    version: "版（1.0.0 の形）",
    format: "形式の名前",
  },
} as const;

export const notice = {
  cleaned: (count: number) => `画面に出せない文字（制御文字）を取り除いた欄が ${count} か所あります。`,
  levelDropped: (count: number) => `答えの種類と段階が食い違う項目が ${count} 件あり、段階のない方に合わせました。`,
  levelUnread: (id: string, column: string, found: string) =>
    `項目 ${id} の「${column}」の「${found}」は、選べる言葉ではないので読み込んでいません。`,
  dateUnread: (found: string) => `点検した日「${found}」は日付として読めないので、空にしました。`,
  noId: (row: number) => `表の ${row} 行目は、項目ID がないので読み込んでいません。`,
  badId: (row: number, found: string) => `表の ${row} 行目は、項目ID「${found}」が読めないので読み込んでいません。`,
  twice: (id: string, row: number) => `項目 ${id} の行が2つあります。先の行を使い、${row} 行目は読み込んでいません。`,
  noMeta: "控えの情報（_meta）がないので、この画面のチェックリストの、いまの版への回答として読みました。",
  otherTables: (read: string, others: readonly string[]) =>
    `点検の表のあるシートがいくつかあります。「${read}」を読み、${others.map((name) => `「${name}」`).join("")}は読み込んでいません。`,
  merged: (rows: readonly string[]) => `結合された欄があります（${rows.join("、")}行目）。いちばん上の行の答えとして読みました。`,
  planUnread: (row: number, found: string) => `計画の ${row} 行目の種類「${found}」は読めないので読み込んでいません。`,
  planItem: (row: number, found: string) => `計画の ${row} 行目の項目ID「${found}」は読めないので外しました。`,
  extraLost: "計画の行が変わっていたため、付け足しの情報の一部を結び付けられませんでした。",
  metaUnread: (key: string) => `控えの情報「${key}」が読めないので、使っていません。`,
  more: (count: number) => `ほかに ${count} 件あります。`,
  noAnswers: "答えの入った項目がありません。記入前のシートかもしれません。",
} as const;

export const migrate = {
  snapshotLabel: (version: string) => `版 ${version} での回答（移す前の控え）`,
  upgraded: (from: string, to: string, moved: number) =>
    `版 ${from} の回答を、いまの版 ${to} に移しました（場所の変わった項目 ${moved} 件）。移す前の回答も控えとして残しています。`,
  newer: (from: string, to: string) =>
    `この回答は新しい版 ${from} で作られています。この画面の版は ${to} です。わかる項目だけを表示し、ほかの項目もそのまま残します。`,
  reworded: "項目の言い方が、回答したときと少し変わっています。答えはそのままです。読み直してみてください。",
  someUnplaced: (count: number) => `いまの版に置き場所のない回答が ${count} 件あります。消さずに残しています。`,
  unplaced: {
    retired: "この項目は、いまの版ではなくなりました。",
    not_in_version: "この項目は、いまの版にありません。",
    taken: "移る先の項目に、別の回答がすでにあります。",
    level: "答えの段階が、いまの段階の組にありません。",
  },
} as const;

export const versions = {
  summary: (version: string, date: string, summary: string) => `版 ${version}${date && `（${date}）`}：${summary}`,
  moved: (texts: readonly string[]) => `場所や ID の変わった項目（答えは移ります）：${texts.map((text) => `「${text}」`).join("")}`,
  added: (texts: readonly string[]) => `加わった項目（前の版の回答にはありません）：${texts.map((text) => `「${text}」`).join("")}`,
  retired: (ids: readonly string[]) => `なくなった項目（答えは消さずに残ります）：${ids.join("、")}`,
} as const;

export const compare = {
  /** The respondent of a record that holds what a meeting agreed on. */
  agreedLabel: "合意",
  stem: "回答の比較",
  changes: {
    rose: "上がった", fell: "下がった", same: "変わらない", new: "新しく答えた", open: "今回はまだ答えていない",
    other: "答え方が変わった", not_asked: "前の版にない項目", none: "どちらも未回答",
  },
  table: {
    people: "人どうしの比較", years: "年どうしの比較", number: "番号", item: "項目", spread: "開き", agreed: "合意した答え",
    reason: "合意の理由", notes: "理由・根拠・共有メモ", id: "項目ID", change: "はじめから終わりまで", few: "くらべられない",
    notAsked: "その版にない", noDate: "日付なし",
    steps: (spread: number) => (spread === 0 ? "同じ" : `${spread}段階`),
    note: (owner: string, field: "reason" | "evidence" | "note_shared", text: string) => {
      const name = { reason: "理由", evidence: "根拠", note_shared: "共有メモ" }[field];
      return `${owner ? `${owner}・` : ""}${name}：${text}`;
    },
  },
} as const;

export const handover = {
  sheet: "引継ぎ",
  title: (title: string, who: string) => `${title}　引継ぎ　${who}`,
  first: "まずすること（話し合いたい項目）",
  open: "続いている取組",
  closed: "終わった取組・やめた取組",
  goals: "目標",
  requests: "要望",
  changes: (since: string) => `前の控え（${since}）からの変化`,
  noSnapshot: "前の控えはありません。",
  agreed: "会議で合意した答えと理由",
  none: "ありません。",
  rest: "すべての答え、理由、メモは「点検シート」に、計画は「計画」にあります。このファイルは、自己点検の画面でまた開けます。",
  step: (text: string) => `次の一歩：${text}`,
  change: (change: string, before: string, after: string) => `${change}（${before} → ${after}）`,
} as const;

export const discuss = {
  level: (label: string) => `「${label}」と答えています。`,
  unknown: "「わからない」と答えています。まず、だれに聞けばわかるかから始められます。",
  heavy: "ほかの項目の土台になる、大事な項目です。",
  targeted: "いまより高い目標の段階を決めています。",
  prefecture: "都道府県に頼めることがあります。",
} as const;

export const audience = {
  labels: { self: "自分の控え", colleagues: "関係者", prefecture: "都道府県・ブロック会議" },
  /** Stands at the top of the sheet, so that whoever opens the file knows what it is. */
  marks: {
    self: "自分の控え（手元メモを含みます。人に渡さないでください）",
    colleagues: "関係者向け（手元メモを含みません）",
    prefecture: "都道府県・ブロック会議向け（手元メモ・根拠・氏名を含みません）",
  },
  parts: {
    subject: "協議会の名前",
    respondent: "回答者の名前",
    role: "役割・立場",
    state: "答え",
    reason: "理由",
    target: "目標の段階",
    evidence: "根拠",
    note_shared: "共有メモ",
    note_private: "手元メモ",
    agreed: "合意した答え",
    goals: "目標",
    actions: "取組",
    owner: "取組の担当者の名前",
    requests: "要望",
    snapshots: "以前の回答の控え",
  },
} as const;

export const sheet = {
  title: (title: string, version: string) => `${title}（版 ${version}）`,
  otherVersion: "この版にない項目",
  unknownLevel: (level: string) => `段階 ${level}`,
  pickFromList: "一覧から選んでください。",
} as const;

export const file = { stem: "協議会自己点検", backup: "控え", handover: "引継ぎ", noName: "名称未入力", noDate: "日付未入力" } as const;
