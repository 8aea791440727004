"""What can be compared in a claim: each detail with its span, its words' meaning as a value."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from counterpoint.engine.passages import Span


class Aspect(StrEnum):
    """The contract's names for what two claims can agree or differ in."""

    QUANTITY = "quantity"
    TIME = "time"
    NAME = "name"
    PLACE = "place"
    ROLE = "role"
    ATTRIBUTION = "attribution"
    POLARITY = "polarity"
    CERTAINTY = "certainty"
    QUOTATION = "quotation"
    OPPOSITE = "opposite"
    SCOPE = "scope"
    CAUSE = "cause"
    WORDING = "wording"
    INFERENCE = "inference"


class Kind(StrEnum):
    """What a quantity measures; low and high are in the base unit named here."""

    COUNT = "count"  # things of `noun`
    MONEY = "money"  # units of the currency `unit`, an ISO 4217 code
    SHARE = "share"  # percent
    AGE = "age"  # years
    DURATION = "duration"  # seconds
    DISTANCE = "distance"  # metres
    RATE = "rate"  # `unit` per something: "mph", "per day"
    MEASURE = "measure"  # anything else with a unit: kilograms, degrees, square metres, litres
    ORDINAL = "ordinal"  # third, 85th
    SCORE = "score"  # 3-2


class Exactness(StrEnum):
    """How the text bounds the number."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at least"  # also "more than": the difference is never material in news
    AT_MOST = "at most"  # also "up to", "fewer than"


class Stage(IntEnum):
    """How far an act or a plan has got; the order is DESIGN.md's."""

    POSSIBLE = 0
    CONSIDERED = 1
    PLANNED = 2
    AGREED = 3
    DECIDED = 4
    DONE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """Words of a claim that can be compared. `value` is their meaning, in one normal form per aspect."""

    aspect: Aspect
    span: Span
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Detail):
    """A number or range of something.

    `span` covers number, unit and counted noun ("up to 25,000-30,000 Western troops"); `number` only the number's
    words ("25,000-30,000"). `noun` is the counted noun in its normal form ("troop"), empty where none stands by it;
    `modifiers` the normal forms between the number and the noun ("western",). `fate` says what befell those counted
    ("dead", "injured", "missing", "arrested" ...), empty where the clause does not say.
    """

    number: Span
    low: float
    high: float
    kind: Kind
    exactness: Exactness = Exactness.EXACT
    unit: str = ""
    noun: str = ""
    modifiers: tuple[str, ...] = ()
    fate: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Time(Detail):
    """A point in time, as far as the words say it; None means that they do not.

    `minute` counts from midnight (0 to 1439); `part` is a part of the day ("morning", "night" ...) where no clock time
    is given. `resolved` is the calendar date, where words and publication date leave one only. `year` alone is a year.
    `is_half_open` tells that twelve hours may be missing ("at 5:30"); `zone` is the time zone's words, "" when local.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # Monday is 0
    minute: int | None = None
    part: str = ""
    resolved: date | None = None
    is_half_open: bool = False
    zone: str = ""


class NameKind(StrEnum):
    """What bears a name, as far as the text tells."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name(Detail):
    """A proper name. `value` is the entity's key, one for all its spellings and short forms within the comparison.

    `double` is the key of another person whom only other accounts name, the only one there of this given name: perhaps
    the same under another surname; "" where there is none.
    """

    kind: NameKind
    double: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Title(Detail):
    """A person's role: "French President", "the special envoy", "ex-wife", "former mayor of Nice".

    `value` is the role in normal form ("president"), `bearer` the entity key of the person ("" where only the role
    is named), `of` the normal form of what or where the role is held in ("france", "nice"), `is_former` for ex- and
    former.
    """

    bearer: str
    of: str = ""
    is_former: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution(Detail):
    """Who says it.

    `span` covers the speaker's words, `verb` the verb of saying; `value` is the speaker's entity key or the normal form
    of the words ("police", "witness").
    """

    verb: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Polarity(Detail):
    """A negation: `span` its cue ("not", "refused to"), `value` the normal form of what is denied ("deploy")."""

    target: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Certainty(Detail):
    """How far along an act is: `span` is its cue ("agreed to"), `value` the normal form of the act ("send")."""

    stage: Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation(Detail):
    """Verbatim words: `span` is what stands between the quotation marks, `value` its words in lower case."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that mean a person: a name, "he", "the girl", "the 34-year-old".

    `value` is the person's entity key where the account names the person (`is_named`), else the description's normal
    form ("girl"). `gender` is "he" or "she", "" where the account does not tell; `nouns` are the normal forms of what
    the account calls the person. It is evidence of who is meant, and no detail: it is never shown.
    """

    span: Span
    value: str
    is_named: bool = False
    gender: str = ""
    nouns: frozenset[str] = frozenset()
