"""Which language a text is in, as far as the engine must know: English or not."""

import re

_FUNCTION_WORDS = frozenset(
    "the of and to in a is that for on was with as it at by from be has have had were are an this which not but they he she"
    " his her its their who will would been after said".split()
)
_WORD = re.compile(r"[^\W\d_]+")
_TOO_SHORT = 8  # words; below it nobody can tell
_SHARE = 0.2


def is_english(text: str) -> bool:
    """Whether the text is in English; true where it is too short to tell."""
    words = [word.lower() for word in _WORD.findall(text[:20000])]
    if len(words) < _TOO_SHORT:
        return True
    return sum(word in _FUNCTION_WORDS for word in words) >= _SHARE * len(words)
