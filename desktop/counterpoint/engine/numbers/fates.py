"""What befell those whom a number counts: dead, injured, arrested ..., read from the words of the same clause."""

import re

from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.numbers.numerals import STARTERS, Sentence

_BE = frozenset(
    """was were been be being is are got get left feared confirmed reported presumed pronounced found remain remains
    remained became become""".split()
)
#: Verbs and adjectives whose subject, not object, they befall.
_BY_THEMSELVES = frozenset(
    "die perish drown dead disappear vanish missing unaccounted homeless disappeared survive".split()
)
_SKIPPED = frozenset("another other the all these his her their its further additional a an some up".split())
_ADVERBS = frozenset(
    "still critically seriously badly fatally also slightly severely gravely lightly reportedly".split()
)
_PARTICLES = frozenset({"down", "dead", "out"})  # "gunned down 14 people", "shot dead 22"
_CLAUSE_ENDS = frozenset("but while because although though whereas if that whose which where".split())
_ENDS_PASSIVE = frozenset(
    """in by when as after at on during and but since near outside inside this over from while with amid across before
    following early late yesterday today overnight so or last to""".split()
)
_FATAL_NOUNS = frozenset({"toll", "tally"})
_TAKES_LIVES = frozenset({"claim", "cost", "take", "lose"})
_SUFFERS = frozenset({"suffer", "sustain", "receive"})
_CHANGES = re.compile(
    r"\b(?:r[io]se|risen|rises|rising|climb(?:ed|s)|jump(?:ed|s)|stands|stood|reach(?:ed|es)?|now|was|is|put|grew|grown)\b"
)
_CONDITION = re.compile(
    r"\s(?:(?:was|were|is|are) )?(?:still |remain(?:s|ed)? )?in (?:a )?(?:\w+ )?"
    r"(?:critical|serious|stable|fair|grave)\b"
)
_IN_HOSPITAL = re.compile(
    r"\s(?:(?:was|were|is|are|remain(?:s|ed)?|stay(?:s|ed)?|lay) )(?:still )?in (?:the )?(?:hospital|intensive care)\b"
)
_PRESENT = re.compile(r"\s(?:(?:was|were|is|are) )?(?:then )?(?:on board|aboard|inside|present|on the premises)\b")
_ASIDE = re.compile(r"[,()—–]")
_END = re.compile(r"[.;:\n]")
_REACH = (
    14  # words after the noun within which its verb is looked for: "12 people, among them two children, were killed"
)


def find_fate(sentence: Sentence, start: int, end: int, noun: str, lexicon: Lexicon) -> str:
    """The fate of those whom words `start` to `end` count; "" where the clause does not say.

    "12 dead", "12 wounded soldiers", "killed 12 people", "12 people were killed", "the death toll rose to 12".
    """
    return (
        _within(sentence, start, end, noun, lexicon)
        or find_fate_after(sentence, end, lexicon)
        or _before(sentence, start, lexicon)
        or _of_lives(sentence, start, noun)
        or _later(sentence, end, lexicon)
    )


def fate_of(sentence: Sentence, i: int, lexicon: Lexicon) -> str:
    """The fate that word i names, "" where it names none; who is fatally shot, or shot to death, is dead."""
    if not 0 <= i < len(sentence.words):
        return ""
    fate = lexicon.listed("fates", sentence.low(i)) or lexicon.listed("fates", sentence.words[i].lemma) or ""
    if fate in {"shot", "stabbed", "burned", "injured"} and _is_deadly(sentence, i):
        return "dead"
    return fate


def _is_deadly(sentence: Sentence, i: int) -> bool:
    following = sentence.lows[i + 1 : i + 3]
    is_dead = following[:1] == ["dead"] or following in (["to", "death"], ["and", "killed"])
    return is_dead or sentence.low(i - 1) == "fatally" or following[:1] == ["fatally"]


def _within(sentence: Sentence, start: int, end: int, noun: str, lexicon: Lexicon) -> str:
    if noun == "shot":
        return ""
    return next((fate for i in range(start, end + 1) if (fate := fate_of(sentence, i, lexicon))), "")


def find_fate_after(sentence: Sentence, end: int, lexicon: Lexicon) -> str:
    """As in "12 killed in blast", "12 people dead", "two others in critical condition", not "two gunmen killed 12"."""
    at = end + 1
    if at >= len(sentence.words) or sentence.gap(end) not in {" ", "-"}:
        return ""
    if _CONDITION.match(sentence.text, sentence.words[end].span.end, sentence.span.end):
        return "injured"
    if _IN_HOSPITAL.match(sentence.text, sentence.words[end].span.end, sentence.span.end):
        return "hospitalised"
    if _PRESENT.match(sentence.text, sentence.words[end].span.end, sentence.span.end):
        return "present"  # of whom some are saved and some lost
    at += sentence.low(at) in _ADVERBS
    fate = fate_of(sentence, at, lexicon)
    if not fate or sentence.words[at].lemma in _BY_THEMSELVES or sentence.low(at) in {"missing", "dead"}:
        return fate
    is_last = at + 1 >= len(sentence.words) or sentence.gap(at).strip() != ""
    return fate if is_last or sentence.low(at + 1) in _ENDS_PASSIVE else ""


