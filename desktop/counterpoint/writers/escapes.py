"""Words of a source in Markdown: shown as they stand, never taken for markup, in GitHub, Obsidian and pandoc."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from counterpoint.engine.passages import Span

# Orders to a terminal, and signs that turn the direction of what follows them.
_UNSEEN = r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"

# What a renderer makes a link of by itself stands in a code span: GitHub links an address and a @mention even where
# a backslash escapes them.
_LINK = (
    r"(?:https?|ftp)://[^\s`<>]*[^\s`<>.,;:!?'\"()\[\]]|www\.[^\s`<>]*[^\s`<>.,;:!?'\"()\[\]]|[\w.+-]{0,64}@[\w.-]*\w"
)
_PIECE = re.compile(rf"(?P<space>\s+)|(?P<link>(?:{_LINK})+)|(?P<word>[^\W_]+)|(?P<sign>.)", re.IGNORECASE | re.DOTALL)

_ALWAYS = frozenset("\\`*_[]{}#|~^@")
_ENTITY = re.compile(r"&(?:#\w+|\w+);")

# Without any of these a text is safe but at its start: most are, and a report is long.
_SPECIAL = re.compile(rf"[\\`*_\[\]{{}}#|~^@<&$=%]|://|www\.|{_UNSEEN}", re.IGNORECASE)

# At the start of a block only: lists, quotes, rules, pandoc's lettered lists, line blocks and definitions. pandoc wants
# two spaces after "B." before it takes the initial of a name for a list.
_OPENING = re.compile(r"[>=]|[-+:](?=\s|$|[-+:])|\(?(?:\d+|[a-z]|[ivxlcdm]+|[A-Z](?=\)|\.$)|[IVXLCDM]{2,})[.)](?=\s|$)")


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands in the text from start to end, and how Markdown writes it."""

    start: int
    end: int
    raw: str


def escape(text: str, bold: Iterable[Span] = (), *, opens_block: bool = False) -> str:
    """The text on one line of Markdown, with the spans of it that are `bold` in bold.

    A bold span grows until its stars can be read as bold (CommonMark's flanking rules). `opens_block` says that nothing
    stands before the text in its paragraph, list item or heading.
    """
    spans = [s for s in bold if len(s)]
    if not spans and not _SPECIAL.search(text):
        return _opened_line(" ".join(text.split())) if opens_block else " ".join(text.split())
    pieces = list(_pieces(seen(text), {edge for s in spans for edge in (s.start, s.end)}))
    while pieces and pieces[-1].raw == " ":
        pieces.pop()
    while pieces and pieces[0].raw == " ":
        pieces.pop(0)
    if opens_block:
        pieces = _opened(pieces)
    runs = _merged(pieces, [run for s in spans if (run := _run(pieces, s))])
    return _starred(pieces, runs)


def seen(text: str) -> str:
    """The text, where U+FFFD stands for what would give orders to a terminal or turn the direction of reading."""
    return re.sub(_UNSEEN, "\ufffd", text)


def code(text: str) -> str:
    """The text as a code span, on one line."""
    line = " ".join(seen(text).split())
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", line)), default=0))
    pad = " " if line.startswith("`") or line.endswith("`") or not line else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def _pieces(text: str, edges: set[int]) -> Iterator[_Piece]:
    for found in _PIECE.finditer(text):
        start, end = found.span()
        match found.lastgroup:
            case "space":
                yield _Piece(start, end, " ")
            case "link":
                yield _Piece(start, end, code(found[0]))
            case "word":
                cuts = [start, *sorted(e for e in edges if start < e < end), end]
                yield from (_Piece(a, b, text[a:b]) for a, b in pairwise(cuts))
            case _:
                yield _Piece(start, end, _sign(text, start))


def _sign(text: str, at: int) -> str:
    sign, before, after = text[at], text[max(0, at - 3) : at], text[at + 1 : at + 3]
    match sign:
        case "<":
            return "&lt;"
        case "&":
            return "&amp;" if _ENTITY.match(text, at) else "&"
        case "$":  # a sum after a space can't end a formula, and begins none where it is alone
            is_markup = not (before[-1:].isspace() and after[:1].isdigit() and text.count("$") == 1)
        case "=" | "%":  # Obsidian: ==highlight==, %%comment%%
            is_markup = sign in (before[-1:], after[:1])
        case ":" | ".":  # what is left of addresses that begin in the middle of a word
            is_markup = after == "//" or before[-3:].casefold() == "www"
        case _:
            is_markup = sign in _ALWAYS
    return "\\" + sign if is_markup else sign


def _opened_line(line: str) -> str:
    found = _OPENING.match(line)
    return f"{line[: found.end() - 1]}\\{line[found.end() - 1 :]}" if found else line


def _opened(pieces: list[_Piece]) -> list[_Piece]:
    """The pieces, with the last sign of what would open a list, a quote or a rule escaped."""
    found = _OPENING.match("".join(p.raw for p in pieces))
    if found is None:
        return pieces
    last, length = 0, len(pieces[0].raw)
    while length < found.end():
        last += 1
        length += len(pieces[last].raw)
    return [replace(p, raw="\\" + p.raw) if n == last else p for n, p in enumerate(pieces)]


def _run(pieces: list[_Piece], span: Span) -> tuple[int, int] | None:
    """First and last piece to be bold so that the span is; None where there is nothing of it but space."""
    inside = [n for n, p in enumerate(pieces) if p.start < span.end and span.start < p.end and p.raw != " "]
    if not inside:
        return None
    first, last = inside[0], inside[-1]
    while not _flanks(pieces[first].raw[0], pieces[first - 1].raw[-1] if first else " "):
        first -= 1
    while not _flanks(pieces[last].raw[-1], pieces[last + 1].raw[0] if last + 1 < len(pieces) else " "):
        last += 1
    return first, last


def _flanks(inner: str, outer: str) -> bool:
    """Whether two stars between these characters can open or close bold: so that every version of the rules agrees."""
    if unicodedata.category(inner)[0] not in "PS":
        return True
    return outer.isspace() or outer in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~" or unicodedata.category(outer)[0] == "P"


def _merged(pieces: list[_Piece], runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The runs in order, those joined that touch, overlap or have but a space between them."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted(runs):
        gap = pieces[merged[-1][1] + 1 : first] if merged else []
        if merged and all(p.raw == " " for p in gap):
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged


def _starred(pieces: list[_Piece], runs: list[tuple[int, int]]) -> str:
    opening, closing = {first for first, _ in runs}, {last for _, last in runs}
    return "".join(f"{'**' if n in opening else ''}{p.raw}{'**' if n in closing else ''}" for n, p in enumerate(pieces))
