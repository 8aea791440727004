"""Words turned into their opposites."""

import re
from collections.abc import Iterator
from random import Random

from counterpoint.engine.passages import Span
from tests.bench.planting.changes import Change, Edit, Setting, mentions

#: "word / its opposite"; both ways where "=" stands between them.
_PAIRS = """
survived = died, increased = decreased, approved = rejected, accepted / rejected, opened = closed, won = lost
confirmed = denied, supported = opposed, supports = opposes, legal = illegal, alive = dead, accidental / deliberate
accidentally / deliberately, intentionally / accidentally, deliberately / accidentally, arrested = released
loaded = unloaded, armed = unarmed, successful = unsuccessful, successfully = unsuccessfully
largest / smallest, biggest / smallest, highest = lowest, oldest = youngest, northern = southern, eastern = western
north = south, northeast = southwest, upstairs = downstairs, inside = outside, public = private, likely = unlikely
possible = impossible, unable / able, agreed to = refused to, failed to = managed to, without / with
critical condition = stable condition, serious / minor, minor / serious, non-life-threatening / life-threatening
non-life threatening / life-threatening, male = female, indoors = outdoors, fatal / non-fatal, man = woman, boy = girl
men = women, closest = farthest, nearest / farthest, larger = smaller, brighter = dimmer, closer / farther
hotter = colder, older = younger, allowed = banned, guilty / innocent, entered / left
bought = sold, raised = lowered, praised = criticized, welcomed = condemned, peaceful = violent
remotely / in person, increase = decrease, success = failure, longest = shortest, first / last
for the first time / for the second time, self-inflicted / accidental, safely / barely, best = worst
single / married, temporarily / permanently, temporary = permanent, worst / mildest, strongest = weakest
full moon / new moon, bigger / smaller, conscious = unconscious, remembered / forgot, positive = negative
voluntarily / against their will, illegally / legally, married / divorced
"""


def _table() -> dict[str, str]:
    found: dict[str, str] = {}
    for left, sign, right in re.findall(r"([^,\n]+) ([=/]) ([^,\n]+)", _PAIRS):
        found[left.strip()] = right.strip()
        if sign == "=":
            found[right.strip()] = left.strip()
    return found


_OPPOSITES = _table()
_SEXES = frozenset("man woman boy girl men women male female".split())
#: What only a man or only a woman is called: the sentence would contradict itself.
_OF_ONE_SEX = re.compile(
    r"\b(?:he|she|his|hers?|him|himself|herself|pregnant|wife|husband|mother|father|son|daughter|brother|sister|mom|dad"
    r"|mr|mrs|ms)\b",
    re.IGNORECASE,
)
#: Words that mean something else elsewhere, and what must stand before them.
_BEHIND = {
    "dead": r"(?:was|were|is|are|found|being|be|pronounced) $", "alive": r"(?:was|were|is|are|found|being|be) $",
    "critical condition": r"(?<!extremely )(?<!very )$",
    "possible": r"(?:is|was|be|been|made) $", "likely": r"(?:is|was|are|were) $",
    "released": r"(?:was|were|been|be|is|are) $", "arrested": r"(?:was|were|been|be|is|are) $",
    "first": r"(?<!of )\bthe $",
    "lost": r"(?:has|have|had|party|team|he|she|it|they|[A-Z]\w+) $",
}  # fmt: skip
_DENIED = re.compile(r"\b(?:not|no|never|neither|nor|without|unclear|whether|if)\b|n[’']t\b", re.IGNORECASE)
_ANY = re.compile(rf"(?<![\w’'-])(?:{'|'.join(sorted(_OPPOSITES, key=len, reverse=True))})(?![\w’'-])")
#: Where the word is part of a phrase that says something else.
_IDIOMS = re.compile(
    r"first (?:aid|responders?|lady|degree|amendment|name|team|class|half|minister|reported|floor|place|time)"
    r"|at first|the first of|first-|first and|with(?:out)? (?:respect|regard|this|that|them|him|her|it|a view)"
    r"|(?:nor|sou)th korean?"
    r"|(?:north|south|east|west)(?:ern)? (?:of |and |carolina|dakota|virginia|africa|side)"
    r"|west bank|the public|public (?:safety|affairs|information|relations|health|school|transport)"
    r"|(?:as|so) possible|released from|had a more|best known|best friends?|at best|private (?:life|school)|male and"
    r"|(?:out|in)side (?:of|his|her|their|its)|one man|man-made|serious(?:ly)? (?:about|concerns?)|entered into"
    r"|(?:most|more) likely|likely to",
    re.IGNORECASE,
)


def _are_both_told(text: str) -> bool:
    """Whether the sentence would contradict itself with a man for a woman, a boy for a girl."""
    if _OF_ONE_SEX.search(text):
        return True
    told = {word for word in re.findall(r"[a-z]+", text.lower()) if word in _SEXES}
    return len(told) > 1 or bool(re.search(r"\b(?:fe)?males\b", text))


def plant_opposites(setting: Setting, _chance: Random) -> Iterator[Change]:
    """A word that the sentence has once, for its opposite."""
    text = setting.text
    if _DENIED.search(text):
        return
    for match in _ANY.finditer(text):
        word, span = match[0], Span(*match.span())
        if len(mentions(text, word)) == 1 and setting.is_free(span) and _may_turn(text, word, span):
            yield Change("opposite", word, (Edit(span, _OPPOSITES[word]),))


def _may_turn(text: str, word: str, span: Span) -> bool:
    """Whether the opposite would say the opposite there."""
    if re.search(rf"\b{re.escape(_OPPOSITES[word])}s?\b", text) or (word in _SEXES and _are_both_told(text)):
        return False
    in_idiom = any(Span(*idiom.span()).overlaps(span) for idiom in _IDIOMS.finditer(text))
    return not in_idiom and bool(re.search(_BEHIND.get(word, ""), text[: span.start]))
