"""Counts, ranks and scores: "26 countries", "the 85th victim", "12 of the 20", "no one", "won 3-2"."""

import re
from dataclasses import replace

from counterpoint.engine.details import Kind
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.numbers.bounds import find_bound_after
from counterpoint.engine.numbers.fates import fate_of, find_fate, find_fate_after
from counterpoint.engine.numbers.meanings import Meaning
from counterpoint.engine.numbers.nouns import Noun, find_noun, singular
from counterpoint.engine.numbers.numerals import Numeral, Sentence, read_numeral
from counterpoint.engine.passages import Span

NONE = frozenset({"no", "nobody", "none"})
_NONE_OTHER = frozenset("other others further additional more new immediate longer".split())
_SETTLEMENTS = frozenset("town city village community hamlet island suburb district municipality".split())
_OWNERS = frozenset("the these those his her its their".split())
_AFTER_HYPHEN = frozenset({"strong", "odd", "plus", "some", "ish"})
_NOT_AFTER_ONE = frozenset(
    """of another who which that on way day more thing by to for s time and at in or from else minute moment side hand
    point can could should would may might must has have had is was""".split()
)
_NOT_BEFORE_ONE = frozenset("no the this that any every some each which on for".split())
_NOT_RANKED = frozenset(
    """lady ladies amendment aid responder responders degree party parties world class hand floor century street avenue
    st ave grade grader graders half largest biggest highest most best worst minister name cousin base step line rate
    place thing all few""".split()
)
_AFTER_RANKED = frozenset("at in this since for on to of so".split())
_SCORE = re.compile(r"(\d{1,3})[-–](\d{1,3})(?![-–\d])")
_SEASON = re.compile(r"\s(?:season\b|[A-Z])")  # "the 14-15 Champions League"
_TALLY = re.compile(
    r"(\d{1,3})(?: votes?)?(?: in favou?r)?,? (?:to|against) (\d{1,3})(?! ?[%\d]| (?:percent|per cent))\b"
)
_SCORED = re.compile(
    r"\b(?:scored?|w[io]ns?|beat|beats|los[et]s?|defeat(?:s|ed)?|victory|draw|drew|leads?|led|votes?|voted|ruling|decision"
    r"|tied?|game|match|record|loss|final|pass(?:ed|es)?|approve[ds]?|reject(?:s|ed)?|majority|rul(?:ed|es))\b",
    re.IGNORECASE,
)
_VOTED = re.compile(
    r"\b(?:votes?|voted|pass(?:ed|es)?|approve[ds]?|reject(?:s|ed)?|ruled|by|w[io]ns?)\b", re.IGNORECASE
)
_DEGREE = re.compile(r"\b(?:seriously|badly|critically|immediately|severely|else|gravely|yet)\b")
_DEGREE_REACH = 20
_BROKEN = re.compile(r"[-–]\d")
_SCORE_NEAR = (40, 25)  # code points before and after within which a word tells that the numbers are a score


def read_none(sentence: Sentence, i: int) -> Numeral | None:
    """The zero of "no one", "no injuries"."""
    low = sentence.low(i)
    if low not in NONE or sentence.low(i + 1) in _NONE_OTHER:
        return None
    last = i + (low == "no" and sentence.low(i + 1) == "one" and sentence.gap(i) in {" ", "-"})
    return Numeral(sentence.spanning(i, last), i, last, 0.0, 0.0)


