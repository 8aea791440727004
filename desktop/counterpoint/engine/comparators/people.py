"""What nouns of people say: which count anybody, whose sex and age they tell, which may stand for one another."""

from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.numbers.nouns import singular
from counterpoint.engine.words import Word

SYNONYMS = 0.9
KINDS = 0.7  # one noun is a kind of the other
_PEOPLE = 0.6  # "people" and "women": one may be a part of the other
_MALE = frozenset(
    "man boy son father husband brother grandfather grandson uncle nephew schoolboy boyfriend actor".split()
)
_FEMALE = frozenset(
    "woman girl daughter mother wife sister grandmother granddaughter aunt niece schoolgirl girlfriend actress".split()
)
_YOUNG = frozenset("boy girl child kid toddler baby infant schoolboy schoolgirl pupil teenager teen".split())
_GROWN = frozenset("man woman father mother husband wife grandfather grandmother teacher officer driver".split())
#: Machines that WordNet knows as people first.
_MACHINES = frozenset("excavator digger loader mixer sprinkler scanner printer".split())
_CREWS = frozenset("crew staff personnel police family militia clergy youth public".split())
_GROUPS = frozenset(
    """migrant passenger hostage protester worker miner pupil student prisoner inmate resident villager tourist pilgrim
    spectator employee guest patient worshipper hiker climber skier commuter traveller swimmer sailor
    fisherman""".split()
)


def are_people(noun: str, lexicon: Lexicon) -> bool:
    """Whether the noun counts people; true where nothing is said, for news mostly count people."""
    entry = lexicon.listed("counted", noun) or noun
    if entry in _MACHINES:
        return False
    return not noun or lexicon.category(entry) == "person" or entry in {"person", "woman", "child"} or entry in _CREWS


def is_general(noun: str, lexicon: Lexicon) -> bool:
    """Whether the noun counts people of any kind."""
    return not noun or lexicon.listed("counted", noun) == "person"


def are_group(noun: str, lexicon: Lexicon) -> bool:
    """Whether the noun names all whom a story is about, not some sort of them: "migrants", not "women"."""
    return (lexicon.listed("counted", noun) or noun) in _GROUPS


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
    return known if known >= KINDS else 0.0


def are_strangers(a: Word, b: Word, lexicon: Lexicon) -> bool:
    """Whether two words that share no meaning can't name the same: one person may be "the driver" and "the teacher"."""
    one, other = singular(a.text, lexicon), singular(b.text, lexicon)
    if kinship(one, other, lexicon):
        return False
    if not (_may_be_person(a, one, lexicon) and _may_be_person(b, other, lexicon)):
        return True
    if are_group(one, lexicon) or are_group(other, lexicon):
        return False
    are_many = one != a.text.lower(), other != b.text.lower()
    return any(are_many) or differ_in_kind(one, other)


def _may_be_person(word: Word, noun: str, lexicon: Lexicon) -> bool:
    return word.is_capitalised or word.is_function or are_people(noun, lexicon)


def differ_in_kind(a: str, b: str) -> bool:
    """Whether the nouns are of people of another sex or of another age."""
    return differ_in_sex(a, b) or _differ(_generation(a), _generation(b))


def differ_in_sex(a: str, b: str) -> bool:
    """Whether one noun is of men and the other of women."""
    return _differ(_sex(a), _sex(b))


def _sex(noun: str) -> str:
    return "male" if noun in _MALE else "female" if noun in _FEMALE else ""


def _generation(noun: str) -> str:
    return "young" if noun in _YOUNG else "grown" if noun in _GROWN else ""


def _differ(one: str, other: str) -> bool:
    return bool(one and other) and one != other
