"""What a number was read as, before its words' bounds and fate are looked for."""

from dataclasses import dataclass

from counterpoint.engine.details import Kind
from counterpoint.engine.numbers.nouns import Noun
from counterpoint.engine.numbers.numerals import Numeral


@dataclass(frozen=True, slots=True)
class Meaning:
    """A number's kind, unit and noun, and the index of the last word that belongs to number and unit.

    `sign` counts the characters of a currency sign before the number.
    """

    numeral: Numeral
    kind: Kind
    last: int
    noun: Noun | None = None
    unit: str = ""
    sign: int = 0
