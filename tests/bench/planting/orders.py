"""Sentences in another order: who said it and when moved or left out, what only adds trimmed, active for passive."""

import re
from random import Random

from counterpoint.engine.passages import Span
from tests.bench.planting.traces import Trace, joined, lowered, raised

_DAYS = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_SAID = r"(?:said|says|added|reported|told reporters)"
_WHO = r"(?P<who>[^,;:“”\"()]{3,60})"
_SAID_AFTER = re.compile(rf"(?P<what>[^;:“”\"]+), {_WHO} (?P<said>{_SAID})(?P<when>(?: on)? {_DAYS})?\.")
_ACCORDING_AFTER = re.compile(r"(?P<what>[^;:“”\"]+), according to (?P<who>[^,;:“”\"()]{3,70})\.")
_ACCORDING_BEFORE = re.compile(r"According to (?P<who>[^,;:“”\"()]{3,70}), (?P<what>[^;:“”\"]+)\.")
_SAID_BEFORE = re.compile(
    rf"(?P<who>[A-Z][^,;:“”\"()]{{2,50}}?) (?P<said>said|says)(?P<when> {_DAYS})?(?P<that> that)? "
    r"(?P<what>[^;:“”\"]+)\."
)
_SAID_VERB = re.compile(
    r"(?<![,”\"] )(?P<verb>said)(?P<after>\.$|(?: on)? " + _DAYS + r"\.$| that | the | a | he | she | they )"
)
_PART = "(?: (?:morning|afternoon|evening|night))?"
_TIME_LAST = re.compile(rf"(?P<what>[^,;:“”\"]+?) (?P<when>(?:on )?{_DAYS}{_PART})\.")
_TIME_FIRST = re.compile(
    rf"(?P<when>On {_DAYS}{_PART}|In (?:19|20)\d\d|In [A-Z][a-z]+ (?:19|20)\d\d), "
    r"(?P<what>[^,;:“”\"]+)\."
)
_BRACKET = re.compile(r" \([^()]{2,60}\)")
_TAIL = re.compile(r", (?:while|which|where|when|after|as|adding|but|and (?:he|she|they|it)) [^“”\"]{8,}(?=\.$)")
_NAME_ENDS = "|".join(rf"(?<= [A-Z][a-z]{{{length}}})" for length in range(3, 8))
_INNER = re.compile(
    r", (?:who|which|where|whose) [^,“”\"]{5,90},(?= )"
    rf"|(?:{_NAME_ENDS}), (?:an?|the) [^,“”\"]{{5,60}},(?= (?!and\b|or\b|an?\b|the\b))"
)
_OPENS_WITH_TIME = re.compile(r"(?:In|On|At|After|When|While|Before|As|During|By|Since|Late|Early|If)\b")
_CLAUSE_FIRST = re.compile(
    r"(?P<as>When|After|While|As|Before|Because|Although|Since|During|In|At) (?P<clause>[^,;:“”\"]{8,90}), "
    r"(?P<main>[^,;:“”\"]{12,})\."
)
_CLAUSE_LAST = re.compile(
    r"(?P<main>[^,;:“”\"]{12,}?) (?P<as>when|after|while|before|because|although) (?P<clause>[^,;:“”\"]{8,})\."
)
_THAT = re.compile(
    r"(?<!, )(?<!” )(?<!\" )\b(?:said|says|announced|told reporters)(?P<that> that)?"
    r"(?= (?:the|a|an|they|he|she|it|two|three|four|five|police) )"
)
_PRONOUNS = re.compile(r"\b(?:he|she|they|it|him|her|them|his|their|its)\b", re.IGNORECASE)
_ADVERB = re.compile(r"(?:(?<=^)(?:However|Meanwhile|Also|In addition|Earlier|Moreover), |(?<= )also )")
_PASSIVE = re.compile(
    r"(?P<whom>(?:The|A|An|Two|Three|Four|One) [a-z]+(?: [a-z]+)?|[A-Z][a-z]+(?: [A-Z][a-z]+)*) (?:was|were) "
    r"(?P<act>[a-z]{3,}ed|shot|found|seen|held|hit) by (?P<who>(?:the |an? )?[a-z]+(?: [a-z]+)?|[A-Z][a-z]+)\."
)
#: Clauses in which a time is not the main verb's.
_SUBORDINATE = re.compile(
    r"\b(?:that|where|say|for|of|to|early|late|who|which|when|after|before|while|as|because|if|said|says|told|announced"
    r"|whose)\b"
)
_MAY_OPEN = frozenset(
    """the a an he she it they we two three four five six seven eight nine ten police officers officials authorities
    investigators firefighters residents witnesses neighbors neighbours rescuers his her their its this these those
    several some many most one another all both detectives deputies scientists researchers protesters prosecutors in
    at on after during no more""".split()
)
_PRONOUN = re.compile(r"(?:He|She|They|We|It|I)\b")
_NAME_FIRST = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z]|, \d)|[A-Z]{2,}|\d")
_NO_STATEMENT = re.compile(r"(?:in|on|at|to|about|of)\b|(?:\S+ ){1,5}that\b")
_DATELINE = re.compile(r"[A-Z]{3,}[^a-z]|.{0,40}(?:--|—|–|\([A-Z]{2,}\))")
_SPEAKS = re.compile(
    r"[“”\"]|\b(?:sa(?:id|y|ys)|told|tells?|according|reported|reports|announced|confirmed|wrote|I|we|you)\b"
    "|[’'] "
)
_PLAIN_END = re.compile(r"[a-z\d]{3,}\.$")
_SPEAKER_AGAIN = re.compile(r"\b(?:said|says|told|according to)\b")


