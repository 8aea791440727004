"""What happened told as planned, what is planned as done, what is sure as possible, a suspect as convicted."""

import re
from collections.abc import Iterator
from random import Random

from counterpoint.engine.passages import Span
from tests.bench.planting.changes import Change, Edit, Setting, clause_before, mentions
from tests.bench.planting.conjugations import PARTICIPLES, gerund_of, participle_of, past_of

_FORM = rf"(?:[a-z]{{2,}}ed|{'|'.join(sorted(PARTICIPLES))})"
_STATED = re.compile(rf"\b(?P<aux>was|were|has been|have been) (?P<done>{_FORM})\b")
_HAS = re.compile(rf"\b(?P<aux>has|have) (?P<done>(?!been\b){_FORM})\b")
_WILL_BE = re.compile(rf"\b(?:will|would) be (?P<done>{_FORM})\b")
_WILL = re.compile(r"\bwill (?P<base>(?!be\b|have\b|not\b|also\b|likely\b|never\b)[a-z]{3,})\b")
_MAY = re.compile(
    rf"\b(?:may|might|could) (?:(?P<been>have been|be) (?P<done>{_FORM})"
    r"|(?P<base>(?!be\b|have\b|not\b|see\b|hear\b)[a-z]{3,}))\b"
)
_PLANS = re.compile(
    r"\b(?:plans?|hopes?|wants?|intends?|agreed|decided|vowed|pledged|promised|voted) to (?P<base>[a-z]{3,})\b"
)
_PLANNED = re.compile(
    rf"\b(?P<be>is|are|was|were) (?:expected|scheduled|due|set|planned) to (?:be (?P<done>{_FORM})"
    r"|(?P<base>(?!be\b|have\b)[a-z]{3,}))\b"
)
_LADDER = {
    "charged with": ("suspected of", "convicted of"), "convicted of": ("charged with", "suspected of"),
    "accused of": ("convicted of",), "suspected of": ("charged with", "convicted of"), "sentenced to": ("facing",),
    "charged in": ("questioned in", "convicted in"), "accused": ("convicted",),
    "was indicted": ("was convicted",), "pleaded guilty to": ("was charged with",), "arraigned": ("sentenced",),
    "was booked": ("was sentenced",), "confirmed that": ("suspected that",), "a suspected": ("a confirmed",),
    "apparent": ("confirmed",), "possibly": ("certainly",),
    "possible": ("confirmed",), "probably": ("certainly",), "likely": ("certainly",),
}  # fmt: skip
_STEP = re.compile(rf"(?<![\w’'-])(?:{'|'.join(sorted(_LADDER, key=len, reverse=True))})(?![\w’'-])")
_QUALITIES = frozenset("apparent possible likely probably alleged".split())
_NO_QUALITY = re.compile(r"\b(?:as|more|less|most|very|if|not|is|are|was|were|be|seems?|makes?|the|all|every) $")
_PLURAL = re.compile(r"(?:[a-z]s|they|They|people|men|women|children|police|who) $")
#: A clause of its own: what has happened under a condition, or by the time of something else, is not turned so.
_DEPENDENT = re.compile(
    r"\b(?:when|while|as|after|before|because|if|since|although|though|where|until|once|whether|who|which|whose|than|what"
    r"|how|why|no|not|to|never|there|or|nor|unless|time|it|so)\b|n[’']t\b",
    re.IGNORECASE,
)
#: Beside these nothing is still to come.
_PAST = re.compile(
    r"\b(?:yesterday|last|ago|(?:19|20)\d\d|earlier|when|while|after|before|as|until|about|around|shortly|[a-z]+day"
    r"|later|then|had|a\.m|p\.m|morning|evening|night|afternoon)\b|\d",
    re.IGNORECASE,
)
#: What is called so, not done; and what nobody plans or announces beforehand.
_NO_ACTS = frozenset(
    """born reported confirmed announced told met located known called named based made expected scheduled set believed
    said described claimed become begun been considered thought supposed asked due""".split()
)
#: What somebody decides to do, and may decide later: of these a plan can be told.
_ACTS = frozenset(
    """taken sent closed opened arrested charged released removed moved transported evacuated launched signed approved
    built installed deployed cancelled canceled postponed held given paid supplied recalled arraigned booked tested
    treated delivered put banned suspended sued blocked urged offered bought sold hired dismissed restored cut raised
    freed returned replaced searched interviewed questioned hospitalized airlifted flown towed repaired dropped
    published shut extended introduced invited ordered asked shared sealed secured detained jailed filed placed brought
    rescued""".split()
)


