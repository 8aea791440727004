"""What to call an account that does not say it: its headline, else its first words."""

import re
from collections import Counter

_LONGEST = 80  # code points of a title made of first words
_LONGEST_HEADING = 140
_FEWEST_WORDS = 3  # of a heading: "Security -", "Now Playing" and "Photo" are labels
_FEWEST_FIRST_WORDS = 5  # of a line that can lend its beginning: "DAVID GREENE, HOST:" can't
_MARKUP = re.compile(r"^(?:#{1,6}\s+|[*_]{1,3}(?=\w)|>\s+)|(?:\s+#+|(?<=\w)[*_]{1,3})$")  # Markdown's
_SENTENCE_END = re.compile(r"[.;:,…]['\"’”»)]*$")
_NO_TITLE = re.compile(
    r"""
    ^(?:by|from)\s+[^\W\d_]+(?:\s+[^\W\d_]+){1,2}$              # an author and nothing else
    | ^(?:photo|image|picture)s?\b\s*[:|(] | ^(?:video|file|updated|published|posted)\b\s*[:|(]
    | ^(?:image|media|enlarge)\s+(?:copyright|caption|playback|this|image)\b | ^copyright\b | ^©
    | ^advertis | ^share\s(?:this|on)\b | ^read\smore\b | ^sign\sup\b | ^subscribe\b
    | ^https?: | ^www\. | [-–—|/]$ | /\w+$                        # "Security -", "... summit. /Ludovic Marin/Pool"
    """,
    re.IGNORECASE | re.VERBOSE,
)


def guess_title(text: str) -> str:
    """The headline, where the text's first lines hold one; else the first sentence's first words, cut at a word.

    "" where no line has a word in it. A line that stands twice in the text is a picture's caption, not a title.
    """
    lines = [_plain(line) for line in text.split("\n")]
    times = Counter(lines)
    candidates = [line for line in lines if times[line] == 1 and _has_words(line) and not _NO_TITLE.search(line)]
    for line in candidates:
        if _is_heading(line):
            return line
        if len(line.split()) >= _FEWEST_FIRST_WORDS:
            return _cut(line)
    return _cut(next((line for line in lines if _has_words(line)), ""))


def _plain(line: str) -> str:
    return _MARKUP.sub("", " ".join(line.split()))


def _has_words(line: str) -> bool:
    return any(character.isalpha() for character in line)


def _is_heading(line: str) -> bool:
    return len(line) <= _LONGEST_HEADING and len(line.split()) >= _FEWEST_WORDS and not _SENTENCE_END.search(line)


def _cut(line: str) -> str:
    """The line's beginning: whole words and an ellipsis where it is too long."""
    if len(line) <= _LONGEST:
        return line
    head = line[: _LONGEST - 1]
    whole = head.rpartition(" ")[0] if not line[_LONGEST - 1].isspace() else head
    return (whole or head).rstrip(" ,;:–—-") + "…"
