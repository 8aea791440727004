"""How far along an act is, as its account vouches for it: suspected, considered, planned, agreed, done."""

from collections.abc import Sequence
from itertools import pairwise

from counterpoint.engine.clauses import Predicate, find_predicates
from counterpoint.engine.details import Aspect, Certainty, Stage
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.verbs import SAYING, Form, verb_form
from counterpoint.engine.words import Word

STAGES = {stage.name.lower(): stage for stage in Stage}
_SUFFIXES = (
    ("ment", ""), ("ation", "ate"), ("ation", "e"), ("ation", ""), ("ion", "e"), ("ion", ""), ("al", ""), ("ance", ""),
    ("y", "e"), ("sis", "ze"), ("ure", ""), ("ing", ""),
)  # fmt: skip
_NEARING = frozenset("talk negotiation verge brink close".split())  # "in talks to buy", "on the verge of buying"
_WANTING = frozenset("order want demand recommend".split())
_MODALS = {
    **dict.fromkeys(("could", "may", "might"), Stage.POSSIBLE),
    **dict.fromkeys(("will", "would", "shall"), Stage.PLANNED),
}
_LINKS = frozenset(
    (
        "in talks to",
        "close to",
        "on the verge of",
        "in negotiations to",
        "on course to",
        "to",
        "to be",
        "of",
        "to have",
        "to have been",
        "on",
        "in",
        "of having",
        "that",
    )
)
#: "Guilt" is the value of these: charged here and convicted there is a later account or a conflict.
_LADDER = {
    "suspected": Stage.POSSIBLE, "accused": Stage.CONSIDERED, "charged": Stage.AGREED, "convicted": Stage.DONE,
}  # fmt: skip
_AUTHORITIES = frozenset(
    "police officer official authority investigator detective prosecutor sheriff deputy expert analyst doctor coroner"
    " scientist researcher organiser organizer operator witness they we it".split()
)
_HOLDING = frozenset("arrest detain hold question".split())  # "on suspicion of murder"
_TRIALS = frozenset("charge trial life prison jail sentence count year penalty".split())
_NO_ACTS = frozenset("have do get include accord base involve relate concern regard follow remain become".split())


def find_certainties(text: str, span: Span, words: Sequence[Word], lexicon: Lexicon) -> tuple[Certainty, ...]:
    """The stages of a sentence's acts, in text order; `value` is the act's normal form ("send").

    A hedge makes its act or its noun POSSIBLE: "allegedly fired", "is suspected of smuggling", "a possible tornado".
    """
    predicates = find_predicates(text, span, words, lexicon)
    found: list[Certainty] = []
    taken: set[Span] = set()
    for number, predicate in enumerate(predicates):
        following = predicates[number + 1] if number + 1 < len(predicates) else None
        if predicate.main in taken or predicate.negation:
            continue
        certainty = (
            _hedged(predicate, words, lexicon)
            or _governing(predicate, following, text, lexicon)
            or _plain(predicate, lexicon)
        )
        rung = _rung(predicate, lexicon)
        if rung:
            found.append(_certainty(predicate.main, "guilt", _LADDER[rung]))
        if certainty:
            found.append(certainty)
            if following and certainty.value == act_of(following.verb, lexicon):
                taken.add(following.main)
    found.extend(_before_nouns(text, words, lexicon))
    return tuple(sorted(found, key=lambda certainty: (certainty.span, certainty.value)))


def _rung(predicate: Predicate, lexicon: Lexicon) -> str | None:
    """How far the law has got with whom the verb befalls, or who faces a trial."""
    if predicate.verb == "face" and any(word.lemma in _TRIALS for word in predicate.objects):
        return "charged"
    if predicate.verb in _HOLDING and any(word.lemma == "suspicion" for word in predicate.rest):
        return "suspected"
    rung = lexicon.listed("ladders", predicate.verb)
    return rung if predicate.undergoers and predicate.undergoers[0].lemma not in _TRIALS else None


