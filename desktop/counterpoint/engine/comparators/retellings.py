"""One sentence told twice: where its words are the same but for a denial, a stage or an opposite, it differs there.

Other comparators ask whether two clauses speak of one thing; between two tellings of one sentence nobody need ask.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from itertools import pairwise, product

from counterpoint.engine.certainties import STAGES
from counterpoint.engine.comparators.sides import Finding, Side, once
from counterpoint.engine.comparators.slots import Contrast, difference, is_conditional
from counterpoint.engine.details import Aspect, Stage
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.verbs import ADVERBS, BE, DO, HAVE, MODALS, SAYING, Form, is_manner, verb_form
from counterpoint.engine.words import Word

_SHARE, _WORDS = 0.7, 4  # content words of the shorter that the longer has in the same order, and how many at least
_SHARE_OF_LONGER = 0.5  # the same of the longer, which may add who says so or a clause
_FURTHEST = 7  # words from an auxiliary to its verb: "is considering at once re-opening"
_MOST_EXCHANGED = 3  # words on either side in whose place opposite words stand
_MATERIAL = 2  # stages apart
_SURE, _STAGE, _HEDGE = 0.85, 0.7, 0.6
_NEGATIONS = frozenset("not never cannot".split())
_POSSIBLE, _PLANNED = frozenset("may might could".split()), frozenset("will shall 'll ll".split())
_GROUP = BE | HAVE | DO | MODALS | _NEGATIONS | {"to"}
#: Words of opposite meaning that go together in news without contradiction, whatever the frame.
_NO_CONTRAST = frozenset("go come take give get ask answer have lack call put pass show hide let use own like".split())
_DENIED = Contrast(Aspect.POLARITY, "what one denies the other says")
_OPPOSITE = Contrast(Aspect.OPPOSITE, "the opposite, in the same words")


@dataclass(frozen=True, slots=True)
class _Act:
    """A verb with the words that go with it: where it stands, whether it is denied, and its stage where they tell."""

    at: int
    span: Span
    is_denied: bool
    stage: Stage | None


def compare_retellings(a: Side, b: Side, lexicon: Lexicon) -> tuple[Finding, ...]:
    """Where one sentence told twice differs: verbs that one denies or tells at another stage, and opposite words."""
    if not _are_one(a, b):
        return ()
    blocks = _blocks(_keys(a), _keys(b))
    found = [*_verbs(a, b, blocks, lexicon), *_opposites(a, b, blocks, lexicon)]
    return tuple(sorted(found, key=lambda finding: (finding.reason.a, finding.reason.b)))


def _are_one(a: Side, b: Side) -> bool:
    """Whether the claims are one sentence told twice, in whatever order of its parts."""
    ours, theirs = _telling(a), _telling(b)
    same, fewest, most = len(ours & theirs), min(len(ours), len(theirs)), max(len(ours), len(theirs))
    return same >= max(_WORDS, _SHARE * fewest, _SHARE_OF_LONGER * most)


@once
def _telling(side: Side) -> frozenset[str]:
    return frozenset(w.meaning or w.lemma for w in side.words if not w.is_function and w.lemma not in SAYING)


def _blocks(ours: list[str], theirs: list[str]) -> list[Match]:
    """The runs of words that both have, in order, and an empty one at the end; the same whichever claim comes first."""
    if ours > theirs:
        return [Match(block.b, block.a, block.size) for block in _blocks(theirs, ours)]
    return SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()


@once
def _keys(side: Side) -> list[str]:
    return [word.lemma if word.is_function else word.meaning or word.lemma for word in side.words]


def _verbs(a: Side, b: Side, blocks: Sequence[Match], lexicon: Lexicon) -> Iterator[Finding]:
    """Verbs that both have in the same place, told otherwise; or that either has only once, wherever they stand."""
    ours, theirs = ({act.at: act for act in _acts(side, lexicon)} for side in (a, b))
    places = {block.a + n: block.b + n for block in blocks for n in range(block.size)}
    for i, mine in ours.items():
        other = theirs.get(places.get(i, -1)) or _only(a.words[i].lemma, a, b, theirs)
        if other and not (is_conditional(mine.span, a) or is_conditional(other.span, b)):
            finding = _told_otherwise(mine, other, (a, b))
            if finding:
                yield finding


def _only(lemma: str, a: Side, b: Side, acts: Mapping[int, "_Act"]) -> "_Act | None":
    """The second claim's only act of the verb, where the first has no more of them."""
    at = [number for number, word in enumerate(b.words) if word.lemma == lemma]
    is_once = len(at) == 1 == sum(word.lemma == lemma for word in a.words)
    return acts.get(at[0]) if is_once else None


