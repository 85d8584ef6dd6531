"""Single mistakes that people and programs make in a YAML file of the data.

A mutation takes the file as read and a random source, and returns the bytes of the mistaken file,
or None where the file offers no place for it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml


@dataclass(frozen=True)
class Written:
    """A file of the data, and where its keys and values stand in it."""

    path: Path
    text: str
    pairs: tuple[tuple[yaml.Node, yaml.Node], ...]
    words: tuple[yaml.Node, ...]

    @classmethod
    def read(cls, path: Path) -> Written:
        """Read a file that has no fault."""
        text = path.read_text(encoding="utf-8")
        pairs, words = [], []
        for node, key in _walk(yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))):
            if key is not None:
                pairs.append((key, node))
            if isinstance(node, yaml.ScalarNode):
                words.append(node)
        return cls(path, text, tuple(pairs), tuple(words))

    def replaced(self, node: yaml.Node, new: str) -> str:
        """The text with another writing of one node."""
        return self.text[: node.start_mark.index] + new + self.text[node.end_mark.index :]

    def written(self, node: yaml.Node) -> str:
        """A node as it is written."""
        return self.text[node.start_mark.index : node.end_mark.index]


def _walk(node: yaml.Node, key: yaml.Node | None = None) -> Iterator[tuple[yaml.Node, yaml.Node | None]]:
    yield node, key
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _walk(value, name)
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _walk(child)


def _misspelled(word: str, rng: random.Random) -> str:
    at = rng.randrange(len(word))
    other = rng.choice([
        word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:], word.upper(), word.capitalize(), f"{word} ", f"{word}s",
        word[:at] + chr(ord(word[at]) + 0xFEE0) + word[at + 1 :] if word[at].isalnum() and word[at].isascii() else f"x{word}",
        f"{word[:at]}-{word[at:]}", "x", word[::-1],
    ])
    return other or "x"


def key_renamed(file: Written, rng: random.Random) -> str:
    """A key is misspelled, or written with a capital or a full-width letter."""
    key, _ = rng.choice(file.pairs)
    return file.replaced(key, _misspelled(key.value, rng))


def other_type(file: Written, rng: random.Random) -> str:
    """A list, a mapping, a truth value, nothing or a date stands where something else belongs."""
    _, value = rng.choice(file.pairs)
    return file.replaced(value, rng.choice([
        "[一つ, 二つ]", "{ひとつ: ふたつ}", "yes", "null", "~", "", '""', "[]", "{}", "[[]]", "- 一つ", "|", ">-", "!!null x", "? x", "'",
    ]))


def odd_number(file: Written, rng: random.Random) -> str | None:
    """A number is written in a way that a program reads as something else."""
    numbers = [word for word in file.words if re.fullmatch(r"-?[\d.]+", word.value) and not word.style]
    if not numbers:
        return None
    return file.replaced(rng.choice(numbers), rng.choice([
        "1e999", ".inf", "-.inf", ".nan", "1.0e+999", "9" * 400, "9" * 5000, "0x1F", "0o17", "１２", "12人", "1,000", "1:30", "true", "''", "--1", "1.2.3",
    ]))


def id_changed(file: Written, rng: random.Random) -> str | None:
    """The id of a record is changed. (Rows, levels and the like have names of their own, which no page shows.)"""
    own = [value for key, value in file.pairs if key.value == "id" and "-" in value.value]
    if not own:
        return None
    node = rng.choice(own)
    return file.replaced(node, _misspelled(node.value, rng))


def reference_broken(file: Written, rng: random.Random) -> str | None:
    """An id that stands in a list, in a field or in a text is misspelled."""
    names = {id(value) for key, value in file.pairs if key.value == "id"}
    places = [
        (word, match) for word in file.words if id(word) not in names
        for match in re.finditer(r"\b(?:src|st|sec|page|law|term|stat|mtg|fn|it|case|faq)-[a-z0-9-]+", file.written(word))
    ]
    if not places:
        return None
    word, match = rng.choice(places)
    at = word.start_mark.index + match.start()
    return file.text[:at] + _misspelled(match.group(), rng) + file.text[at + len(match.group()) :]


def indentation(file: Written, rng: random.Random) -> str:
    """A line is moved to the left or to the right."""
    lines = file.text.splitlines(keepends=True)
    at = rng.randrange(len(lines))
    moved = rng.choice([" ", "  ", "    ", "\u3000", "\u00a0"]) + lines[at]
    fewer = re.sub(rf"^ {{1,{rng.randint(1, 3)}}}", "", lines[at])
    lines[at] = moved if fewer == lines[at] or rng.random() < 0.6 else fewer
    return "".join(lines)


def duplicate_key(file: Written, rng: random.Random) -> str | None:
    """A line with a key stands twice, the second time with another value or the same."""
    singles = [(key, value) for key, value in file.pairs if isinstance(value, yaml.ScalarNode) and key.start_mark.line == value.end_mark.line]
    if not singles:
        return None
    key, value = rng.choice(singles)
    end = file.text.find("\n", value.end_mark.index)
    again = rng.choice([file.written(value), "別の値"])
    return f"{file.text[:end]}\n{' ' * key.start_mark.column}{key.value}: {again}{file.text[end:]}"


def tab(file: Written, rng: random.Random) -> str:
    """A tab stands at the head of a line, after a colon, or within a text."""
    lines = file.text.splitlines(keepends=True)
    at = rng.randrange(len(lines))
    line = lines[at]
    inside = rng.randrange(len(line))
    lines[at] = rng.choice([f"\t{line}", line.replace("  ", "\t", 1), line.replace(": ", ":\t", 1), f"{line[:inside]}\t{line[inside:]}"])
    return "".join(lines)


def unseen_character(file: Written, rng: random.Random) -> str:
    """A character that nobody sees gets into the file."""
    at = rng.randrange(len(file.text) + 1)
    character = rng.choice(["\ufeff", "\u200b", "\u00ad", "\u202e", "\u00a0", "\u2028", "\u0085", "\ue000", "\x00", "\x08", "\x1b", "\x7f", "\r"])
    return file.text[:at] + character + file.text[at:]


def byte_order_mark(file: Written, rng: random.Random) -> str:
    """The file begins with a byte order mark, or with two."""
    return "\ufeff" * rng.choice([1, 1, 2]) + file.text


def line_ends(file: Written, rng: random.Random) -> str:
    """The lines end as on another system, or the last one does not end."""
    return rng.choice([file.text.replace("\n", "\r\n"), file.text.replace("\n", "\r"), file.text.rstrip("\n"), f"{file.text}\n\n\n"])


def wrong_encoding(file: Written, rng: random.Random) -> bytes:
    """The file is saved in another encoding, or was read in another and saved again."""
    encoding = rng.choice(["cp932", "shift_jis", "euc_jp", "iso2022_jp", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
    if rng.random() < 0.7:
        return file.text.encode(encoding, errors="replace")
    return file.text.encode().decode(rng.choice(["cp932", "euc_jp", "latin-1"]), errors="replace").encode()


def empty_file(file: Written, rng: random.Random) -> str:
    """Nothing, or next to nothing, is left of the file."""
    return rng.choice(["", "\n", "   ", "# 空です\n", "---\n", "null\n", "[]\n", "{}\n", "- \n", "...\n", "%YAML 1.2\n---\n"])


def truncated(file: Written, rng: random.Random) -> bytes:
    """The file breaks off: a full disk, a lost connection."""
    raw = file.text.encode()
    return raw[: rng.randrange(1, len(raw))]


def broken_bytes(file: Written, rng: random.Random) -> bytes | None:
    """A few bytes are lost or changed. (Where others come to be a letter, the words have changed; no program can know.)"""
    raw = bytearray(file.text.encode())
    at = rng.randrange(len(raw))
    raw[at : at + rng.randint(0, 3)] = rng.choice([b"\x00", b"\x00" * 512, b"\xff", b"\xe3\x81", b"\xed\xa0\x80", b"\xf4\x90\x80\x80"])
    return None if _is_readable(raw) else bytes(raw)


def _is_readable(raw: bytes) -> bool:
    try:
        return "\x00" not in raw.decode()
    except UnicodeDecodeError:
        return False


def deep_nesting(file: Written, rng: random.Random) -> str:
    """A value holds lists in lists in lists."""
    _, value = rng.choice(file.pairs)
    depth = rng.choice([40, 1000, 20_000])
    column = " " * (value.start_mark.column + 2)
    return file.replaced(value, rng.choice([
        "[" * depth + "x" + "]" * depth, "[" * depth, "{a: " * depth + "1" + "}" * depth, f"\n{column}" + "- " * depth + "x",
        "\n" + "\n".join(f"{column}{' ' * level}a:" for level in range(min(depth, 1000))),
    ]))


def aliases(file: Written, rng: random.Random) -> str:
    """Anchors and aliases: one value used twice, one holding itself, or a bomb of them."""
    _, value = rng.choice(file.pairs)
    _, other = rng.choice(file.pairs)
    if rng.random() < 0.5 and other.start_mark.index > value.end_mark.index:
        text = file.replaced(other, "*same")
        return text[: value.start_mark.index] + "&same " + text[value.start_mark.index :]
    bomb = "[&b0 [爆, 弾], " + ", ".join(f"&b{n} [{', '.join([f'*b{n - 1}'] * 9)}]" for n in range(1, 12)) + "]"
    return file.replaced(value, rng.choice([bomb, "&own [*own]", "&own {a: *own}", "*nowhere", "&own *own", f"{{<<: {bomb}}}"]))


def merge_key(file: Written, rng: random.Random) -> str:
    """A mapping takes over another with `<<`."""
    key, _ = rng.choice(file.pairs)
    at = key.start_mark.index
    merged = rng.choice(["<<: {id: x}", "<<: *nowhere", "<<: [{a: 1}, {b: 2}]", '"<<": {title: 題}', "? [a, b]\n: x", "=: x"])
    return f"{file.text[:at]}{merged}\n{' ' * key.start_mark.column}{file.text[at:]}"


def typing_slip(file: Written, rng: random.Random) -> str:
    """A sign of YAML is lost, doubled or full-width: a colon, a dash, a bracket, a quotation mark."""
    signs = [match.start() for match in re.finditer(r"(?<=\w): |^ *- |[\[\]{}\"',#&*!|>%@`]", file.text, re.M)]
    at = rng.choice(signs) + (0 if rng.random() < 0.5 else 1)
    return rng.choice([
        file.text[:at] + file.text[at + 1 :], file.text[:at] + file.text[at : at + 1] + file.text[at:],
        file.text[:at] + rng.choice("：－「、＃[]{}\"'#:-") + file.text[at + 1 :],
    ])


def tags(file: Written, rng: random.Random) -> str:
    """A value bears a YAML tag, harmless or meant to run something."""
    _, value = rng.choice(file.pairs)
    tag = rng.choice(["!!python/object/apply:os.system", "!!binary", "!!str", "!!int", "!!bool", "!!set", "!!omap", "!own", "!!null"])
    return f"{file.text[: value.start_mark.index]}{tag} {file.text[value.start_mark.index :]}"


MUTATIONS: tuple[Callable[[Written, random.Random], str | bytes | None], ...] = (
    key_renamed, other_type, odd_number, id_changed, reference_broken, indentation, duplicate_key, tab, unseen_character,
    byte_order_mark, line_ends, wrong_encoding, empty_file, truncated, broken_bytes, deep_nesting, aliases, merge_key,
    typing_slip, tags,
)
