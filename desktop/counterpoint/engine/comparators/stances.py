"""What can't both be told of one event: the minister who resigned in one account and was dismissed in the other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from counterpoint.engine.clauses import Predicate
from counterpoint.engine.comparators.sides import Finding, Side, once
from counterpoint.engine.comparators.slots import (
    KINDS,
    SYNONYMS,
    Contrast,
    difference,
    fit,
    holding,
    is_believed,
    is_conditional,
    is_name,
    predicates_of,
)
from counterpoint.engine.comparators.themes import are_opposite_ways, in_common, likeness, theme
from counterpoint.engine.details import Aspect, Name, NameKind, Polarity, Time
from counterpoint.engine.lexicons import Lexicon, Phrase
from counterpoint.engine.passages import Span
from counterpoint.engine.verbs import BE
from counterpoint.engine.words import Word

_WHY = "the one excludes the other"
#: The topics that are told as another aspect than as opposite words: what brought it about, and how far it reaches.
_CAUSES = frozenset("intent choice motive fault killing fall self".split())
_SCOPES = frozenset("whole reach terms term pace".split())
_SURE = 0.85
_IN_TURN = 0.4  # how much less two acts say that follow one another: arrested, later released
_APART = 0.5  # and how much less where the claims name other days or other places
_THINGS = frozenset("it this that these those which".split())
_ANY, _SELF = "~", "~self"
_PARTICLES = frozenset("up down off out in on over away back through".split())
_SPLIT = 3  # words that may stand between a verb and its particle


@dataclass(frozen=True, slots=True)
class Stance:
    """A phrase of a topic in a claim, its own words apart from what stands between them, and the pole it stands for."""

    span: Span
    words: tuple[Word, ...]
    topic: str
    pole: str
    is_of_next: bool = False


def find_stances(a: Side, b: Side, lexicon: Lexicon) -> Iterator[Finding]:
    """Phrases of one topic that exclude one another and are told of the same."""
    ours, theirs = stances_of(a, lexicon), stances_of(b, lexicon)
    for topic in sorted(ours.keys() & theirs.keys()):
        if {stance.pole for stance in ours[topic]} & {stance.pole for stance in theirs[topic]}:
            continue  # the other has said as much
        found = [
            finding
            for mine in ours[topic]
            for other in theirs[topic]
            if (finding := _compared(mine, other, (a, b), lexicon))
        ]
        yield from sorted(found, key=lambda finding: (-finding.strength, finding.reason.a, finding.reason.b))[:1]


@once
def stances_of(side: Side, lexicon: Lexicon) -> Mapping[str, tuple[Stance, ...]]:
    """The claim's phrases of the topics by topic, of two that overlap the longer, in text order."""
    found: dict[str, list[Stance]] = {}
    names = [detail.span for detail in side.details if isinstance(detail, Name)]
    for at, word in enumerate(side.words):
        for phrase, words in _phrases_at(side, at, lexicon):
            if any(w.is_capitalised and n.overlaps(w.span) for w in words for n in names):
                continue
            span = word.span.joined(words[-1].span)
            for topic, pole in phrase.stands:
                if not any(span.overlaps(other.span) for other in found.get(topic, ())):
                    own = tuple(w for w, token in zip(words, phrase.words, strict=True) if token != _ANY)
                    found.setdefault(topic, []).append(Stance(span, own, topic, pole, phrase.is_of_next))
    return {topic: tuple(stances) for topic, stances in found.items()}


def _phrases_at(side: Side, at: int, lexicon: Lexicon) -> Iterator[tuple[Phrase, tuple[Word, ...]]]:
    word = side.words[at]
    lower = word.text.lower()
    firsts = {word.lemma, lower, "be"} if lower in BE else {word.lemma, lower}
    candidates = [phrase for first in firsts for phrase in lexicon.phrases.get(first, ())]
    for phrase in sorted(candidates, key=lambda phrase: (-len(phrase.words), phrase.words)):
        words = _matched(side, at, phrase.words)
        if words and not _is_compound(words, side):
            yield phrase, words


def _matched(side: Side, at: int, tokens: tuple[str, ...]) -> tuple[Word, ...]:
    """The claim's words that are those of the phrase, none where they are not."""
    found: list[Word] = []
    for number, token in enumerate(tokens):
        if token in _PARTICLES and number == 1 and len(tokens) == 2:  # noqa: PLR2004
            at = _particle(side, at, token)
        if at >= len(side.words) or not _is_token(side.words[at], token) or (found and _is_parted(found[-1], at, side)):
            return ()
        found.append(side.words[at])
        at += 1
    return tuple(found)


def _particle(side: Side, at: int, token: str) -> int:
    """Where the verb's particle stands: "turn the offer down"."""
    for here in range(at, min(at + _SPLIT + 1, len(side.words))):
        if side.words[here].text.lower() == token:
            return here
    return at


def _is_compound(words: Sequence[Word], side: Side) -> bool:
    """Whether a hyphen joins the words to another: no "break" in "break-in"."""
    start, end = words[0].span.start, words[-1].span.end
    return "-" in {side.text[max(0, start - 1) : start], side.text[end : end + 1]}