def _inner(trace: Trace) -> Trace | None:
    """What stood first, to stand inside: with a small letter, or as it is where the capital is a name's.

    None where nobody can tell.
    """
    if _DATELINE.match(trace.text):
        return None
    first = re.match(r"[\w’'-]+", trace.text)
    if first is None or first[0].lower() in _MAY_OPEN:
        return lowered(trace)
    return trace if _NAME_FIRST.match(trace.text) else None


def attribution_first(trace: Trace, _chance: Random) -> Trace | None:
    """ "The road is closed, police said." as "Police said the road is closed."."""
    if match := _ACCORDING_AFTER.fullmatch(trace.text):
        what = _inner(trace.group(match, "what"))
        return what and joined("According to ", trace.group(match, "who"), ", ", what, ".")
    match = _SAID_AFTER.fullmatch(trace.text)
    if match is None or _SPEAKER_AGAIN.search(match["what"]):
        return None
    what = _inner(trace.group(match, "what"))
    who, said = raised(trace.group(match, "who")), trace.group(match, "said")
    return what and joined(who, " ", said, trace.group(match, "when"), " that ", what, ".")


def attribution_last(trace: Trace, _chance: Random) -> Trace | None:
    """ "Police said the road is closed." as "The road is closed, police said."."""
    match = _ACCORDING_BEFORE.fullmatch(trace.text)
    if match is not None:
        return joined(raised(trace.group(match, "what")), ", according to ", trace.group(match, "who"), ".")
    match = _SAID_BEFORE.fullmatch(trace.text)
    if match is None or _SPEAKER_AGAIN.search(match["what"]) or _NO_STATEMENT.match(match["what"]):
        return None
    who = _inner(trace.group(match, "who"))
    if who is None:
        return None
    who = lowered(who) if _PRONOUN.match(who.text) else who
    what = raised(trace.group(match, "what"))
    return joined(what, ", ", who, " ", trace.group(match, "said"), trace.group(match, "when"), ".")


def attribution_gone(trace: Trace, _chance: Random) -> Trace | None:
    """ "The road is closed, police said." as "The road is closed."."""
    for pattern in (_ACCORDING_AFTER, _SAID_AFTER):
        match = pattern.fullmatch(trace.text)
        if match is not None:
            return joined(trace.group(match, "what"), ".")
    return None


def attribution_reworded(trace: Trace, chance: Random) -> Trace | None:
    """ "Police said the road is closed." as "Police told reporters the road is closed."."""
    if match := _ACCORDING_AFTER.fullmatch(trace.text):
        return joined(trace.group(match, "what"), ", ", trace.group(match, "who"), " said.")
    match = _SAID_VERB.search(trace.text)
    return trace.replaced(Span(*match.span("verb")), chance.choice(["told reporters", "stated"])) if match else None


