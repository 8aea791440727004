"""Whether two quantities are of the same thing: the counted nouns, what befell those counted, and the words around."""

import re

from counterpoint.engine.comparators.bearers import are_of_one
from counterpoint.engine.comparators.sides import Side
from counterpoint.engine.details import Detail, Kind, Name, Quantity
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.numbers.nouns import singular
from counterpoint.engine.words import Word

SYNONYMS = 0.9
KINDS = 0.7  # one noun is a kind of the other
_PEOPLE = 0.6  # "people" and "women": one may be a part of the other
_BARE = 0.4  # none on either
_UNNAMED = 0.55  # no noun on one side
_ONE_NUMBER = 0.6  # people called differently, as many and of one fate
_ONE_FATE = 0.8  # the same, but the fate is: "seven people were hurt" and "6 hurt"
_NAMED = 0.9  # ages of one person by name
_ONE_SPELL = 0.5  # "two days of mourning" and "three days of mourning", whatever the verbs
_STRANGERS = 0.0
_IN_OTHER_ROLES = 0.45  # "the 14-year-old boy" and "his 14-year-old son"
_NEAR = 60  # code points to either side that tell what a number is about
_FEWEST_WORDS = 3  # of which to share one proves little
_SHARED = 1.6  # five words of eight in common are as good as all: accounts choose their words

#: Fates of which one may be told for the other: charged people were arrested, people who were shot are hurt.
_AKIN_FATES = {
    frozenset(pair.split())
    for pair in (
        "shot injured", "shot dead", "shot hospitalised", "injured hospitalised", "freed rescued", "abducted missing",
        "arrested charged", "arrested jailed", "convicted jailed", "stabbed injured", "stabbed dead", "burned injured",
        "burned dead", "evacuated displaced", "evacuated rescued", "displaced homeless", "trapped rescued",
        "charged convicted",
    )
}  # fmt: skip
#: Weights by the smaller number's share of the larger.
_NEARNESS = ((0.7, 1.0), (0.5, 0.9), (0.3, 0.75), (0.15, 0.55), (0.0, 0.35))
_ALIKE, _TRUST = 0.6, 0.7
_AGE_NEARNESS = ((2, 1.0), (5, 0.8), (10, 0.5), (1000, 0.3))  # by the years between
_ANOTHER_EVENT = 0.5
_UNRELATED = re.compile(
    r"\b(?:unrelated|(?:separate|similar|another|earlier) (?:incident|shooting|attack|case|blast|crash|event))\b",
    re.IGNORECASE,
)
_PAST_EVENT = re.compile(
    r"\b(?:in previous|years? ago|last year|in an earlier|in (?:\w+ )?(?:1[89]|20)\d\d)\b", re.IGNORECASE
)
_NONE_AGAINST_SOME = 0.9
_REST = frozenset({"other", "more", "additional", "further"})
_MALE = frozenset(
    "man boy son father husband brother grandfather grandson uncle nephew schoolboy boyfriend actor".split()
)
_FEMALE = frozenset(
    "woman girl daughter mother wife sister grandmother granddaughter aunt niece schoolgirl girlfriend actress".split()
)
_YOUNG = frozenset("boy girl child kid toddler baby infant schoolboy schoolgirl pupil teenager teen".split())
_GROWN = frozenset("man woman father mother husband wife grandfather grandmother teacher officer driver".split())
_SAYING = frozenset("say tell report accord s announce add".split())
_PART_BEFORE = re.compile(
    r"\b(?:including|among them|among whom|of whom|of them|of which|among those|along with)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:r[io]se|risen|rises|rising|climb(?:ed|s|ing)?|jump(?:ed|s)|increase[ds]?|grown|grew|went up|gone up"
    r"|soar(?:ed|s)?|revised|raised|updated|passes|passed|surpass(?:ed|es)?|tops|hits"
    r"|now (?:stands?|at|ha(?:s|ve)|is|are|numbers?|totals?|exceeds?)"
    r"|(?:ha(?:s|ve)|is|are|stands?) now)\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:initial(?:ly)?|at first|first reported|earlier|originally|preliminary|previously)\b", re.IGNORECASE
)
_WHOLE_BEFORE = re.compile(r"\bof (?:the|these|those|its|their|all) $", re.IGNORECASE)
_SOME_OF = re.compile(r"\bof (?:the|these|those|its|their|them)\b", re.IGNORECASE)
_LATER_REACH, _EARLIER_REACH, _AFTER_REACH = 90, 60, 25
_NAMED_AFTER = re.compile(r",?\s(?:\w+\s)?(?:named |called |identified as )?(?:[A-Z][\w.'’-]*\s)*")
_NAMED_BEFORE = re.compile(r",?\s(?:is |was )?(?:an? |the )?")


