"""Rules for words to choose from: Excel keeps those of a drop-down in one short line, divided by commas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..exports.sheet_names import STATE_LABELS, UNANSWERED
from ..faults import Fault
from ..model.fields import Record
from ..model.files import Handbook
from .common import fault

_MOST = 255
"""Characters of the line, commas included. Of a longer one, the workbook would have no drop-down at all."""


def choices_fit_into_a_drop_down(handbook: Handbook) -> Iterator[Fault]:
    """The words to choose from in a form, and the levels of a scale, can be offered in Excel."""
    for record, words, others in _offered(handbook):
        for word in words:
            if "," in word:
                yield fault(word, record, f"選択肢「{word}」に半角のコンマがあります。Excel では二つに分かれます。「、」に変えてください")
        length = len(",".join((*words, *others)))
        if length > _MOST:
            yield fault(words[0], record, f"選択肢が合わせて {length} 字あります。Excel の選択肢は、区切りも入れて {_MOST} 字までです。言葉を短くするか、数を減らしてください")


def _offered(handbook: Handbook) -> Iterator[tuple[Record, Sequence[str], Sequence[str]]]:
    """Records with their words, and what a workbook offers beside them."""
    for form in handbook.forms:
        for part in form.parts:
            for record in (*part.fields, *part.columns):
                yield record, record.choices, ()
    for scale in handbook.scales:
        yield scale, [level.label for level in scale.levels], (*STATE_LABELS.values(), UNANSWERED)


RULES = (choices_fit_into_a_drop_down,)