def _told_otherwise(mine: _Act, other: _Act, sides: tuple[Side, Side]) -> Finding | None:
    if mine.is_denied != other.is_denied:
        return difference(_DENIED, (mine.span, other.span), sides, _SURE)
    if mine.stage is None or other.stage is None or abs(mine.stage - other.stage) < _MATERIAL:
        return None
    contrast = Contrast(Aspect.CERTAINTY, f"{mine.stage.name.lower()} / {other.stage.name.lower()}")
    strength = _HEDGE if Stage.POSSIBLE in {mine.stage, other.stage} else _STAGE
    return difference(contrast, (mine.span, other.span), sides, strength)


@once
def _acts(side: Side, lexicon: Lexicon) -> list[_Act]:
    found: list[_Act] = []
    for at, word in enumerate(side.words):
        form = verb_form(word, lexicon)
        if form is not Form.NONE and word.lemma not in SAYING:
            group = side.words[_first_of_group(side, at, form, lexicon) : at]
            span = group[0].span.joined(word.span) if group else word.span
            is_denied = any(_denies(each, lexicon) for each in group)
            found.append(_Act(at, span, is_denied, _stage(group, form, lexicon)))
    return found


def _denies(word: Word, lexicon: Lexicon) -> bool:
    lower = _lower(word)
    return lower in _NEGATIONS or lower.endswith("n't") or _refuses(word, lexicon)


def _refuses(word: Word, lexicon: Lexicon) -> bool:
    """Whether it denies the act that it governs: "declined to say"."""
    return lexicon.listed("negations", word.lemma) == "refused"


def _lower(word: Word) -> str:
    return word.text.lower().replace("’", "'")


def _first_of_group(side: Side, at: int, form: Form, lexicon: Lexicon) -> int:
    """Where the verb's group begins: its auxiliaries, and words that tell its stage ("plans to", "is considering")."""
    first = at
    for here in range(at - 1, max(-1, at - _FURTHEST), -1):
        word, after = side.words[here], side.words[here + 1]
        if side.text[word.span.end : after.span.start].strip():
            break
        lower = _lower(word)
        is_ruling = _refuses(word, lexicon) or _ruling(word, lexicon) is not None
        is_ruling = is_ruling and (_lower(after) == "to" or (form is Form.ING and first == at))
        if lower in _GROUP or lower.endswith("n't") or is_ruling:
            first = here
        elif lower not in ADVERBS and not is_manner(lower, lexicon):
            break
    return first


def _ruling(word: Word, lexicon: Lexicon) -> Stage | None:
    """The stage that a verb or adjective gives to the act it governs: "plans to", "is considering"."""
    entry = lexicon.listed("stages", word.lemma) or lexicon.listed("stages", word.text.lower())
    return STAGES[entry] if entry and not word.is_function else None


def _stage(group: Sequence[Word], form: Form, lexicon: Lexicon) -> Stage | None:
    lowers = [_lower(word) for word in group]
    if _POSSIBLE & set(lowers):
        return Stage.POSSIBLE
    rulers = [stage for word in group if (stage := _ruling(word, lexicon)) is not None]
    if rulers:
        return min(rulers)
    if _PLANNED & set(lowers) or ("to" in lowers and BE & set(lowers[: lowers.index("to")])):
        return Stage.PLANNED
    if "to" in lowers or (MODALS | {"being", "is", "are"}) & set(lowers):
        return None
    return Stage.DONE if form is Form.PAST or (HAVE & set(lowers) and form is not Form.ING) else None


def _opposites(a: Side, b: Side, blocks: Sequence[Match], lexicon: Lexicon) -> Iterator[Finding]:
    """Opposite words that stand in one and the same place."""
    for block, following in pairwise(blocks):
        ours = a.words[block.a + block.size : following.a][:_MOST_EXCHANGED]
        theirs = b.words[block.b + block.size : following.b][:_MOST_EXCHANGED]
        for x, y in product(ours, theirs):
            finding = difference(_OPPOSITE, (x.span, y.span), (a, b), _STAGE) if _are_opposite(x, y, lexicon) else None
            if finding:
                yield finding


def _are_opposite(x: Word, y: Word, lexicon: Lexicon) -> bool:
    ours, theirs = _forms(x), _forms(y)
    is_contrast = not (ours | theirs) & _NO_CONTRAST
    return is_contrast and any(lexicon.are_opposite(one, other) for one, other in product(ours, theirs))


def _forms(word: Word) -> set[str]:
    """The word, its normal form, and the adjective that it compares: "bigger" -> "big"."""
    lower = _lower(word)
    stems = {lower.removesuffix(suffix) for suffix in ("er", "est") if lower.endswith(suffix)}
    return {lower, word.lemma, *stems, *(stem[:-1] for stem in stems if stem[-1:] == stem[-2:-1])}