def act_of(lemma: str, lexicon: Lexicon) -> str:
    """The verb that a noun of action comes from: "deployment" -> "deploy"; another word as it is."""
    if lemma in lexicon.verbs:
        return lemma
    for suffix, instead in _SUFFIXES:
        stem = lemma[: -len(suffix)] + instead
        if lemma.endswith(suffix) and stem in lexicon.verbs:
            return stem
    return lemma


def _certainty(span: Span, value: str, stage: Stage) -> Certainty:
    return Certainty(aspect=Aspect.CERTAINTY, span=span, value=value, stage=stage)


def _modal(predicate: Predicate) -> Stage | None:
    return _MODALS.get(predicate.auxiliary.split(" ", 1)[0])


def _governing(predicate: Predicate, following: Predicate | None, text: str, lexicon: Lexicon) -> Certainty | None:
    """The stage that a verb gives to the act it governs: "agreed to send troops", "pledged support"."""
    is_belief = lexicon.listed("hedges", predicate.verb) == "believed"
    entry = "possible" if is_belief else _stage_word(predicate, following, text, lexicon)
    if entry is None:
        return None
    stage, modal = STAGES[entry], _modal(predicate)
    stage = stage if modal is None else min(stage, modal)
    if following and _is_governed(predicate, following, text, is_belief=is_belief):
        return _certainty(_cue(predicate, following, text), act_of(following.verb, lexicon), stage)
    if predicate.is_copula or is_belief or not predicate.is_finite:
        return None
    if following and _is_brought_about(predicate, following):
        return _certainty(predicate.main, act_of(following.verb, lexicon), stage)
    act = predicate.undergoers[0] if predicate.undergoers else _first_noun(predicate.rest, lexicon)
    return None if act is None or act.is_function else _certainty(predicate.main, act_of(act.lemma, lexicon), stage)


def _stage_word(predicate: Predicate, following: Predicate | None, text: str, lexicon: Lexicon) -> str | None:
    """The stage that the verb tells, or what stands with "be": "is in talks to buy", "is to be moved"."""
    if predicate.verb == "call" and predicate.objects:
        is_act = act_of(predicate.objects[0].lemma, lexicon) in lexicon.verbs
        return "decided" if is_act and not predicate.rest[:1] else None
    if predicate.is_copula and following and not following.is_finite:
        between = text[predicate.main.end : following.span.start].strip()
        is_set = predicate.auxiliary in {"is", "are"} and following.auxiliary.startswith("to")
        if predicate.verb == "be" and not between and is_set:
            return "planned"
        near = _NEARING & {predicate.verb, *(word.lemma for word in predicate.rest)}
        return "considered" if near else lexicon.listed("stages", predicate.verb)
    return lexicon.listed("stages", predicate.verb)


def _first_noun(rest: Sequence[Word], lexicon: Lexicon) -> Word | None:
    """The noun of the first phrase after a preposition: "agreed to new sanctions", "voted on a ban next week"."""
    for word, after in pairwise(rest):
        if after.span.start - word.span.end > 1 or after.text.lower() in {"next", "last", "this"}:
            return word
        if lexicon.category(after.lemma) == "time":
            return word
    return rest[-1] if rest else None


def _is_brought_about(predicate: Predicate, following: Predicate) -> bool:
    """Whether the object is to undergo what follows: "ordered the school closed"."""
    is_participle = following.is_past and not following.auxiliary and following.span == following.main
    return predicate.verb in _WANTING and is_participle and following.subject == predicate.objects


def _cue(predicate: Predicate, following: Predicate, text: str) -> Span:
    """The governing verb with the "to" or "of" that leads to the act: "agreed to", "suspected of"."""
    if following.is_finite:
        return predicate.main
    after = text[predicate.main.end : following.main.start]
    link = after.strip().split(" ", 1)[0]
    return Span(predicate.main.start, predicate.main.end + after.index(link) + len(link)) if link else predicate.main


