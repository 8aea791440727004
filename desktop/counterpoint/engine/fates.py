"""What befell those whom a number counts: dead, injured, arrested ..., read from the words of the same clause."""

from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.numerals import STARTERS, Sentence

_BE = frozenset(
    "was were been be being is are got get left feared confirmed reported presumed pronounced found".split()
)
_BY_THEMSELVES = frozenset({"die", "perish", "drown", "dead", "disappear", "vanish", "death", "missing", "unaccounted"})
_SKIPPED = frozenset("another other the all these his her their its further additional a an some up".split())
_CLAUSE_ENDS = frozenset("but while because although though whereas if that".split())
_PASSIVE_BEFORE = frozenset(
    """in by when as after at on during and but since near outside inside this over from while with amid across before
    following early late yesterday today overnight so or last""".split()
)
_TOLL = frozenset({"toll", "deaths", "fatalities", "dead", "injuries", "wounded", "injured", "missing", "number"})
_TAKES_LIVES = frozenset({"claim", "cost", "take", "lose"})
_REACH = (
    14  # words after the noun within which its verb is looked for: "12 people, among them two children, were killed"
)


def find_fate(sentence: Sentence, start: int, end: int, noun: str, lexicon: Lexicon) -> str:
    """The fate of those whom words `start` to `end` count; "" where the clause does not say.

    "12 dead", "12 wounded soldiers", "killed 12 people", "12 people were killed", "the death toll rose to 12".
    """
    return (
        _within(sentence, start, end, noun, lexicon)
        or _adjacent_after(sentence, end, lexicon)
        or _before(sentence, start, lexicon)
        or _of_lives(sentence, start, noun)
        or _later(sentence, end, lexicon)
    )


def fate_of(sentence: Sentence, i: int, lexicon: Lexicon) -> str:
    """The fate that word i names, "" where it names none."""
    if not 0 <= i < len(sentence.words):
        return ""
    return lexicon.listed("fates", sentence.low(i)) or lexicon.listed("fates", sentence.words[i].lemma) or ""


def _within(sentence: Sentence, start: int, end: int, noun: str, lexicon: Lexicon) -> str:
    if noun == "shot":
        return ""
    for i in range(start, end + 1):
        if fate := fate_of(sentence, i, lexicon):
            return fate
    return ""


def _adjacent_after(sentence: Sentence, end: int, lexicon: Lexicon) -> str:
    """ "12 killed in blast", "12 people dead", "12 others injured", not "two gunmen killed 12"."""
    at = end + 1
    if at >= len(sentence.words) or sentence.gap(end) not in {" ", "-"}:
        return ""
    if sentence.low(at) in {"still", "critically", "seriously", "badly", "fatally", "also", "slightly", "left"}:
        at += 1
    fate = fate_of(sentence, at, lexicon)
    if not fate:
        return ""
    if sentence.words[at].lemma in _BY_THEMSELVES or sentence.low(at) in {"missing", "dead"}:
        return fate
    ends = sentence.gap(at).strip() != "" or sentence.gap(at) == "\n"
    return fate if ends or sentence.low(at + 1) in _PASSIVE_BEFORE else ""


def _before(sentence: Sentence, start: int, lexicon: Lexicon) -> str:
    """ "killed 12 people", "leaving 4 wounded", "the death toll rose to 85"."""
    at = start - 1
    while at >= 0 and sentence.low(at) in _SKIPPED and sentence.gap(at) == " ":
        at -= 1
    if at < 0 or sentence.gap(at) != " ":
        return ""
    if sentence.low(at) in {"to", "at", "of", "is", "was", "from"}:
        return _of_toll(sentence, at, lexicon)
    if sentence.words[at].is_function:
        return ""
    fate = fate_of(sentence, at, lexicon)
    is_passive = sentence.low(at - 1) in {"was", "were", "been", "is", "are", "being"}
    is_noun = sentence.low(at) in {"death", "deaths", "injury", "injuries", "toll"}
    return "" if is_passive or is_noun or sentence.words[at].lemma in _BY_THEMSELVES else fate


def _of_toll(sentence: Sentence, at: int, lexicon: Lexicon) -> str:
    for i in range(at - 1, max(-1, at - 9), -1):
        if any(mark in sentence.gap(i) for mark in ".;:"):
            return ""
        low = sentence.low(i)
        if low in _TOLL:
            return "dead" if low == "toll" else fate_of(sentence, i, lexicon)
    return ""


def _of_lives(sentence: Sentence, start: int, noun: str) -> str:
    """ "claimed 84 lives", "took the lives of 84 people"."""
    nearby = sentence.words[max(0, start - 5) : start]
    takes = any(word.lemma in _TAKES_LIVES for word in nearby)
    return "dead" if takes and (noun == "life" or any(word.text.lower() == "lives" for word in nearby)) else ""


def _later(sentence: Sentence, end: int, lexicon: Lexicon) -> str:
    """ "12 people, including two children, were killed"; nothing where another number or another act stands between."""
    in_aside = False
    for i in range(end + 1, min(end + _REACH, len(sentence.words))):
        gap, low, word = sentence.gap(i - 1), sentence.low(i), sentence.words[i]
        if any(mark in gap for mark in ".;:\n") or low in _CLAUSE_ENDS:
            return ""
        in_aside = in_aside != ("," in gap or "(" in gap or ")" in gap or "—" in gap)
        if low[:1].isdigit() or low in STARTERS:
            if not in_aside:
                return ""
            continue
        if fate := fate_of(sentence, i, lexicon):
            is_passive = any(sentence.low(i - back) in _BE for back in (1, 2, 3))
            if is_passive or word.lemma in _BY_THEMSELVES:
                return fate
            if not in_aside:
                return ""
        elif not in_aside and not word.is_function and _is_act(sentence, i, lexicon):
            return ""
    return ""


def _is_act(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether the word is a verb with those counted for its subject: "12 people fled", not "12 people trapped inside"."""
    word, low = sentence.words[i], sentence.low(i)
    if low in _BE or word.lemma not in lexicon.verbs or low == word.lemma:
        return False
    if low.endswith("ing"):
        return False
    return not (low.endswith("ed") and sentence.low(i + 1) in {"in", "on", "at", "by", "inside", "under", "with", "to"})