def _before(sentence: Sentence, start: int, lexicon: Lexicon) -> str:
    """As in "killed 12 people", "leaving 4 wounded", "the death toll rose to 85", "the deaths of 12"."""
    at = start - 1
    while at >= 0 and sentence.low(at) in _SKIPPED and sentence.gap(at) == " ":
        at -= 1
    if sentence.gap(at) == ", " and sentence.low(at - 1) == "the" and at == start - 1:
        return fate_of(sentence, at, lexicon)  # "the injured, 27 people in all"
    if at < 0 or sentence.gap(at) != " ":
        return ""
    if sentence.low(at) in {"to", "at", "of", "is", "was", "from"}:
        return _of_toll(sentence, at, lexicon)
    at -= sentence.low(at) in _PARTICLES and at > 0 and sentence.words[at - 1].lemma in {"gun", "shoot", "mow", "cut"}
    if sentence.words[at].is_function:
        return ""
    is_passive = sentence.low(at - 1) in {"was", "were", "been", "is", "are", "being"}
    is_noun = sentence.low(at) in {"death", "deaths", "injury", "injuries", "shot", "wound"} and not is_passive
    is_noun = is_noun and sentence.low(at) != "shot"
    return "" if is_passive or is_noun or sentence.words[at].lemma in _BY_THEMSELVES else fate_of(sentence, at, lexicon)


def _of_toll(sentence: Sentence, at: int, lexicon: Lexicon) -> str:
    """As in "deaths of 12", "the toll, in an attack on a market, rose to 85"."""
    if sentence.low(at) == "of":
        return "dead" if sentence.low(at - 1) in _FATAL_NOUNS else fate_of(sentence, at - 1, lexicon)
    for i in range(at - 1, -1, -1):
        if _END.search(sentence.gap(i)):
            return ""
        if sentence.low(i) in _FATAL_NOUNS:
            return "dead"
        if sentence.low(i) in {"deaths", "fatalities", "dead", "injuries", "wounded", "injured", "missing", "arrests"}:
            between = sentence.text[sentence.words[i].span.end : sentence.words[at].span.end]
            return fate_of(sentence, i, lexicon) if _CHANGES.search(between) else ""
    return ""


def _of_lives(sentence: Sentence, start: int, noun: str) -> str:
    """As in "claimed 84 lives", "took the lives of 84 people"."""
    nearby = sentence.words[max(0, start - 5) : start]
    takes = any(word.lemma in _TAKES_LIVES for word in nearby)
    return "dead" if takes and (noun == "life" or any(word.text.lower() == "lives" for word in nearby)) else ""


def _later(sentence: Sentence, end: int, lexicon: Lexicon) -> str:
    """As in "12 people, two of them children, were killed"; nothing where another act stands between."""
    in_aside = False
    for i in range(end + 1, min(end + _REACH, len(sentence.words))):
        gap = sentence.gap(i - 1)
        if _END.search(gap) or sentence.low(i) in _CLAUSE_ENDS:
            return ""
        in_aside ^= bool(_ASIDE.search(gap))
        if fate := _as_verb(sentence, i, lexicon):
            return fate
        if not in_aside and (_is_number(sentence, i) or _is_act(sentence, i, lexicon)):
            return ""
    return ""


def _is_number(sentence: Sentence, i: int) -> bool:
    return sentence.low(i)[:1].isdigit() or sentence.low(i) in STARTERS


def _as_verb(sentence: Sentence, i: int, lexicon: Lexicon) -> str:
    """The fate of a subject whose verb is word i: "were killed", "died", "suffered minor injuries"."""
    if sentence.words[i].lemma in _SUFFERS:
        harms = any(
            sentence.words[k].lemma in {"injury", "wound"} for k in range(i + 1, min(i + 6, len(sentence.words)))
        )
        return "injured" if harms else ""
    fate = fate_of(sentence, i, lexicon)
    is_passive = any(sentence.low(i - back) in _BE for back in (1, 2, 3))
    return fate if fate and (is_passive or sentence.words[i].lemma in _BY_THEMSELVES) else ""


def _is_act(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether those counted do what the word says: "12 people fled", not "12 people trapped inside"."""
    word, low = sentence.words[i], sentence.low(i)
    if word.is_function or low in _BE or word.lemma not in lexicon.verbs or low == word.lemma or low.endswith("ing"):
        return False
    return not (low.endswith("ed") and sentence.low(i + 1) in {"in", "on", "at", "by", "inside", "under", "with", "to"})