def _is_governed(predicate: Predicate, following: Predicate, text: str, *, is_belief: bool) -> bool:
    between = text[predicate.main.end : following.main.start].strip().lower()
    if is_belief and following.is_finite and not predicate.is_passive:
        return _speaks_for(predicate) and not any(mark in between for mark in ',;:—“"')
    return not following.is_finite and between in _LINKS | {""}


def _speaks_for(predicate: Predicate) -> bool:
    """Whether what the subject believes is what the account hedges: "police believe", not "she suspected"."""
    return bool(predicate.subject) and predicate.subject[0].lemma in _AUTHORITIES


def _hedged(predicate: Predicate, words: Sequence[Word], lexicon: Lexicon) -> Certainty | None:
    """A hedge right before the verb or among its auxiliaries: "was allegedly recovered", "reportedly fired"."""
    for before, word in pairwise(words):
        if word.span.start > predicate.main.start:
            return None
        is_next = word.span == predicate.main and before.span.end <= predicate.main.start
        is_next = is_next and predicate.verb not in SAYING
        if is_next and lexicon.listed("hedges", before.text.lower()) == "hedged" and not predicate.is_copula:
            return _certainty(before.span, act_of(predicate.verb, lexicon), Stage.POSSIBLE)
    return None


def _plain(predicate: Predicate, lexicon: Lexicon) -> Certainty | None:
    """A modal before the verb, or a past tense that says the thing was done."""
    modal = _modal(predicate)
    if predicate.is_copula or predicate.verb in SAYING or predicate.verb in _NO_ACTS:
        return None
    if modal is None and not (predicate.is_finite and predicate.is_past):
        return None
    value = act_of(predicate.verb, lexicon)
    return _certainty(predicate.span, value, Stage.DONE if modal is None else modal)


def _before_nouns(text: str, words: Sequence[Word], lexicon: Lexicon) -> list[Certainty]:
    """Adjectives that give a stage to a noun: "potential deployment", "a planned withdrawal", "a possible tornado"."""
    found: list[Certainty] = []
    hedges, stages = lexicon.lists.get("hedges", {}), lexicon.lists.get("stages", {})
    for number, word in enumerate(words[:-1]):
        lower = word.text.lower()
        is_hedge = hedges.get(lower) == "hedged"
        is_stage = lower in stages and lower not in lexicon.verbs and not word.is_function
        if lower.endswith("ly") or not (is_hedge or is_stage):
            continue
        noun = _noun_after(text, words, number, lexicon)
        if noun is None or (not is_hedge and act_of(noun.lemma, lexicon) not in lexicon.verbs):
            continue
        stage = Stage.POSSIBLE if is_hedge else STAGES[stages[lower]]
        found.append(_certainty(word.span, act_of(noun.lemma, lexicon), stage))
    return found


def _noun_after(text: str, words: Sequence[Word], number: int, lexicon: Lexicon) -> Word | None:
    """The noun that ends the phrase after the adjective, None where another word class follows it."""
    end = number
    while end + 1 < len(words) and not words[end + 1].is_function and end < number + 4:
        gap = text[words[end].span.end : words[end + 1].span.start]
        if gap.strip("- ") or not _is_noun(words[end + 1], lexicon):
            break
        end += 1
    return words[end] if end > number else None


def _is_noun(word: Word, lexicon: Lexicon) -> bool:
    """Whether the word can go on with a noun phrase: a known noun or a name, no form of a verb ("lights", "using")."""
    lower = word.text.lower()
    if lower.endswith(("ed", "ing")) and lower != word.lemma:
        return False
    if verb_form(word, lexicon) in {Form.THIRD, Form.PAST} and not word.is_capitalised:
        return False
    return word.is_capitalised or bool(lexicon.category(word.lemma) or lexicon.category(lower))
