"""What a comparison is made of: values that a window can hold without loading the engine that made them."""

from dataclasses import dataclass

from counterpoint.engine.checks import QuotationCheck
from counterpoint.engine.claims import Claim
from counterpoint.engine.facts import Fact
from counterpoint.engine.levels import Level
from counterpoint.engine.noise.noises import Noise
from counterpoint.engine.relations import Relation
from counterpoint.engine.sources import Source


@dataclass(frozen=True, slots=True)
class Account:
    """What the engine read in one source: its claims and noise in text order, and its occasion.

    `is_compared` is False where the source is not in English: shown, not compared. `occasion` names date, place and act
    that the account tells of, in words, "" where it does not say.
    """

    source: Source
    claims: tuple[Claim, ...]
    noise: tuple[Noise, ...]
    is_compared: bool
    occasion: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that was found, independent of the order in which the sources were given.

    Accounts stand in the order of their sources' ids, claims by account and span, relations and facts by their claims.
    `shares_little` tells that the accounts hardly speak of the same things. `quotations` are the drafts', checked.
    `level` is the one that the relations were chosen at, None where they were chosen by none.
    """

    accounts: tuple[Account, ...]
    relations: tuple[Relation, ...]
    facts: tuple[Fact, ...]
    shares_little: bool
    quotations: tuple[QuotationCheck, ...] = ()
    level: Level | None = None