def read_ordinal(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> Meaning | None:
    """The rank of "the 85th victim", "a second strike"; names ("Fifth Avenue", "first lady") have none."""
    following = numeral.last + 1
    if numeral.is_ordinal and (noun := _ranked_subject(sentence, numeral, lexicon)):
        return Meaning(numeral, Kind.ORDINAL, numeral.last, noun)
    if not numeral.is_ordinal or sentence.gap(numeral.last) != " " or sentence.low(following) in _NOT_RANKED:
        return None
    if sentence.low(following) == "of" or sentence.low(numeral.first - 1) in {"at", "world"}:
        return None
    if sentence.words[following].is_capitalised and not sentence.is_title_case:
        return None
    noun = find_noun(sentence, following, lexicon, is_plural=False)
    return Meaning(numeral, Kind.ORDINAL, numeral.last, noun) if noun else None


def _ranked_subject(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> Noun | None:
    """The strike of "the strike lasted 16 days and was the second at the port"."""
    lows = sentence.lows
    if lows[max(0, numeral.first - 2) : numeral.first] not in (["is", "the"], ["was", "the"]):
        return None
    if sentence.low(numeral.last + 1) not in _AFTER_RANKED or lows[:1] not in (["the"], ["a"], ["this"]):
        return None
    noun = find_noun(sentence, 1, lexicon, is_plural=False)
    return Noun(noun.form, noun.modifiers, numeral.last) if noun else None


def read_score(sentence: Sentence, numeral: Numeral) -> Meaning | None:
    """The two numbers of "won 3-2", "a 5-4 ruling", "by 120 votes to 80"."""
    start, stop = numeral.span.start, sentence.span.end
    if not numeral.is_figure:
        return None
    match, told = _SCORE.match(sentence.text, start, stop), _SCORED
    if match is None:
        match, told = _TALLY.match(sentence.text, start, stop), _VOTED
    if match is None:
        return None
    near = max(sentence.span.start, match.start() - _SCORE_NEAR[0]), min(stop, match.end() + _SCORE_NEAR[1])
    if not told.search(sentence.text, *near):
        return None
    ends = [float(part) for part in match.groups()]
    if told is _SCORED and ends[1] == ends[0] + 1 and _SEASON.match(sentence.text, match.end()):
        return None
    last = max(i for i, word in enumerate(sentence.words) if word.span.end <= match.end())
    whole = replace(numeral, span=Span(*match.span()), low=min(ends), high=max(ends), last=last, is_range=True)
    return Meaning(whole, Kind.SCORE, last)


def read_count(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> Meaning | None:
    """What is counted, or a bare number where the noun stands elsewhere ("numbers up to 25,000-30,000")."""
    last = numeral.last
    if numeral.is_ordinal or (numeral.is_figure and _is_broken(sentence, numeral)):
        return None
    noun = _counted(sentence, numeral, lexicon)
    if not numeral.high:
        noun = _counted_none(sentence, numeral, noun, lexicon)
        return Meaning(numeral, Kind.COUNT, last, noun) if noun else None
    if not _is_counted(sentence, numeral, noun, lexicon):
        return None
    if noun and noun.form in {"dead", "missing", "wounded", "injured"}:
        noun = Noun("", noun.modifiers, noun.at)  # "one dead"
    if noun is None and fate_of(sentence, last + 1, lexicon) and find_fate_after(sentence, last, lexicon):
        noun = Noun("", (), last + 1)  # "12 killed in blast"
    if noun is None and sentence.low(numeral.first - 1) == "of" and sentence.low(numeral.first - 2) in _SETTLEMENTS:
        noun = Noun("inhabitant", (), last)  # "a fishing town of 7,000"
    if noun is None and (number_of := _number_of(sentence, numeral, lexicon)):
        noun = Noun(number_of, (), last)
    return Meaning(numeral, Kind.COUNT, last, noun)


def _is_broken(sentence: Sentence, numeral: Numeral) -> bool:
    """Whether the figure goes on in a way that no count does: "20s", "118-33"."""
    is_decade = sentence.low(numeral.last + 1) == "s" and sentence.gap(numeral.last) in {"", "'", "’"}
    return is_decade or (not numeral.is_range and bool(_BROKEN.match(sentence.after(numeral.last, 2))))


def _is_counted(sentence: Sentence, numeral: Numeral, noun: Noun | None, lexicon: Lexicon) -> bool:
    """Whether "one" and "both" count at all."""
    written = sentence.lows[numeral.first : numeral.last + 1]
    if written == ["one"]:
        return _is_counted_one(sentence, numeral, noun, lexicon)
    if written == ["both"]:
        return noun is not None and "and" not in sentence.lows[numeral.last : noun.at + 2]
    return True


def _counted(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> Noun | None:
    last = numeral.last
    if sentence.gap(last) == "-" and sentence.low(last + 1) not in _AFTER_HYPHEN:
        return Noun(singular(sentence.words[last + 1].text, lexicon), (), last + 1)  # "three-bedroom", "two-state"
    if sentence.gap(last) == "-" and sentence.low(last + 1) == "strong":
        return find_noun(sentence, last + 2, lexicon, is_plural=False)  # "a 12,000-strong crowd"
    if "magnitude" in sentence.lows[max(0, numeral.first - 2) : numeral.first]:
        return Noun("magnitude", (), last)  # "magnitude 6.4", "a magnitude of 6.4"
    if after := find_bound_after(sentence, last):
        last += sum(word.span.end <= after[1] for word in sentence.words[last + 1 : last + 3])
    whole = _whole_of(sentence, last)
    is_plural = numeral.high != 1 or whole is not None
    return find_noun(sentence, (whole.last if whole else last) + 1, lexicon, is_plural=is_plural)


def _whole_of(sentence: Sentence, last: int) -> Numeral | None:
    """The 20 in "12 of the 20 hostages"."""
    if sentence.low(last + 1) != "of":
        return None
    at = last + 2 + (sentence.low(last + 2) in _OWNERS)
    return read_numeral(sentence, at) if at < len(sentence.words) else None


def _counted_none(sentence: Sentence, numeral: Numeral, noun: Noun | None, lexicon: Lexicon) -> Noun | None:
    """Of what there was none, where it is told what befell nobody: "no one was hurt", "no reports of injuries"."""
    if sentence.low(numeral.first) != "no" or numeral.last > numeral.first:
        noun = Noun("person", (), numeral.last)
    elif noun and noun.form == "report" and sentence.low(noun.at + 1) == "of":
        noun = find_noun(sentence, noun.at + 1, lexicon, is_plural=True)
    if noun is None or set(noun.modifiers) & _NONE_OTHER:
        return None
    degree = _DEGREE.search(sentence.text, sentence.words[noun.at].span.end, sentence.span.end)
    if degree and degree.start() - sentence.words[noun.at].span.end < _DEGREE_REACH:
        return None
    return noun if find_fate(sentence, numeral.first, noun.at, noun.form, lexicon) else None


def _is_counted_one(sentence: Sentence, numeral: Numeral, noun: Noun | None, lexicon: Lexicon) -> bool:
    """Whether "one" counts: "one person was killed", not "one of the", "one day", "one-on-one"."""
    following = sentence.low(numeral.last + 1)
    if sentence.gap(numeral.last) != " " or following in _NOT_AFTER_ONE:
        return False
    if sentence.low(numeral.first - 1) in _NOT_BEFORE_ONE or sentence.gap(numeral.first - 1) == "-":
        return False
    return bool(noun and lexicon.category(noun.form) != "time") or bool(lexicon.listed("fates", following))


def _number_of(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> str:
    """What a bare number is the number of: "the number of troops ... numbers up to 25,000" -> "troop"."""
    for i in range(numeral.first - 2, 0, -1):
        if sentence.low(i) == "of" and sentence.low(i - 1) in {"number", "numbers", "total"}:
            noun = find_noun(sentence, i, lexicon, is_plural=True)
            return noun.form if noun and noun.at < numeral.first else ""
    return ""
