"""How far along an act is: considered, planned, agreed, done; suspected, charged, convicted."""

from collections.abc import Sequence
from itertools import pairwise

from counterpoint.engine.clauses import BE, SAYING, Predicate, find_predicates
from counterpoint.engine.details import Aspect, Certainty, Stage
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.words import Word

STAGES = {stage.name.lower(): stage for stage in Stage}
#: Ladders of their own, each rung with a stage, so that two rungs can be held against each other.
LADDERS = {
    "suspected": ("guilt", Stage.POSSIBLE),
    "alleged": ("guilt", Stage.CONSIDERED),
    "arrested": ("guilt", Stage.PLANNED),
    "charged": ("guilt", Stage.AGREED),
    "convicted": ("guilt", Stage.DONE),
    "reported": ("report", Stage.POSSIBLE),
    "confirmed": ("report", Stage.DONE),
    "missing": ("search", Stage.POSSIBLE),
    "found": ("search", Stage.DONE),
}
_SUFFIXES = (("ment", ""), ("ation", "e"), ("ation", ""), ("ion", "e"), ("ion", ""), ("al", ""), ("ance", ""))
_MODALS = {
    **dict.fromkeys(("could", "may", "might"), Stage.POSSIBLE),
    **dict.fromkeys(("will", "would", "shall"), Stage.PLANNED),
}


def find_certainties(text: str, span: Span, words: Sequence[Word], lexicon: Lexicon) -> tuple[Certainty, ...]:
    """The stages of a sentence's acts, in text order; `value` is the act's normal form ("send")."""
    predicates = find_predicates(text, span, words, lexicon)
    found: list[Certainty] = []
    taken: set[Span] = set()
    for number, predicate in enumerate(predicates):
        following = predicates[number + 1] if number + 1 < len(predicates) else None
        if predicate.main in taken or predicate.negation:
            continue
        certainty = _governing(predicate, following, text, lexicon) or _plain(predicate, lexicon)
        if certainty:
            found.append(certainty)
            if following and certainty.span.end > predicate.main.end:
                taken.add(following.main)
    found.extend(_before_nouns(words, lexicon))
    return tuple(sorted(found, key=lambda certainty: (certainty.span, certainty.value)))


def act_of(lemma: str, lexicon: Lexicon) -> str:
    """The verb that a noun of action comes from: "deployment" -> "deploy"; another word as it is."""
    if lemma in lexicon.verbs:
        return lemma
    for suffix, instead in _SUFFIXES:
        stem = lemma[: -len(suffix)] + instead
        if lemma.endswith(suffix) and stem in lexicon.verbs:
            return stem
    return lemma


def _modal(predicate: Predicate) -> Stage | None:
    first = predicate.auxiliary.split(" ")[0]
    return _MODALS.get(first)


def _governing(predicate: Predicate, following: Predicate | None, text: str, lexicon: Lexicon) -> Certainty | None:
    """The stage that a verb gives to the act it governs: "agreed to send troops", "pledged support"."""
    entry = lexicon.listed("stages", predicate.verb)
    if entry is None:
        return None
    stage, modal = STAGES[entry], _modal(predicate)
    stage = stage if modal is None else min(stage, modal)
    if following and _is_governed(predicate, following, text):
        cue = Span(predicate.main.start, following.main.start)
        cue = Span(cue.start, cue.start + len(cue.of(text).rstrip(" “\"'‘")))
        return Certainty(aspect=Aspect.CERTAINTY, span=cue, value=act_of(following.verb, lexicon), stage=stage)
    if predicate.is_copula:
        return None
    act = predicate.undergoers
    if not act or act[0].is_function:
        return None
    return Certainty(aspect=Aspect.CERTAINTY, span=predicate.main, value=act_of(act[0].lemma, lexicon), stage=stage)


def _is_governed(predicate: Predicate, following: Predicate, text: str) -> bool:
    between = text[predicate.main.end : following.main.start].strip()
    return not following.is_finite and between.lower() in {"to", "", "to be", "on", "in", "to have"}


def _plain(predicate: Predicate, lexicon: Lexicon) -> Certainty | None:
    """A modal before the verb, or a past tense that says the thing was done."""
    modal = _modal(predicate)
    if predicate.is_copula or predicate.verb in SAYING or predicate.verb in {"have", "do"}:
        return None
    cue = predicate.span if modal is None else Span(predicate.span.start, predicate.main.end)
    if modal is None and not (predicate.is_finite and predicate.is_past):
        return None
    value = act_of(predicate.verb, lexicon)
    return Certainty(aspect=Aspect.CERTAINTY, span=cue, value=value, stage=Stage.DONE if modal is None else modal)


def _before_nouns(words: Sequence[Word], lexicon: Lexicon) -> list[Certainty]:
    """Adjectives that give a stage to a noun of action: "potential deployment", "a planned withdrawal"."""
    found: list[Certainty] = []
    for word, after in pairwise(words):
        lower = word.text.lower()
        entry = lexicon.listed("stages", lower)
        is_adjective = entry and lower not in lexicon.verbs and lower not in BE and not word.is_function
        if is_adjective and entry and not after.is_function and act_of(after.lemma, lexicon) in lexicon.verbs:
            found.append(
                Certainty(
                    aspect=Aspect.CERTAINTY, span=word.span, value=act_of(after.lemma, lexicon), stage=STAGES[entry]
                )
            )
    return found
