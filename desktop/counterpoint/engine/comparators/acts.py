"""Which act a time or a number belongs to, by the word that tells it: "Friday's shooting", "was shot on Friday"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from counterpoint.engine.certainties import act_of
from counterpoint.engine.clauses import SAYING, Predicate
from counterpoint.engine.comparators.sides import Side
from counterpoint.engine.comparators.slots import predicates_of
from counterpoint.engine.details import Time
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.numbers.nouns import singular
from counterpoint.engine.passages import Span
from counterpoint.engine.verbs import PREPOSITIONS
from counterpoint.engine.words import Word

ANY = "*"  # the name of an act that the words leave open: "it", "the incident"
SAME, KIND, SEQUEL = 1.0, 0.85, 0.8  # told alike, one a kind of the other, one what the other does at once
_SYNONYMS, _WIDER = 0.9, 0.7  # Lexicon.kinship
_EVENTS = frozenset({"act", "event", "phenomenon", "communication"})
_NO_EVENTS = frozenset({"person", "body", "location", "food", "animal", "time", "plant"})
_INCIDENTS = frozenset("incident event tragedy disaster drama ordeal episode violence".split())
_OPEN = frozenset({"it", "this", "that"})
_SPEAKING = SAYING - {"respond", "answer"}  # "firefighters responded on Friday"
_UTTERANCES = frozenset("statement announcement briefing tweet post interview".split())
_SPOKEN = frozenset("press news media telephone phone email".split())  # "news conference", "press release"
#: Verbs that say only that something was: the act stands in their subject ...
_EMPTY = frozenset(
    "be happen occur come unfold follow strike hit rock schedule set plan slate due last continue".split()
)
#: ... or that it was done: the act stands in their object, else in their subject.
_LIGHT = frozenset("hold have take make give carry stage conduct get suffer mount go do".split())
_PHASES = {
    **dict.fromkeys("begin start commence erupt open kick break spark trigger".split(), "begin"),
    **dict.fromkeys("end finish conclude close stop extinguish contain douse wrap put".split(), "end"),
}
_PARTICLES = {"kick": "off", "break": "out", "put": "out", "wrap": "up"}  # without these the verbs tell of no phase
_HARMS = frozenset("injure hit strike kill die damage destroy".split())  # what did it may follow: "hit by gunfire"
#: Verbs whose time may be that of what they deal with: "are investigating the shooting on Tuesday".
_DEALING = frozenset("investigate mourn condemn recall survive witness see describe cause".split())
_HARMED_IN = frozenset("in by during at".split())
_SEQUELS = {
    frozenset(pair.split())
    for pair in (
        "kill die", "kill shoot", "kill stab", "kill bomb", "kill crash", "kill attack", "kill burn", "attack shoot",
        "attack stab", "attack bomb", "attack crash", "injure shoot", "injure stab", "injure bomb", "injure crash",
        "injure attack", "injure burn", "burn bomb", "collapse quake", "collapse fail", "seize arrest", "seize take",
        "seize abduct",        "escape break",
    )
}  # fmt: skip
_BETWEEN = re.compile(
    r"\s(?:(?:late|early|on|in|at|the|about|around|just|shortly|before|after|hours?|morning|afternoon|evening|night|last"
    r"|local|time|of)\s)*",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’]s?\s")
_APART = frozenset("after following since from over for about of to before until by into against with despite".split())
_BREAK = re.compile(
    r"[;:—]|,?\s(?:and|but|when|after|before|while|who|where|which|as|until|because|although|though)\s|,\s"
)
_MEANWHILE = re.compile(r"\s(?:as|while|when)\s(?:\w+\s){1,4}$")
_APPOSED = re.compile(r"\W{1,3}(?:who )?")
_PHRASE = 6  # words of a noun phrase
_LONGEST = 4  # words after the verb in an entry of the list: "go up in flames"


@dataclass(frozen=True, slots=True)
class Act:
    """An act as a claim tells it.

    `names` are the entries of the list "acts" that tell it, or words where it is on none; ANY where the words leave it
    open; empty where nothing tells it. `phase` is "begin" or "end" where only that is told of. `is_said` tells that
    somebody spoke then. `theme` is whom or what it befalls, head first ("the girl" of "freed the girl", "the girl was
    freed", "the girl fled"), empty where a noun tells the act. `predicate` is the verb's that stands beside it.
    """

    names: frozenset[str] = frozenset()
    phase: str = ""
    is_said: bool = False
    theme: tuple[Word, ...] = ()
    predicate: Predicate | None = None


def find_act(start: int, span: Span, side: Side, lexicon: Lexicon) -> Act:
    """The act that the time at `span` belongs to; from `start` on stand the words that bound it ("just before")."""
    predicates = predicates_of(side, lexicon)
    if _POSSESSIVE.match(side.text, span.end) and (own := _possessed(span, side, predicates, lexicon)):
        return own
    if span.of(side.text).isdigit() and (own := _possessed(span, side, predicates, lexicon, most=1)):
        return own  # "the 2015 attacks"
    predicate = _predicate_of(start, span, side, predicates)
    noun = _noun_before(start, side, predicates, lexicon)
    if noun and (own := _begun(noun, side, lexicon)):
        return own
    act = told_by(predicate, side, lexicon) if predicate else Act()
    return _of_noun(noun, act, side, lexicon) if noun else _with_meanwhile(act, side, predicates, lexicon)


def act_of_noun(noun: str, lexicon: Lexicon) -> Act:
    """The act that a noun alone tells: "14 hours of talks"."""
    return Act(
        frozenset({lexicon.listed("acts", f"a {noun}") or lexicon.listed("acts", noun) or act_of(noun, lexicon)})
    )


def find_part_in(span: Span, side: Side, lexicon: Lexicon) -> tuple[Act, str]:
    """The act that those named at `span` have a part in, and which: "does", "undergoes", "" where no verb has them."""
    predicates = [p for p in predicates_of(side, lexicon) if p.verb != "age"]  # "the victim, aged 24"
    for predicate in predicates:
        for part, words in (("undergoes", predicate.undergoers), ("does", predicate.doers)):
            if any(word.span.overlaps(span) for word in words) and not predicate.main.overlaps(span):
                return told_by(predicate, side, lexicon), part
    after = next((p for p in predicates if p.span.start >= span.end), None)
    if after is None or not _APPOSED.fullmatch(side.text, span.end, after.span.start):
        return Act(), ""
    return told_by(after, side, lexicon), "undergoes" if after.is_passive else "does"  # "Petra Novak, 52, was arrested"


def told_by(predicate: Predicate, side: Side, lexicon: Lexicon) -> Act:
    """The act that a verb tells, by its subject or object where the verb says too little."""
    verb = predicate.verb
    objects = _without_times(predicate.objects, side)
    theme = predicate.subject if predicate.is_passive or not objects else objects
    after = [word.text.lower() for word in side.words if word.span.start >= predicate.main.end][:_LONGEST]
    if phrase := _phrase(verb, after, lexicon):
        return Act(frozenset({phrase}), theme=predicate.subject, predicate=predicate)
    if verb == "be" and (where := _first(predicate.rest, lexicon)):
        return Act(frozenset({where.lemma}), theme=theme, predicate=predicate)  # "was in court on Friday"
    phase = _PHASES.get(verb, "") if _PARTICLES.get(verb, "") in {"", *after[:1]} else ""
    is_thin = bool(phase) or verb in _LIGHT or verb in _EMPTY
    if is_thin and (noun := _thing_told(predicate, side, lexicon)):
        return replace(noun, phase=phase, predicate=predicate)
    name = lexicon.listed("acts", verb) or verb
    names = {name}
    if name in _HARMS:
        names |= _harmed_in(predicate, side, lexicon)
    if name in _DEALING and predicate.objects and (dealt := _event(predicate.objects[0], side, lexicon)):
        names.add(dealt)
    return Act(frozenset(names), is_said=verb in _SPEAKING, theme=theme, predicate=predicate)


def _without_times(words: Sequence[Word], side: Side) -> tuple[Word, ...]:
    times = [d.span for d in side.details if isinstance(d, Time)]
    return tuple(word for word in words if not any(span.overlaps(word.span) for span in times))


def _first(words: Sequence[Word], lexicon: Lexicon) -> Word | None:
    """The first of the words that is no time."""
    return next((word for word in words if lexicon.category(word.lemma) != "time" and word.text.isalpha()), None)


def compare_acts(a: Act, b: Act, lexicon: Lexicon) -> float | None:
    """How surely two acts are one: 0 strangers, None where one of them is not told."""
    if a.phase and b.phase and a.phase != b.phase:
        return 0.0
    if not a.names or not b.names or ANY in a.names | b.names:
        return None
    if a.names & b.names:
        return SAME
    return max(_kin(x, y, lexicon) for x in a.names for y in b.names)


def _kin(a: str, b: str, lexicon: Lexicon) -> float:
    if frozenset({a, b}) in _SEQUELS:
        return SEQUEL
    known = lexicon.kinship(a, b)
    return SAME if known >= _SYNONYMS else KIND if known >= _WIDER else 0.0


def _phrase(verb: str, after: Sequence[str], lexicon: Lexicon) -> str | None:
    """The entry of the verb with words after it: "step down", "open fire"."""
    lengths = range(len(after), 0, -1)
    return next((e for n in lengths if (e := lexicon.listed("acts", " ".join([verb, *after[:n]])))), None)


def _thing_told(predicate: Predicate, side: Side, lexicon: Lexicon) -> Act | None:
    """The act that is the object of "held a vote" or the subject of "the vote took place"."""
    is_light = predicate.verb in _LIGHT
    objects = () if predicate.is_passive or predicate.verb in _EMPTY else predicate.objects[:1]
    before = [word for word in side.words if word.span.end <= predicate.span.start][-1:]  # "the shooting happened"
    for word in (*objects, *before, *predicate.subject[:1]):
        if word.text.lower() in _OPEN and not is_light:
            return Act(frozenset({ANY}))
        if not word.is_function and (name := _event(word, side, lexicon)):
            return Act(frozenset({name}), is_said=_is_utterance(word, side))
    return None


def _harmed_in(predicate: Predicate, side: Side, lexicon: Lexicon) -> set[str]:
    """The acts in which harm was done: "hit by gunfire", "hurt in the crash"."""
    found = {
        _event(word, side, lexicon)
        for word in (*predicate.rest, *predicate.agents)
        if _governing(word, predicate, side) in _HARMED_IN
    }
    return found - {"", ANY}


def _governing(noun: Word, predicate: Predicate, side: Side) -> str:
    """The preposition between a verb and a noun after it that governs the noun, "" where there is none."""
    between = [word for word in side.words if predicate.main.end <= word.span.start < noun.span.start][-_PHRASE:]
    lows = (word.text.lower() for word in reversed(between))
    return next((low for low in lows if low in PREPOSITIONS or low in _APART), "")


def _event(word: Word, side: Side, lexicon: Lexicon) -> str:
    """The act that a noun names, "" where it names none."""
    noun = singular(word.text, lexicon)
    if noun in _INCIDENTS:
        return ANY
    listed = lexicon.listed("acts", f"a {noun}") or lexicon.listed("acts", noun) or lexicon.listed("acts", word.lemma)
    category = lexicon.category(noun)
    is_name = word.is_capitalised and word is not side.words[0]
    if (listed and category not in _NO_EVENTS) or (category in _EVENTS and not is_name):
        return listed or act_of(noun, lexicon)
    return noun if _is_utterance(word, side) else ""


def _is_utterance(word: Word, side: Side) -> bool:
    """Whether the noun is of somebody's speaking: "a statement", "a news conference"."""
    if word.text.lower() in _UTTERANCES:
        return True
    before = next((w for w in reversed(side.words) if w.span.end < word.span.start + 1 and w is not word), None)
    return before is not None and before.text.lower() in _SPOKEN and word.span.start - before.span.end <= 1


def _possessed(
    span: Span, side: Side, predicates: Sequence[Predicate], lexicon: Lexicon, most: int = _PHRASE + 1
) -> Act | None:
    """The act of "Friday's shooting", among so many words after the time."""
    stop = min((p.span.start for p in predicates if p.span.start >= span.end), default=side.span.end)
    after = [word for word in side.words if span.end <= word.span.start < stop][:most]
    named = ((word, _event(word, side, lexicon)) for word in after)
    return next((Act(frozenset({n}), is_said=_is_utterance(w, side)) for w, n in named if n), None)


def _noun_before(start: int, side: Side, predicates: Sequence[Predicate], lexicon: Lexicon) -> Word | None:
    """The noun of an act right before a time: "the standoff early on Monday"."""
    for word in reversed([word for word in side.words if word.span.end <= start]):
        if _BETWEEN.fullmatch(side.text, word.span.end, start) is None:
            return None
        is_verb = any(p.main.overlaps(word.span) and not p.is_copula for p in predicates)
        if not is_verb and not word.is_function and len(word.text) > 2 and _event(word, side, lexicon):  # noqa: PLR2004
            return word
    return None


def _begun(verb: Word, side: Side, lexicon: Lexicon) -> Act | None:
    """The act of "the trial starts on Monday", where no verb is seen for "starts" may be a noun."""
    phase = _PHASES.get(verb.lemma, "") if verb.text.endswith("s") else ""
    before = [word for word in side.words if word.span.end <= verb.span.start][-1:]
    name = _event(before[0], side, lexicon) if before and not before[0].is_function else ""
    return Act(frozenset({name}), phase) if phase and name else None


def _of_noun(noun: Word, act: Act, side: Side, lexicon: Lexicon) -> Act:
    """The act of a time that follows a noun, by what governs the noun: a verb, a preposition, nothing."""
    own = Act(frozenset({_event(noun, side, lexicon)}), is_said=_is_utterance(noun, side))
    predicate = act.predicate
    if predicate is None or predicate.main.start > noun.span.start:
        return own  # "the vigil on Thursday drew hundreds"
    governing = _governing(noun, predicate, side)
    if governing in _APART:
        return own  # "gathered after the vigil on Thursday"
    return replace(act, names=act.names | own.names) if governing else act  # "hurt in the crash on Friday"


def _predicate_of(start: int, span: Span, side: Side, predicates: Sequence[Predicate]) -> Predicate | None:
    """The verb that a time belongs to: the last before it in its clause, else the first after it."""
    before = [p for p in predicates if p.main.end <= span.start]
    after = [p for p in predicates if p.span.start >= span.end]
    if before and not _BREAK.search(side.text, before[-1].main.end, start):
        return before[-1]
    is_attribution = bool(before and after) and after[0].verb in SAYING and side.text[span.end : span.end + 1] == ","
    is_broken = not after or _BREAK.search(side.text.replace(",", " "), span.end, after[0].span.start)
    if not is_broken and not is_attribution:
        return after[0]
    return before[-1] if before else after[0] if after else None


def _with_meanwhile(act: Act, side: Side, predicates: Sequence[Predicate], lexicon: Lexicon) -> Act:
    """With the act of the clause before: "were shot as they stood outside on Friday"."""
    own = act.predicate
    before = [p for p in predicates if own and p.main.end <= own.span.start]
    if not own or not before or not _MEANWHILE.search(side.text, before[-1].main.end, own.span.start):
        return act
    other = told_by(before[-1], side, lexicon)
    return act if other.is_said else replace(act, names=act.names | other.names)
