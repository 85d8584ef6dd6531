"""One pattern for many words: the time to search a text does not grow with the number of words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping


def longest_of(words: Mapping[str, str] | Iterable[str]) -> str:
    """A regular expression for the longest of `words` that stands at a place; it never matches if there are none.

    `words` may map a word to an expression that has to hold behind it too.
    """
    conditions = words if isinstance(words, Mapping) else dict.fromkeys(words, "")
    tree: dict = {}
    for word, condition in conditions.items():
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[""] = condition
    return _expression(tree) if tree else r"(?!)"


def _expression(tree: dict) -> str:
    """Every branch begins with a character of its own; the end of a word comes last, so that longer words go first."""
    branches = [_branch(character, inner) for character, inner in tree.items() if character]
    branches += [tree[""]] if "" in tree else []
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _branch(character: str, tree: dict) -> str:
    run = character
    while len(tree) == 1 and "" not in tree:
        (character, tree), = tree.items()
        run += character
    return re.escape(run) + _expression(tree)
