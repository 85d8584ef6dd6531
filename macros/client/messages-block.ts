/** The sentences of block meetings: the workbench and the worksheet. */

export const BLOCK = {
  unplaced: (id: string, message: string) => `${id}：${message}`,
  older: (from: string, to: string) => `版 ${from} の回答です。いまの版 ${to} の項目に合わせて並べます。`,
  heldBack: "根拠、手元メモ、人の名前は、ここには入れません。ファイルはそのままです。",
  noName: "協議会の名前がありません。ファイルの名前で示します。",
  unknownChecklist: (id: string) => ({
    what: `このサイトにないチェックリスト（${id}）の回答です。`,
    todo: id.startsWith("own-")
      ? "独自のチェックリストの答えです。チェックリストのファイル（Excel・YAML）と、いっしょに置いてください。"
      : "そのチェックリストのあるサイトを開くか、新しい版のサイトで読み込んでください。",
  }),
  pseudonym: (number: number) => `団体${number}`,
  notAsked: "その版にない",
  withheld: "伏せています",
  redacted: "〔伏せました〕",
  agenda: {
    opening: "はじめに（今日の進め方）",
    closing: "まとめ（次にすること）",
    weak: (text: string) => `多くの団体が難しいと答えた項目を話し合う：「${text}」`,
    difference: (text: string) => `答えが分かれた項目の工夫を聞き合う：「${text}」`,
    request: (text: string) => `都道府県への要望をまとめる：「${text}」について`,
    requests: "都道府県への要望をまとめる",
  },
  tables: {
    matrix: "マトリクス", spread: "分布", requests: "要望", agenda: "議題", files: "取り込みの記録",
    itemId: "項目ID", number: "番号", domain: "領域", item: "項目", wholeDomain: "（領域の合計：答えの数）",
    countOf: (label: string) => `${label}の数`,
    answered: "段階で答えた数", lower: "低い方の半分の数", distance: "段階の差の平均",
    councilsOfItem: "項目の団体数", request: "要望", councils: "団体数", to: "頼む先", names: "団体",
    noItem: "（項目に結びついていない要望）",
    withheldRequests: (count: number) => `（5団体に満たない要望 ${count} 件は伏せています）`,
    order: "順", title: "議題", minutes: "分", memo: "メモ",
    file: "ファイル", refused: "読み込まなかった", state: "扱い", council: "団体", prefecture: "都道府県", version: "版", date: "点検した日", size: "規模", about: "知っておくこと",
  },
  sample: {
    prefecture: "架空県", role: "市町村の担当", folder: "見本（架空）",
    reason: "見本の理由です。", note: "見本のメモです。担当が一人で、手が回っていません。",
    sizes: { 市: "大きい（見本）", 町: "中くらい（見本）", 村: "小さい（見本）" },
  },
  archive: {
    swells: "ZIP の中身が、開くと大きくなりすぎます。",
    swellsTodo: "ZIP を一度展開し、フォルダーを選んでください。",
    locked: "ZIP にパスワードが付いています。",
    nested: "ZIP の中の ZIP は開きません。",
    broken: "ZIP が途中で切れているか、壊れています。",
    method: "この ZIP の圧縮の方式は、ここでは開けません。",
    unpack: "ZIP を一度展開し、中のファイルを選んでください。",
  },
} as const;

export const WORKSHEET = {
  sheet: "ワークシート",
  columns: { id: "欄ID", part: "欄", text: "内容", owner: "だれが・だれに", due: "いつまで", status: "進み具合" },
  parts: {
    kind: "種類", prefecture: "都道府県", name: "協議会の名前", year: "年度",
    last_goal: "昨年度の目標", last_actions: "昨年度の取組", now: "今年度の様子", hinders: "進めにくいこと",
    next_goal: "来年度の目標", next_actions: "来年度の取組", requests: "要望",
  },
  domain: (title: string, total: number, answered: number, counts: string) =>
    `${title}（${total}項目のうち${answered}項目に段階で回答）${counts === "" ? "" : `：${counts}`}`,
  talk: "まず話し合いたい項目",
} as const;
