"""Canonical text: one form for whatever arrived, so that offsets mean the same everywhere and for ever."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from counterpoint.engine.passages import Span
from counterpoint.engine.sources import Repair


@dataclass(frozen=True, slots=True)
class CanonicalText:
    """A text that nothing later may change, and the words in it that were repaired, in text order."""

    text: str
    repairs: tuple[Repair, ...] = ()


# What each of these would do: another line end; an end of the text in C and SQLite; a byte-order mark; no UTF-8 at all.
_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029\ufdd0\ufdd1]")
_HARMFUL = re.compile("[\0\ud800-\udfff]")
_SURROGATE_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")

# The characters that Windows-1252 shows for the bytes 0x80 to 0xBF, which follow a first byte in UTF-8.
_FOLLOWING = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
# UTF-8 read as Windows-1252 or Latin-1 (a first byte with as many following as it announces), as Mac Roman ("‚Äô"),
# as DOS ("ΓÇÖ"), as Cyrillic ("вЂ™") or Central European Windows ("Ă©"); or Windows-1252 read as Latin-1 (C1 controls).
_SUSPICIOUS = re.compile(
    f"[Â-ß][{_FOLLOWING}]|[à-ï][{_FOLLOWING}]{{2}}|[ð-ô][{_FOLLOWING}]{{3}}|Ã |â€"
    "|[\x80-\x9f]|‚Ä|√[^\\s\\w]|ΓÇ|├|вЂ|Ă[^\\s\\w]"
)
# Windows-1252 has no character for byte 0x9D, the last of the three of a closing quotation mark: converters drop it.
_LOST_QUOTE = re.compile(f"â€(?![{_FOLLOWING}])")
# A letter whose second byte became a mark: "NausÄ—da", which ftfy leaves for fear of a true "Ä" before a dash.
_SPLIT_LETTER = re.compile(f"[Ã-Åá][{_FOLLOWING}]{{1,2}}")
_WORD = re.compile(f"[\\w{_FOLLOWING}]+")
_PIECE = 2000  # characters of one line looked at together: ftfy's and difflib's time grows faster than their text


def canonical_text(raw: str) -> CanonicalText:
    """The text in NFC with LF line ends and mojibake repaired; nothing else is changed, no word is left out."""
    text = _SURROGATE_PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), raw)
    text = _HARMFUL.sub("\ufffd", _LINE_ENDS.sub("\n", text)).lstrip("\ufeff")
    text = unicodedata.normalize("NFC", text)
    if text.isascii() or not _SUSPICIOUS.search(text):
        return CanonicalText(text)
    lines: list[str] = []
    repairs: list[Repair] = []
    at = 0
    for line in text.split("\n"):
        repaired = _repaired(line)
        if repaired != line:
            repairs.extend(
                Repair(Span(at + start, at + end), original) for start, end, original in _differences(line, repaired)
            )
        lines.append(repaired)
        at += len(repaired) + 1
    return CanonicalText("\n".join(lines), tuple(repairs))


def _repaired(line: str) -> str:
    """The line after as many rounds as there is something to repair: text can be garbled twice ("Ã¢â‚¬â„¢")."""
    while _SUSPICIOUS.search(line):
        better = unicodedata.normalize("NFC", "".join(map(_repaired_once, _pieces(line))))
        if better == line:
            break
        line = better
    return line


def _repaired_once(piece: str) -> str:
    if not _SUSPICIOUS.search(piece):
        return piece
    fixed = _fix_encoding()(_LOST_QUOTE.sub("â€\x9d", piece))
    fixed = _WORD.sub(lambda word: _rejoined(word[0]), fixed)
    return _HARMFUL.sub("\ufffd", _LINE_ENDS.sub(" ", fixed)).replace("\n", " ")


def _rejoined(word: str) -> str:
    """The word with its split letters joined, or as it was: only Latin letters amid small ones are believed."""

    def letter(match: re.Match[str]) -> str:
        try:
            found = match[0].encode("cp1252").decode("utf-8")
        except UnicodeError:
            return match[0]
        believed = len(found) == 1 and found.isalpha() and (found < "\u0250" or "\u1e00" <= found < "\u1f00")
        return found if believed else match[0]

    joined = _SPLIT_LETTER.sub(letter, word)
    has_small = any(before.islower() for before in _SPLIT_LETTER.sub("", word))  # not so in "BEYONCÉ’S"
    return joined if has_small and joined.isalpha() else word


@cache
def _fix_encoding() -> Callable[[str], str]:
    """ftfy, told to repair encoding only. Imported when first needed: it takes 45 ms."""
    import ftfy

    config = ftfy.TextFixerConfig(unescape_html=False, replace_lossy_sequences=False, normalization=None)
    return lambda piece: ftfy.fix_encoding(piece, config)


def _pieces(line: str) -> Iterator[str]:
    """The line in pieces of bounded length, cut at spaces where there are any."""
    start = 0
    while len(line) - start > _PIECE:
        end = line.rfind(" ", start + 1, start + _PIECE)
        end = end if end > 0 else start + _PIECE
        yield line[start:end]
        start = end
    yield line[start:]


def _differences(before: str, after: str) -> Iterator[tuple[int, int, str]]:
    """Where words of `after` differ from those of `before`: start and end in `after`, and the words before."""
    old, new = re.findall(r"\s+|\S+", before), re.findall(r"\s+|\S+", after)
    starts = [0]
    for word in new:
        starts.append(starts[-1] + len(word))
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield starts[c], starts[d], "".join(old[a:b])