def time_first(trace: Trace, _chance: Random) -> Trace | None:
    """ "A bridge fell on Monday." as "On Monday, a bridge fell."."""
    match = _TIME_LAST.fullmatch(trace.text)
    if match is None or _SUBORDINATE.search(match["what"]):
        return None
    what = _inner(trace.group(match, "what"))
    when = trace.group(match, "when")
    opening = joined(raised(when)) if match["when"].startswith("on") else joined("On ", when)
    return what and joined(opening, ", ", what, ".")


def time_last(trace: Trace, _chance: Random) -> Trace | None:
    """ "On Monday, a bridge fell." as "A bridge fell on Monday."."""
    match = _TIME_FIRST.fullmatch(trace.text)
    if match is None or _SUBORDINATE.search(match["what"]):
        return None
    return joined(raised(trace.group(match, "what")), " ", lowered(trace.group(match, "when")), ".")


def trimmed_tail(trace: Trace, _chance: Random) -> Trace | None:
    """What only adds is left out: brackets, or a last clause that begins with "which", "while", "adding" ..."""
    match = _BRACKET.search(trace.text) or _TAIL.search(trace.text)
    if match is None or match.start() < len(trace.text) / 3:
        return None
    return joined(trace.part(0, match.start()), trace.part(match.end()))


def trimmed_inner(trace: Trace, _chance: Random) -> Trace | None:
    """ "The driver, who was 40, fled." as "The driver fled."."""
    match = None if _OPENS_WITH_TIME.match(trace.text) else _INNER.search(trace.text)
    return joined(trace.part(0, match.start()), trace.part(match.end())) if match else None


def clause_last(trace: Trace, _chance: Random) -> Trace | None:
    """ "After the storm, the harbour was shut." as "The harbour was shut after the storm."."""
    match = _CLAUSE_FIRST.fullmatch(trace.text)
    if match is None or _PRONOUNS.search(match["main"]) or _SUBORDINATE.search(match["main"]):
        return None
    tail = lowered(trace.group(match, "as")), " ", trace.group(match, "clause"), "."
    return joined(raised(trace.group(match, "main")), " ", *tail)


def clause_first(trace: Trace, _chance: Random) -> Trace | None:
    """ "The harbour was shut after the storm." as "After the storm, the harbour was shut."."""
    match = _CLAUSE_LAST.fullmatch(trace.text)
    if match is None or _PRONOUNS.search(match["clause"]) or _SUBORDINATE.search(match["main"]):
        return None
    main = _inner(trace.group(match, "main"))
    return main and joined(raised(trace.group(match, "as")), " ", trace.group(match, "clause"), ", ", main, ".")


def other_that(trace: Trace, _chance: Random) -> Trace | None:
    """ "said that the" as "said the", or the other way round."""
    match = _THAT.search(trace.text)
    if match is None:
        return None
    return (
        trace.replaced(Span(*match.span("that")), "")
        if match["that"]
        else joined(trace.part(0, match.end()), " that", trace.part(match.end()))
    )


def without_adverb(trace: Trace, _chance: Random) -> Trace | None:
    """ "The man also fired" as "The man fired"."""
    match = _ADVERB.search(trace.text)
    if match is None:
        return None
    rest = trace.part(match.end())
    return joined(trace.part(0, match.start()), rest if match.start() else raised(rest))


def active(trace: Trace, _chance: Random) -> Trace | None:
    """ "Jane Roe was arrested by police." as "Police arrested Jane Roe."."""
    match = _PASSIVE.fullmatch(trace.text)
    if match is None or match["act"] in {"seen", "followed"}:
        return None
    whom = _inner(trace.group(match, "whom"))
    return whom and joined(raised(trace.group(match, "who")), " ", trace.group(match, "act"), " ", whom, ".")


def attribution_added(trace: Trace, _chance: Random) -> Trace | None:
    """ "The road is closed." as "The road is closed, authorities said."."""
    if _SPEAKS.search(trace.text) or not _PLAIN_END.search(trace.text):
        return None
    return joined(trace.part(0, len(trace.text) - 1), ", authorities said.")
