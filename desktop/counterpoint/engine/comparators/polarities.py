"""What one account denies and the other asserts."""

from counterpoint.engine.clauses import find_predicates
from counterpoint.engine.comparators.sides import Finding, Side
from counterpoint.engine.comparators.slots import SYNONYMS, agreement, difference, fit, holding, is_denied
from counterpoint.engine.details import Aspect, Polarity
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.words import Word


def compare_polarities(a: Side, b: Side, lexicon: Lexicon) -> tuple[Finding, ...]:
    """The same denied by both, and what only one of them denies while the other asserts it of the same subject."""
    ours, theirs = _denials(a), _denials(b)
    if not ours and not theirs:
        return ()
    found: list[Finding] = []
    agreed: set[Polarity] = set()
    for denial in ours:
        for other in theirs:
            if other not in agreed and _is_same(denial.value, other.value, lexicon):
                spans = (denial.span.joined(denial.target), other.span.joined(other.target))
                found.append(agreement(Aspect.POLARITY, spans, (a, b), 0.6))
                agreed |= {denial, other}
                break
    found.extend(_differences(tuple(d for d in ours if d not in agreed), (a, b), lexicon, is_swapped=False))
    found.extend(_differences(tuple(d for d in theirs if d not in agreed), (b, a), lexicon, is_swapped=True))
    return tuple(found)


def _denials(side: Side) -> tuple[Polarity, ...]:
    return tuple(detail for detail in side.details if isinstance(detail, Polarity))


def _is_same(a: str, b: str, lexicon: Lexicon) -> bool:
    return lexicon.kinship(a, b) >= SYNONYMS


def _differences(
    denials: tuple[Polarity, ...], sides: tuple[Side, Side], lexicon: Lexicon, *, is_swapped: bool
) -> list[Finding]:
    found: list[Finding] = []
    for denial in denials:
        asserted = [
            word for word in sides[1].words if not word.is_function and _is_same(denial.value, word.lemma, lexicon)
        ]
        for word in asserted:
            strength = 0.0 if is_denied(word.span, sides[1]) else _strength(denial, word, sides, lexicon)
            if not strength:
                continue
            spans = (denial.span.joined(denial.target), word.span)
            ordered = (spans[1], spans[0]) if is_swapped else spans
            pair = (sides[1], sides[0]) if is_swapped else sides
            finding = difference(Aspect.POLARITY, ordered, pair, strength, ": what one denies the other says")
            if finding:
                found.append(finding)
                break
    return found


def _strength(denial: Polarity, word: Word, sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    ours = holding(find_predicates(sides[0].text, sides[0].span, sides[0].words, lexicon), denial.target)
    theirs = holding(find_predicates(sides[1].text, sides[1].span, sides[1].words, lexicon), word.span)
    if not ours or not theirs:
        return 0.0
    return 0.9 * fit(ours, theirs, sides, lexicon)
