"""What one account denies and the other asserts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from counterpoint.engine.certainties import act_of
from counterpoint.engine.clauses import Predicate
from counterpoint.engine.comparators.coverings import covered_share, find_covered
from counterpoint.engine.comparators.sides import Finding, Side, once
from counterpoint.engine.comparators.slots import (
    KINDS,
    LEAST_STRENGTH,
    SYNONYMS,
    Contrast,
    agreement,
    at,
    contents,
    difference,
    fit,
    is_believed,
    is_conditional,
    is_denied,
    is_name,
    key,
    predicates_of,
    sameness,
)
from counterpoint.engine.comparators.stances import are_apart
from counterpoint.engine.comparators.themes import bearer
from counterpoint.engine.details import Aspect, Polarity, Quantity
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.verbs import SAYING
from counterpoint.engine.words import Word

_DENIED = Contrast(Aspect.POLARITY, "what one denies the other says")
_ACCUSATIONS = frozenset("charge allegation accusation claim count".split())
_DENYING = ("deny", "denie", "reject", "dismiss")
_VAGUE = SAYING | frozenset(
    "know appear seem want need see hear specify identify give go come get make take do".split()
)
_ELSEWHERE = 0.2  # of what is left where it has none of them: "did not stop in Oslo", "stopped in Bergen"
_SURE = 0.8
_APART = 0.6  # how much less it says where the claims name other days or other places
_BEING = frozenset(
    "be there have find report make see suffer occur".split()
)  # "there were no", "reported no", "had no"
_NOBODY = frozenset(
    ("nobody", "no one", "nothing")
)  # nobody at all, where "none" and "neither" mean some told of before
_NONE = _NOBODY | {"no", "none", "without"}
_OTHERS = frozenset("else other others further additional more new second immediate known".split())
_UNREAL = frozenset("could may might would should can".split())


@dataclass(frozen=True, slots=True)
class _Found:
    """Words of the asserting side that a denial contradicts, and how surely."""

    span: Span
    strength: float


def compare_polarities(a: Side, b: Side, lexicon: Lexicon) -> tuple[Finding, ...]:
    """The same denied by both, and what only one of them denies while the other asserts it of the same subject."""
    ours, theirs = _denials(a), _denials(b)
    if not ours and not theirs:
        return ()
    found: list[Finding] = []
    agreed: set[Polarity] = set()
    for denial in ours:
        other = next((d for d in theirs if d not in agreed and _is_same(denial.value, d.value, lexicon)), None)
        if other:
            spans = (denial.span.joined(denial.target), other.span.joined(other.target))
            strength = 0.3 if denial.value in _VAGUE or denial.value in SAYING else 0.7
            found.append(agreement(Aspect.POLARITY, spans, (a, b), strength))
            agreed |= {denial, other}
    found.extend(_differences([d for d in ours if d not in agreed], (a, b), lexicon, is_turned=False))
    found.extend(_differences([d for d in theirs if d not in agreed], (b, a), lexicon, is_turned=True))
    return tuple(found)


@once
def _denials(side: Side) -> list[Polarity]:
    return [detail for detail in side.details if isinstance(detail, Polarity)]


def _is_same(a: str, b: str, lexicon: Lexicon) -> bool:
    return lexicon.kinship(a, b) >= SYNONYMS


def _differences(
    denials: Iterable[Polarity], sides: tuple[Side, Side], lexicon: Lexicon, *, is_turned: bool
) -> Iterator[Finding]:
    for denial in denials:
        if is_conditional(denial.span, sides[0]) or _excepts_others(denial, sides[0]) or _is_of_some(denial, sides[0]):
            continue
        if denial.value in _ACCUSATIONS and denial.span.of(sides[0].text).lower().startswith(_DENYING):
            continue  # who denies the charges has been charged
        hits = [*_asserted(denial, sides, lexicon), *_counted(denial, sides, lexicon)]
        hits = hits or list(_of_any(denial, sides, lexicon))
        if denial.value not in SAYING:
            hits = hits or [_Found(span, strength) for span, strength in find_covered(denial, sides, lexicon)]
        hits = [hit for hit in hits if not _is_of_none(hit.span, sides[1], lexicon)]
        best = max(hits, key=lambda hit: hit.strength, default=None)
        if best is None:
            continue
        is_doubtful = is_believed(denial.span, sides[0]) and not is_believed(best.span, sides[1])
        strength = best.strength * (0.4 if is_doubtful else 1.0) * (_APART if are_apart(sides) else 1.0)
        spans = (denial.span.joined(denial.target), best.span)
        finding = difference(_DENIED, spans, sides, strength, is_turned=is_turned)
        if finding and strength >= LEAST_STRENGTH:
            yield finding


def _is_of_none(span: Span, side: Side, lexicon: Lexicon) -> bool:
    """Whether the act is said of none, and so denied as well: "no water has escaped"."""
    predicate = at(predicates_of(side, lexicon), span)
    cues = [d for d in _denials(side) if d.span.of(side.text).lower() in _NONE]
    return predicate is not None and any(d.target.overlaps(word.span) for d in cues for word in predicate.subject)


def _excepts_others(denial: Polarity, side: Side) -> bool:
    """Whether it denies of others only: "no other injuries", "no one else was hurt"."""
    region = Span(denial.span.start, max(denial.span.end, denial.target.end))
    return any(word.text.lower() in _OTHERS for word in side.words if region.contains(word.span))


def _is_of_some(denial: Polarity, side: Side) -> bool:
    """Whether the claim says of others what it denies here: "one was badly hurt, the other not badly hurt"."""
    said = [word for word in side.words if denial.value == word.lemma or denial.value.endswith(f"-{word.lemma}")]
    return any(not is_denied(word.span, side) for word in said if not denial.span.overlaps(word.span))


def _asserted(denial: Polarity, sides: tuple[Side, Side], lexicon: Lexicon) -> Iterator[_Found]:
    """Predicates of the other side that assert what is denied."""
    candidates = _said(denial.value, sides[1], lexicon)
    if not candidates:
        return
    ours, theirs = predicates_of(sides[0], lexicon), predicates_of(sides[1], lexicon)
    p = at(ours, denial.target) or _complementing(ours, denial.target)
    for span, word in candidates:
        is_open = is_denied(word.span, sides[1]) or is_conditional(word.span, sides[1])
        if is_open or (_is_cue(word, sides[1]) and word.lemma != denial.value):
            continue
        q = at(theirs, word.span) or _complementing(theirs, word.span)
        if p is None:
            strength = _nouns_fit(denial, word, (ours, theirs), sides, lexicon) * _has_phrase(denial, sides)
        else:
            strength = _acts_fit(denial, p, q, sides, lexicon) if q else 0.0
        if strength:
            yield _Found(span, strength)


def _acts_fit(denial: Polarity, p: Predicate, q: Predicate, sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    """How surely the second predicate asserts what the first denies."""
    if _is_object(denial, p):
        return 0.8 * sameness(p.doers, q.doers, sides, lexicon) if q.objects else 0.0
    strength = _predicates_fit(denial, p, q, sides, lexicon) * _coverage(denial, p, q, sides, lexicon)
    is_vague = denial.value in _VAGUE and (strength < _SURE or not _same_matter(p, q, sides, lexicon))
    return 0.0 if is_vague else strength


def _is_object(denial: Polarity, p: Predicate) -> bool:
    """Whether the act befell nothing and nobody: "the thieves took nothing"."""
    return denial.span.start >= p.main.end and any(word.span == denial.span for word in p.objects)


def _same_matter(p: Predicate, q: Predicate, sides: tuple[Side, Side], lexicon: Lexicon) -> bool:
    """Whether two verbs that say little by themselves are about the same: "reported the spill", "asked for help"."""
    ours, theirs = p.objects or p.rest, q.objects or q.rest
    return bool(ours and theirs) and sameness(ours[:1], theirs[:1], sides, lexicon) >= SYNONYMS


def _said(value: str, side: Side, lexicon: Lexicon) -> list[tuple[Span, Word]]:
    """Where the other side has what is denied: a word, or each word of "gang-related"; the span and its last word."""
    if "-" not in value:
        return [(word.span, word) for word in side.words if _says(value, word, lexicon)]
    parts = value.split("-")
    found: list[tuple[Span, Word]] = []
    for number in range(len(side.words) - len(parts) + 1):
        words = side.words[number : number + len(parts)]
        if [word.lemma for word in words] == parts:
            found.append((words[0].span.joined(words[-1].span), words[-1]))
    return found


def _is_cue(word: Word, side: Side) -> bool:
    """Whether the word itself denies something: "refused" in "refused to leave"."""
    return any(isinstance(d, Polarity) and d.span.overlaps(word.span) for d in side.details)


def _complementing(predicates: Iterable[Predicate], span: Span) -> Predicate | None:
    """The predicate of "be" that says what or where its subject is: "is a singer and model", "was at home"."""
    states = (p for p in predicates if p.is_copula)
    return next((p for p in states if any(word.span.overlaps(span) for word in (*p.objects, *p.rest))), None)


def _coverage(denial: Polarity, p: Predicate, q: Predicate, sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    """How much of what stands with the denied word the other act has, 0.4 to 1; of a denied phrase, all or nothing."""
    if not _has_phrase(denial, sides):
        return 0.0
    return _share_or_little(p, q, sides, lexicon)


def _share_or_little(p: Predicate, q: Predicate, sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    share = covered_share(p, q, sides, lexicon)
    return 0.4 + 0.6 * share if share else _ELSEWHERE


def _has_phrase(denial: Polarity, sides: tuple[Side, Side]) -> bool:
    """Whether the other side has all that is denied: "enough fuel", not fuel alone."""
    theirs = contents(sides[1])
    within = [word for word in sides[0].words if denial.target.contains(word.span) and not word.is_function]
    return len(within) < 2 or all(key(word, sides[0]) in theirs for word in within)  # noqa: PLR2004


def _says(value: str, word: Word, lexicon: Lexicon) -> bool:
    """Whether the word is the one denied; "injuries" and "injured" are, for what was denied was that it happened."""
    if word.is_function:
        return False
    is_act = act_of(word.lemma, lexicon) == value  # "warnings" beside "no warning"
    return (
        word.lemma == value or act_of(value, lexicon) == word.lemma or is_act or _is_one_act(value, word.lemma, lexicon)
    )


def _predicates_fit(denial: Polarity, p: Predicate, q: Predicate, sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    """How surely the second predicate asserts of the same subject and object what the first denies."""
    if denial.span.of(sides[0].text).lower() in _NOBODY:
        return 0.7 * _certainty(p, q) if _told_of_people(q, lexicon) else 0.0
    if not p.subject and not q.subject:
        return 0.7 * _certainty(p, q)  # "there were no survivors"
    is_state = p.is_copula or q.is_copula
    fits = sameness(p.subject, q.subject, sides, lexicon) if is_state else fit(p, q, sides, lexicon)
    return 0.9 * fits * _certainty(p, q)


def _certainty(p: Predicate, q: Predicate) -> float:
    """Less where one side only speaks of what could be, or of an aim ("to deploy")."""
    modals = {p.auxiliary.split(" ")[0], q.auxiliary.split(" ")[0]}
    if len(modals) > 1 and (modals & _UNREAL or q.auxiliary.startswith("to") or not q.is_finite):
        return 0.4
    return 1.0


def _told_of_people(q: Predicate, lexicon: Lexicon) -> bool:
    undergoers = q.undergoers or q.subject
    return bool(undergoers) and (
        undergoers[0].is_capitalised or lexicon.category(undergoers[0].lemma) in {"person", "group"}
    )


def _nouns_fit(
    denial: Polarity,
    word: Word,
    predicates: tuple[tuple[Predicate, ...], tuple[Predicate, ...]],
    sides: tuple[Side, Side],
    lexicon: Lexicon,
) -> float:
    """How surely a denied noun ("no charges were filed") is asserted: as a verb ("was charged"), or with its verb."""
    if denial.span == denial.target:
        return 0.0  # "an undiscovered species" denies no discovery told elsewhere
    p = _with_argument(predicates[0], denial.target)
    q = at(predicates[1], word.span)
    if q:
        is_act = (
            q.is_finite
            and denial.value not in SAYING
            and word.lemma == act_of(denial.value, lexicon)
            and not q.is_copula
        )
        return 0.7 if is_act and (p is None or p.verb in _BEING or p.is_passive) else 0.0
    q = _with_argument(predicates[1], word.span)
    if not p or not q or not q.is_finite or q.negation or is_denied(q.main, sides[1]):
        return 0.0
    if lexicon.kinship(p.verb, q.verb) < SYNONYMS and not {p.verb, q.verb} <= _BEING:
        return 0.0
    doers = sameness(p.doers, q.doers, sides, lexicon) if p.doers and q.doers and not p.is_passive else 0.8
    return 0.8 * doers


def _with_argument(predicates: tuple[Predicate, ...], span: Span) -> Predicate | None:
    """The predicate with the words as head of its subject or its objects."""
    for predicate in predicates:
        for words in (predicate.subject, predicate.objects):
            if words and words[0].span.overlaps(span):
                return predicate
    return None


def _counted(denial: Polarity, sides: tuple[Side, Side], lexicon: Lexicon) -> Iterator[_Found]:
    """What "no one was injured" and "no injuries" deny of those whom the other counts: "two were injured"."""
    cue = denial.span.of(sides[0].text).lower()
    fate = lexicon.listed("fates", denial.value)
    if not fate or cue not in _NONE:
        return
    for detail in sides[1].details:
        if isinstance(detail, Quantity) and detail.fate == fate and detail.high >= 1:
            yield _Found(_with_fate(detail, fate, sides[1], lexicon), 0.85)


def _of_any(denial: Polarity, sides: tuple[Side, Side], lexicon: Lexicon) -> Iterator[_Found]:
    """What "no climbers died" denies of each of them: "two climbers, both women, perished"."""
    ours = _with_argument(predicates_of(sides[0], lexicon), denial.target)
    if denial.span.of(sides[0].text).lower() != "no" or ours is None or denial.target.end > ours.main.start:
        return
    for q in predicates_of(sides[1], lexicon):
        one = bearer(q, lexicon)
        is_one_kind = one and (
            lexicon.kinship(denial.value, one[0].lemma) >= KINDS or _are_people(denial.value, one[0], sides[1], lexicon)
        )
        is_open = q.negation or is_denied(q.main, sides[1]) or is_conditional(q.main, sides[1])
        if is_one_kind and not is_open and _is_one_act(ours.verb, q.verb, lexicon):
            strength = 0.8 * _certainty(ours, q) * _share_or_little(ours, q, sides, lexicon)
            yield _Found((one[0].span.joined(q.main)), strength)


def _are_people(noun: str, word: Word, side: Side, lexicon: Lexicon) -> bool:
    """Whether the noun means anybody and the word is somebody."""
    is_person = lexicon.category(word.lemma) == "person" or is_name(word, side)
    return is_person and lexicon.listed("counted", noun) == "person"


def _is_one_act(a: str, b: str, lexicon: Lexicon) -> bool:
    fate = lexicon.listed("fates", a)
    return _is_same(a, b, lexicon) or (fate is not None and fate == lexicon.listed("fates", b))


def _with_fate(quantity: Quantity, fate: str, side: Side, lexicon: Lexicon) -> Span:
    """The span from the number to the word of the fate, where that stands close by."""
    for word in side.words:
        is_fate = fate in {lexicon.listed("fates", word.lemma), lexicon.listed("fates", word.text.lower())}
        joined = quantity.span.joined(word.span)
        if is_fate and len(joined) <= len(quantity.span) + 30:
            return joined
    return quantity.span
