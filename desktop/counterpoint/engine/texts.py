"""Canonical text: one form for whatever arrived, so that offsets mean the same everywhere and for ever."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from counterpoint.engine.passages import Span
from counterpoint.engine.sources import Repair


@dataclass(frozen=True, slots=True)
class CanonicalText:
    """A text that nothing later may change, and the words in it that were repaired, in text order."""

    text: str
    repairs: tuple[Repair, ...] = ()


# Other line ends, and what ends a text in C and SQLite or is no UTF-8 at all.
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
_SPACE = re.compile(r"[ \t\n]")
_WORD = re.compile(f"[\\w{_FOLLOWING}]+")
_SPACES = " \t\n"


def canonical_text(raw: str) -> CanonicalText:
    """The text in NFC with LF line ends and mojibake repaired; nothing else is changed, no word is left out."""
    text = _SURROGATE_PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), raw)
    text = _HARMFUL.sub("\ufffd", _LINE_ENDS.sub("\n", text)).lstrip("\ufeff")
    found = CanonicalText(unicodedata.normalize("NFC", text))
    while edits := _find_edits(found.text):  # text can be garbled twice: "Ã¢â‚¬â„¢"
        found = _edited(found, edits)
    return found


def typed_text(raw: str) -> str:
    """What a person types, in NFC with LF line ends: nothing of it is repaired, as nothing can be garbled."""
    text = _SURROGATE_PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), raw)
    return unicodedata.normalize("NFC", _HARMFUL.sub("\ufffd", _LINE_ENDS.sub("\n", text)))


def _find_edits(text: str) -> list[tuple[Span, str]]:
    """Words that are garbled, and what they should be."""
    if text.isascii():
        return []
    known: dict[str, str] = {}
    edits: list[tuple[Span, str]] = []
    for start, end in _suspicious_words(text):
        words = text[start:end]
        if words not in known:
            known[words] = _repaired(words)
        if known[words] != words:
            edits.append((Span(start, end), known[words]))
    return edits


def _edited(found: CanonicalText, edits: list[tuple[Span, str]]) -> CanonicalText:
    """The text with its edits, and the repairs so far with them: of both on the same words one remains."""
    earlier = [(repair.span, repair.original) for repair in found.repairs]
    regions: list[Span] = []
    for span in sorted([span for span, _ in earlier] + [span for span, _ in edits]):
        if regions and span.start < regions[-1].end:
            regions[-1] = regions[-1].joined(span)
        else:
            regions.append(span)
    parts: list[str] = []
    repairs: list[Repair] = []
    at = length = 0
    for region, original, new in zip(
        regions, _replaced(found.text, regions, earlier), _replaced(found.text, regions, edits), strict=True
    ):
        parts += (found.text[at : region.start], new)
        length += region.start - at + len(new)
        repairs.append(Repair(Span(length - len(new), length), original))
        at = region.end
    return CanonicalText("".join((*parts, found.text[at:])), tuple(repairs))


def _replaced(text: str, regions: list[Span], changes: list[tuple[Span, str]]) -> Iterator[str]:
    """The words of each region after the changes within it; both are in text order."""
    number = 0
    for region in regions:
        words, at = "", region.start
        while number < len(changes) and changes[number][0].end <= region.end:
            span, new = changes[number]
            words += text[at : span.start] + new
            at = span.end
            number += 1
        yield words + text[at : region.end]


def _suspicious_words(text: str) -> Iterator[tuple[int, int]]:
    """Where words begin and end that may be garbled; two, where a space between them may be a byte of the first."""
    end = 0
    while found := _SUSPICIOUS.search(text, end):
        start = 1 + max(text.rfind(space, end, found.start()) for space in _SPACES)
        start = max(start, end)
        after = _SPACE.search(text, found.end())
        end = after.start() if after else len(text)
        yield start, end


def _repaired(words: str) -> str:
    fixed = _fix_encoding()(_LOST_QUOTE.sub("â€\x9d", words))
    fixed = _WORD.sub(lambda word: _rejoined(word[0]), fixed)
    fixed = _HARMFUL.sub("\ufffd", _LINE_ENDS.sub("\u00a0", fixed).replace("\n", "\u00a0"))
    return unicodedata.normalize("NFC", fixed)


def _rejoined(word: str) -> str:
    """The word with its split letters joined, or as it was: only Latin letters amid small ones are believed."""

    def letter(match: re.Match[str]) -> str:
        try:
            found = match[0].encode("cp1252").decode("utf-8")
        except UnicodeError:
            return match[0]
        is_believed = len(found) == 1 and found.isalpha() and (found < "\u0250" or "\u1e00" <= found < "\u1f00")
        return found if is_believed else match[0]

    joined = _SPLIT_LETTER.sub(letter, word)
    has_small = any(before.islower() for before in _SPLIT_LETTER.sub("", word))  # not so in "BEYONCÉ’S"
    return joined if has_small and joined.isalpha() else word


@cache
def _fix_encoding() -> Callable[[str], str]:
    """What ftfy does for encodings and nothing else. Imported when first needed: it takes 45 ms."""
    import ftfy

    config = ftfy.TextFixerConfig(unescape_html=False, replace_lossy_sequences=False, normalization=None)
    return lambda words: ftfy.fix_encoding(words, config)