def sameness(a: Quantity, b: Quantity, sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    """How surely (0 to 1) both quantities are of the same thing; 0 where they can't be compared."""
    if a.kind is not b.kind or a.unit != b.unit:
        return _STRANGERS
    if _tells_of(_UNRELATED, sides[0]) != _tells_of(_UNRELATED, sides[1]):
        return _STRANGERS
    is_one_event = _tells_of(_PAST_EVENT, sides[0]) == _tells_of(_PAST_EVENT, sides[1])
    return _likeness(a, b, sides, lexicon) * (1.0 if is_one_event else _ANOTHER_EVENT)


def _likeness(a: Quantity, b: Quantity, sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    around = context(a, b, sides)
    if a.kind is Kind.COUNT:
        return _nouns(a, b, lexicon) * _fates(a.fate, b.fate) * _modifiers(a, b, lexicon) * (0.5 + 0.5 * around)
    if a.kind is Kind.AGE:
        return _ages(a, b, sides, lexicon)
    if a.kind is Kind.ORDINAL:
        is_one_thing = _nouns(a, b, lexicon) >= SYNONYMS and min(a.low, b.low) > 1
        return around if is_one_thing else _STRANGERS
    if not a.noun or not b.noun:
        return 0.85 * around
    is_one_spell = a.kind is Kind.DURATION and a.noun == b.noun and not _are_apart(sides)
    return max(around, _ONE_SPELL if is_one_spell else 0.0) if _nouns(a, b, lexicon) else _STRANGERS


def _ages(a: Quantity, b: Quantity, sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    is_one = are_of_one(a, b, sides)
    if is_one is None:
        return _bearers(a, b, sides, lexicon) * (0.5 + 0.5 * context(a, b, sides))
    return _NAMED if is_one else _STRANGERS


def _are_apart(sides: tuple[Side, Side]) -> bool:
    """Whether both claims name places or people, and no one of them is in both."""
    ours, theirs = ({d.value for d in side.details if isinstance(d, Name)} for side in sides)
    return bool(ours and theirs) and not ours & theirs


def nearness(a: Quantity, b: Quantity) -> float:
    """How likely different numbers are, by their sizes alone, to be of one thing: 35 and 31 are, 12 and 150 hardly."""
    if a.kind is Kind.AGE:
        apart = abs(a.low - b.low)
        return next(weight for most, weight in _AGE_NEARNESS if apart <= most)
    small, large = sorted((a.low + a.high, b.low + b.high))
    if not small:
        return _NONE_AGAINST_SOME
    return next(weight for least, weight in _NEARNESS if small >= least * large)


def softened(likely: float, around: float) -> float:
    """How likely a difference is when the words around are nearly all the same: a number may be off by any size."""
    return likely + (1 - likely) * _TRUST * max(0.0, around - _ALIKE) / (1 - _ALIKE)


def are_people(noun: str, lexicon: Lexicon) -> bool:
    """Whether the noun counts people; true where nothing is said, for news mostly count people."""
    entry = lexicon.listed("counted", noun) or noun
    return not noun or lexicon.category(entry) == "person" or entry in {"person", "woman", "child"}


def is_general(noun: str, lexicon: Lexicon) -> bool:
    """Whether the noun counts people of any kind."""
    return not noun or lexicon.listed("counted", noun) == "person"


def kinship(a: str, b: str, lexicon: Lexicon) -> float:
    """How surely two counted nouns may stand for one another: 1 the same word, 0 other things."""
    if a == b:
        return 1.0
    one, other = lexicon.listed("counted", a) or a, lexicon.listed("counted", b) or b
    if one == other:
        return SYNONYMS
    general = is_general(a, lexicon) or is_general(b, lexicon)
    if general and are_people(a, lexicon) and are_people(b, lexicon):
        return _PEOPLE
    known = max(lexicon.kinship(a, b), lexicon.kinship(one, other))
    return known if known >= KINDS else _STRANGERS


def are_strangers(a: Word, b: Word, lexicon: Lexicon) -> bool:
    """Whether two words that share no meaning can't name the same: one person may be "the driver" and "the teacher"."""
    one, other = singular(a.text, lexicon), singular(b.text, lexicon)
    if kinship(one, other, lexicon):
        return False
    if not (_may_be_person(a, one, lexicon) and _may_be_person(b, other, lexicon)):
        return True
    are_many = one != a.text.lower(), other != b.text.lower()
    return any(are_many) or _differ(_sex(one), _sex(other)) or _differ(_generation(one), _generation(other))


def _may_be_person(word: Word, noun: str, lexicon: Lexicon) -> bool:
    return word.is_capitalised or word.is_function or are_people(noun, lexicon)


def _nouns(a: Quantity, b: Quantity, lexicon: Lexicon) -> float:
    if a.noun and b.noun:
        known = kinship(a.noun, b.noun, lexicon)
        return known or (_ONE_NUMBER if _are_as_many(a, b, lexicon) else _STRANGERS)
    if a.fate and a.fate == b.fate:
        return _ONE_FATE
    return _UNNAMED if a.noun or b.noun else _BARE


def _are_as_many(a: Quantity, b: Quantity, lexicon: Lexicon) -> bool:
    """Whether as many people met the same fate, whatever they are called: "seven attackers", "seven militants"."""
    same = a.fate and a.fate == b.fate and (a.low, a.high) == (b.low, b.high)
    are_one_sex = not _differ(_sex(a.noun), _sex(b.noun))
    return bool(same) and are_one_sex and are_people(a.noun, lexicon) and are_people(b.noun, lexicon)


def _fates(a: str, b: str) -> float:
    if a == b:
        return 1.0 if a else 0.85
    if not a or not b:
        return 0.75
    return 0.7 if frozenset((a, b)) in _AKIN_FATES else _STRANGERS


def _modifiers(a: Quantity, b: Quantity, lexicon: Lexicon) -> float:
    """Less than 1 where the words before the nouns may tell different things apart: French and British soldiers."""
    ours, theirs = set(a.modifiers) - _REST, set(b.modifiers) - _REST
    if any(lexicon.are_opposite(x, y) for x in ours for y in theirs) or _are_foreign(ours, theirs, lexicon):
        return _STRANGERS
    part = 1.0 if is_rest(a) == is_rest(b) else 0.7
    if ours and theirs and not ours & theirs:
        return 0.5 * part
    return part if bool(ours) == bool(theirs) else 0.9 * part


def _are_foreign(ours: set[str], theirs: set[str], lexicon: Lexicon) -> bool:
    """Whether the words name different countries: "French soldiers" and "British soldiers"."""
    lands = [{land for word in words if (land := lexicon.listed("countries", word))} for words in (ours, theirs)]
    return bool(lands[0] and lands[1]) and not lands[0] & lands[1]


def is_rest(quantity: Quantity) -> bool:
    """Whether those counted come on top of others: "three others", "another 20 people", "two additional victims"."""
    return quantity.noun == "other" or bool(_REST & set(quantity.modifiers))


def _tells_of(event: re.Pattern[str], side: Side) -> bool:
    """Whether the claim says that it tells of another event or of the past: "an unrelated shooting", "in 1991"."""
    return bool(event.search(side.text, side.span.start, side.span.end))


def _bearers(a: Quantity, b: Quantity, sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    """Whether two ages may be one person's."""
    if a.noun and a.noun == b.noun:
        return 1.0
    if _is_elsewhere(a, b, sides[1]) or _is_elsewhere(b, a, sides[0]):
        return _STRANGERS
    named = [_is_named(quantity.noun, lexicon) for quantity in (a, b)]
    if all(named):
        return _STRANGERS
    if any(named) or not a.noun or not b.noun:
        return _UNNAMED
    if _differ(_sex(a.noun), _sex(b.noun)) or _differ(_generation(a.noun), _generation(b.noun)):
        return _STRANGERS
    known = kinship(a.noun, b.noun, lexicon)
    are_both = are_people(a.noun, lexicon) == are_people(b.noun, lexicon)
    return max(known, _IN_OTHER_ROLES) if are_both else known


def _sex(noun: str) -> str:
    return "male" if noun in _MALE else "female" if noun in _FEMALE else ""


def _generation(noun: str) -> str:
    return "young" if noun in _YOUNG else "grown" if noun in _GROWN else ""


def _differ(one: str, other: str) -> bool:
    return bool(one and other) and one != other


def _is_elsewhere(one: Quantity, other: Quantity, side: Side) -> bool:
    """Whether the bearer of one age is somebody else than the bearer of the other age on the other side.

    "The pianist posed with 21-year-old Ryan Doe" and "the 29-year-old pianist posed with Doe" tell of two persons.
    """
    if not one.noun:
        return False
    for word in side.words:
        if word.text.lower() != one.noun or other.span.overlaps(word.span):
            continue
        is_after = word.span.start >= other.span.end
        ends = (other.span.end, word.span.start) if is_after else (word.span.end, other.span.start)
        if not (_NAMED_AFTER if is_after else _NAMED_BEFORE).fullmatch(side.text, *ends):
            return True
    return False


def _is_named(noun: str, lexicon: Lexicon) -> bool:
    """Whether the bearer of an age is a surname rather than a noun."""
    return bool(noun) and not lexicon.category(noun) and not lexicon.listed("counted", noun)


def is_part(quantity: Quantity, side: Side) -> bool:
    """Whether the words before say that those counted are some of others: "four, including two marshals"."""
    return bool(_PART_BEFORE.search(side.text, side.span.start, quantity.span.start))


def is_whole(quantity: Quantity, side: Side) -> bool:
    """Whether the number is that of all of whom the words tell some: "some of the more than 200 pupils"."""
    return bool(_WHOLE_BEFORE.search(side.text, side.span.start, quantity.span.start))


def is_some(quantity: Quantity, side: Side) -> bool:
    """Whether the number is of some of those whom its noun names: "21 of the pupils"."""
    return bool(_SOME_OF.search(side.text, quantity.number.end, quantity.span.end))


def has_changed(quantity: Quantity, side: Side) -> bool:
    """Whether the words say that the number was another before or after: "rose to 85", "at first 14"."""
    at, end = quantity.span.start, min(side.span.end, quantity.span.end + _AFTER_REACH)
    later = _LATER.search(side.text, max(side.span.start, at - _LATER_REACH), end)
    return bool(later or _EARLIER.search(side.text, max(side.span.start, at - _EARLIER_REACH), end))


def context(a: Detail, b: Detail, sides: tuple[Side, Side]) -> float:
    """How far (0 to 1) the words around two details are the same: those nearby, or those of the whole claims."""
    near = _overlap(_words_around(a, sides[0], _NEAR), _words_around(b, sides[1], _NEAR))
    far = _overlap(_words_around(a, sides[0]), _words_around(b, sides[1]))
    return min(1.0, _SHARED * max(near, far))


def _overlap(ours: set[str], theirs: set[str]) -> float:
    return len(ours & theirs) / max(_FEWEST_WORDS, min(len(ours), len(theirs)))


def _words_around(detail: Detail, side: Side, reach: int | None = None) -> set[str]:
    start = side.span.start if reach is None else detail.span.start - reach
    end = side.span.end if reach is None else detail.span.end + reach
    return {
        word.lemma
        for word in side.words
        if start <= word.span.start and word.span.end <= end and not word.is_function
        if not word.text[0].isdigit() and not detail.span.overlaps(word.span)
    } - _SAYING
