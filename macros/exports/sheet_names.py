"""Names in the self-check spreadsheet. They never change: files with them are out in the world.

The browser's reader has the same names in client/files/sheet.ts; a test compares the two.
"""

ANSWERS = "点検シート"
PLAN = "計画"
HINTS = "手がかり"
META = "_meta"
ABOUT = "このひな形について"
"""The last sheet of a form."""
FORMAT = "kyogikai-check/1"

ANSWER_COLUMNS = {
    "domain": "領域", "text": "項目", "answer": "答え", "reason": "理由", "evidence": "根拠",
    "note_shared": "共有メモ", "note_private": "手元メモ", "target": "目標の段階",
    "agreed_level": "合意した答え", "agreed_reason": "合意の理由", "item_id": "項目ID",
}
PLAN_COLUMNS = {
    "kind": "計画の種類", "text": "内容", "owner": "担当", "to": "頼む先",
    "due": "期日", "status": "進み具合", "items": "関わる項目ID",
}
INFO_LABELS = {
    "prefecture": "都道府県", "name": "協議会の名前", "respondent": "回答者",
    "role": "役割・立場", "date": "点検した日",
}
STATE_LABELS = {"not_applicable": "該当しない", "unknown": "わからない", "deferred": "今は取り組まない"}
UNANSWERED = "未回答"
PLAN_KINDS = {"goals": "目標", "actions": "取組", "requests": "要望"}
STATUSES = {"todo": "これから", "doing": "進めている", "done": "終わった", "stopped": "やめた"}
META_KEYS = {
    "format": "format", "checklistId": "checklist.id", "checklistVersion": "checklist.version",
    "itemsDigest": "checklist.items_digest", "subjectKind": "subject.kind",
}