def _is_parted(before: Word, at: int, side: Side) -> bool:
    between = side.text[before.span.end : side.words[at].span.start]
    return any(mark in between for mark in '.,;:()“”"—')


def _is_token(word: Word, expected: str) -> bool:
    lower = word.text.lower()
    if expected == _ANY:
        return True
    if expected == _SELF:
        return lower.endswith(("self", "selves"))
    return expected in {word.lemma, lower} or (expected == "be" and lower in BE)


def _compared(mine: Stance, other: Stance, sides: tuple[Side, Side], lexicon: Lexicon) -> Finding | None:
    if mine.pole == other.pole or _is_open(mine, sides[0]) or _is_open(other, sides[1]):
        return None
    strength = _in_one_slot(mine, other, sides, lexicon)
    if is_believed(mine.span, sides[0]) != is_believed(other.span, sides[1]):
        strength *= _APART
    apart = are_apart(sides)
    if mine.topic in lexicon.lists.get("successions", {}):
        strength *= 0.0 if apart else _IN_TURN
    return difference(_contrast(mine.topic), (mine.span, other.span), sides, strength * (_APART if apart else 1.0))


def _contrast(topic: str) -> Contrast:
    aspect = Aspect.CAUSE if topic in _CAUSES else Aspect.SCOPE if topic in _SCOPES else Aspect.OPPOSITE
    return Contrast(aspect, _WHY)


def _is_open(stance: Stance, side: Side) -> bool:
    """Whether the claim denies the phrase, other than by its own words, or says it under a condition."""
    denials = [d for d in side.details if isinstance(d, Polarity) and d.target.overlaps(stance.span)]
    return any(not stance.span.contains(d.span) for d in denials) or is_conditional(stance.span, side)


def _in_one_slot(mine: Stance, other: Stance, sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    """How surely both phrases are told of the same: of one person or thing, or of one act of it."""
    p, q = (holding(predicates_of(s, lexicon), stance.span) for stance, s in zip((mine, other), sides, strict=True))
    heads = _described(mine, sides[0]), _described(other, sides[1])
    if heads[0] and heads[1]:
        return 0.6 if lexicon.kinship(heads[0].lemma, heads[1].lemma) >= KINDS else 0.0
    if p is None or q is None:
        return 0.0
    themes = _theme(mine, p, sides[0], lexicon), _theme(other, q, sides[1], lexicon)
    known = max((likeness(x, y, sides, lexicon) for x, y in product(*themes)), default=0.0)
    are_telling = _is_telling(mine, p), _is_telling(other, q)
    if not any(are_telling) and lexicon.kinship(p.verb, q.verb) < KINDS:
        return 0.0  # "fled on foot", "drove home in a car": two acts
    if all(are_telling) and p.objects and q.objects and not (p.is_copula or q.is_copula):
        known = max(known, fit(p, q, sides, lexicon) * in_common(p.subject, q.subject, sides))
    if are_opposite_ways(p, q, (*mine.words, *other.words), lexicon):
        known *= _APART  # "withdrew from the north", "advanced in the south"
    return _SURE * known


def _theme(stance: Stance, predicate: Predicate, side: Side, lexicon: Lexicon) -> list[tuple[Word, ...]]:
    """What the phrase may be told of: its theme, or a place that it is told of ("people stayed in the village")."""
    words = theme(predicate, stance.words, lexicon)
    if stance.is_of_next:
        words = predicate.rest or predicate.objects
    found = [words] if _is_of(words, stance.topic, side, lexicon) else []
    if predicate.objects:
        return found
    places = lexicon.topics[stance.topic].of
    return found + [(word,) for word in predicate.rest if word.lemma in places and word not in words]


def _is_of(words: Sequence[Word], topic: str, side: Side, lexicon: Lexicon) -> bool:
    """Whether the topic's phrases can be told of what the words name."""
    wanted = lexicon.topics[topic].of
    if not wanted or not words:
        return bool(words)
    head = words[0]
    if head.is_function:
        return "@person" in wanted and head.lemma not in _THINGS
    kinds = {"@" + lexicon.category(head.lemma), "@person" if is_name(head, side) else ""}
    return bool(kinds & wanted) or any(lexicon.kinship(head.lemma, noun) >= SYNONYMS for noun in wanted)


def _is_telling(stance: Stance, predicate: Predicate) -> bool:
    """Whether the phrase is what the clause tells, not how or when: its verb, or what is said by "be"."""
    return predicate.main.overlaps(stance.span) or predicate.is_copula


def _described(stance: Stance, side: Side) -> Word | None:
    """The noun right after the phrase, where the phrase stands before it as an adjective does."""
    last = stance.words[-1]
    after = next((word for word in side.words if word.span.start >= last.span.end), None)
    if after is None or after.is_function or side.text[last.span.end : after.span.start] != " ":
        return None
    return after


def are_apart(sides: tuple[Side, Side]) -> bool:
    """Whether the claims name other days or other places only."""
    for kinds in ((Time,), (Name,)):
        ours, theirs = (
            {
                d.value
                for d in side.details
                if isinstance(d, kinds) and getattr(d, "kind", NameKind.PLACE) is NameKind.PLACE
            }
            for side in sides
        )
        if ours and theirs and not ours & theirs:
            return True
    return False