def plant_stages(setting: Setting, chance: Random) -> Iterator[Change]:
    """Another stage or certainty, two steps away at least."""
    for turned in (_of_done, _of_having, _of_will_be, _of_will, _of_may, _of_plans, _of_planned):
        for way, words, match in turned(setting, chance):
            if words and _is_plain(setting, match):
                yield _change(way, words, match)
    for match in _STEP.finditer(setting.text):
        is_phrase = match[0] in _QUALITIES and _NO_QUALITY.search(setting.text[: match.start()])
        if not is_phrase and len(mentions(setting.text, match[0])) == 1 and setting.is_free(Span(*match.span())):
            yield _change("step", chance.choice(_LADDER[match[0]]), match)


Turned = Iterator[tuple[str, str, re.Match[str]]]


def _of_done(setting: Setting, chance: Random) -> Turned:
    """ "was closed" as "is to be closed" or "may have been closed"."""
    for match in _STATED.finditer(setting.text):
        done = match["done"]
        be = "are" if match["aux"] in {"were", "have been"} else "is"
        plans = [("done/planned", f"{be} to be"), ("done/planned", "will be")]
        may_plan = done in _ACTS and not _PAST.search(setting.text)
        way, words = chance.choice([("done/possible", "may have been"), *(plans if may_plan else ())])
        if done not in _NO_ACTS and setting.lexicon.lemma(done) in setting.lexicon.verbs:
            yield way, f"{words} {done}", match


def _of_having(setting: Setting, _chance: Random) -> Turned:
    """ "has closed" as "is considering closing"."""
    for match in _HAS.finditer(setting.text):
        base = setting.lexicon.lemma(match["done"])
        if match["done"] in _ACTS and base in setting.lexicon.verbs and participle_of(base) == match["done"]:
            be = "is" if match["aux"] == "has" else "are"
            yield "done/considered", f"{be} considering {gerund_of(base)}", match


def _of_will_be(setting: Setting, chance: Random) -> Turned:
    for match in _WILL_BE.finditer(setting.text):
        have = "have" if _PLURAL.search(setting.text[: match.start()]) else "has"
        ways = ("planned/done", f"{have} been"), ("planned/possible", "might be")
        way, words = chance.choice(ways)
        yield way, f"{words} {match['done']}", match


def _of_will(setting: Setting, chance: Random) -> Turned:
    for match in _WILL.finditer(setting.text):
        base = match["base"]
        if base in setting.lexicon.verbs:
            way, words = chance.choice([("planned/done", past_of(base)), ("planned/possible", f"might {base}")])
            yield way, words, match


def _of_may(setting: Setting, _chance: Random) -> Turned:
    for match in _MAY.finditer(setting.text):
        if match["done"]:
            yield "possible/sure", f"{'was' if match['been'] == 'have been' else 'will be'} {match['done']}", match
        elif match["base"] in setting.lexicon.verbs:
            yield "possible/sure", f"will {match['base']}", match


def _of_plans(setting: Setting, _chance: Random) -> Turned:
    for match in _PLANS.finditer(setting.text):
        if match["base"] in setting.lexicon.verbs:
            yield "planned/done", past_of(match["base"]), match


def _of_planned(setting: Setting, _chance: Random) -> Turned:
    for match in _PLANNED.finditer(setting.text):
        if match["done"]:
            yield "planned/done", f"{'were' if match['be'] in {'are', 'were'} else 'was'} {match['done']}", match
        elif match["base"] in setting.lexicon.verbs:
            yield "planned/done", past_of(match["base"]), match


def _change(way: str, words: str, match: re.Match[str]) -> Change:
    return Change("certainty", way, (Edit(Span(*match.span()), words),))


def _is_plain(setting: Setting, match: re.Match[str]) -> bool:
    """Whether the verb is that of a statement of its own."""
    clause = clause_before(setting.text, match.start())
    is_statement = clause.strip() and not _DEPENDENT.search(clause) and not setting.text.startswith("If ")
    return bool(is_statement) and setting.is_free(Span(*match.span()))
