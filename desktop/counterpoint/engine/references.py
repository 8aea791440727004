"""Whom words mean: the names, pronouns and descriptions of one account, each with the person that it stands for.

Hobbs (1978) found that the nearest antecedent that fits is right nine times in ten; here nothing is said where two fit.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from counterpoint.engine.comparators.bearers import find_bearer
from counterpoint.engine.comparators.sides import Side
from counterpoint.engine.details import Kind, Name, NameKind, Quantity, Quotation, Reference, Title
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.words import Word

_PRONOUNS = {
    "he": "he", "him": "he", "his": "he", "himself": "he", "she": "she", "her": "she", "hers": "she", "herself": "she",
}  # fmt: skip
#: Words for a person of any kind: they may mean whoever was named last and fits.
_GENERAL = frozenset(str.split("man woman boy girl teenager teen child kid baby infant toddler youth lady guy"))
_YOUNG = frozenset(str.split("boy girl child kid baby infant toddler teenager teen youth schoolboy schoolgirl"))
_GROWN = frozenset(str.split("man woman lady guy"))
_OLDEST_YOUNG, _YOUNGEST_GROWN = 19, 16  # years
_DEFINITE = frozenset(str.split("the this that"))
_DETERMINERS = _DEFINITE | frozenset(str.split("a an his her their its one another"))
_REACH = 3  # claims back in which the one who is meant is looked for
_MODIFIERS = 5  # words between an article and the noun
#: What befalls a person whom the account may then call so.
_BEFALLEN = {
    "suspect": re.compile(r"\W+(?:\w+\W+){0,3}?(?:arrested|charged|accused|indicted|detained|apprehended)\b"),
    "victim": re.compile(
        r"\W+(?:\w+\W+){0,3}?(?:killed|died|stabbed|injured|wounded|(?:was|were|been) shot|(?:pronounced|found) dead)\b"
    ),
}


def find_references(sides: Sequence[Side], lexicon: Lexicon) -> tuple[tuple[Reference, ...], ...]:
    """Whom the words of each claim of one account mean; the claims in text order, with names and roles linked."""
    account = _Account(lexicon)
    for side in sides:
        account.meet(side)
    return account.references([account.read(number, side) for number, side in enumerate(sides)])


@dataclass(slots=True)
class _Person:
    """What an account tells of one person."""

    value: str
    is_named: bool
    gender: str = ""
    nouns: set[str] = field(default_factory=set[str])
    age: float | None = None
    last: int = -_REACH - 1  # number of the claim that spoke of the person last

    def may_be(self, noun: str) -> bool:
        """Whether a general word fits, as far as the account tells."""
        if self.age is None:
            return not (noun in _YOUNG and self.nouns & _GROWN) and not (noun in _GROWN and self.nouns & _YOUNG)
        return self.age <= _OLDEST_YOUNG if noun in _YOUNG else noun not in _GROWN or self.age >= _YOUNGEST_GROWN

    def is_of(self, gender: str) -> bool:
        return not gender or not self.gender or self.gender == gender


@dataclass(frozen=True, slots=True)
class _Mention:
    """Words that mean a person: a name or title, a pronoun (`noun` is ""), or a description."""

    span: Span
    value: str = ""  # the entity key, where the words themselves tell it
    noun: str = ""
    gender: str = ""
    age: float | None = None
    is_definite: bool = False


class _Account:
    """One account being read for whom its words mean."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._persons: dict[str, _Person] = {}
        self._spoken_of: list[list[_Person]] = []  # claim by claim, in order
        self._speaker: _Person | None = None  # who spoke last

    # --- what the account tells of whom it names

    def meet(self, side: Side) -> None:
        """Takes in what one claim tells of persons by name: sex, age, what they are and what befell them."""
        titles = [detail for detail in side.details if isinstance(detail, Title) and detail.bearer]
        for name in _people(side, titles):
            person = self._persons.setdefault(name.value, _Person(name.value, is_named=True))
            person.gender = person.gender or self._gender_of(name)
            for noun, befell in _BEFALLEN.items():
                if befell.match(side.text, name.span.end, side.span.end):
                    person.nouns.add(noun)
        for title in titles:
            self._persons.setdefault(title.bearer, _Person(title.bearer, is_named=True))
            if not title.is_former:
                self._call(title.bearer, title.value)
        for age in _ages(side):
            self._grow(find_bearer(age, side), age)

    def _grow(self, value: str, age: Quantity) -> None:
        if value in self._persons:
            self._persons[value].age = age.low
            if self._lexicon.category(age.noun) == "person":
                self._call(value, age.noun)

    def _call(self, value: str, noun: str) -> None:
        person = self._persons[value]
        person.nouns.add(noun)
        person.gender = person.gender or self._lexicon.listed("genders", noun) or ""

    def _gender_of(self, name: Name) -> str:
        gender = self._lexicon.listed("given_names", name.value.split(" ", 1)[0])
        return gender if gender in {"he", "she"} and " " in name.value else ""

    # --- claim by claim

    def read(self, number: int, side: Side) -> list[tuple[Span, _Person]]:
        """Whom the claim's words mean."""
        here: list[_Person] = []
        self._spoken_of.append(here)
        found: list[tuple[Span, _Person]] = []
        for mention in _mentions(side, self._lexicon):
            person = self._meant(mention, number, side, found)
            if person:
                person.gender = person.gender or mention.gender
                person.last = number
                person.nouns |= {mention.noun} - {""}
                if person not in here:
                    here.append(person)
                found.append((mention.span, person))
                if _speaks(mention.span, side, self._lexicon):
                    self._speaker = person
        return found

    def references(self, found: Sequence[Sequence[tuple[Span, _Person]]]) -> tuple[tuple[Reference, ...], ...]:
        """The same as values, with all that the account tells."""
        return tuple(
            tuple(
                Reference(span, person.value, person.is_named, person.gender, frozenset(person.nouns))
                for span, person in own
            )
            for own in found
        )

    def _meant(
        self, mention: _Mention, number: int, side: Side, before: Sequence[tuple[Span, _Person]]
    ) -> _Person | None:
        if mention.value:
            return self._persons[mention.value]
        return self._described(mention, number) if mention.noun else self._pronoun(mention, number, side, before)

    def _described(self, mention: _Mention, number: int) -> _Person:
        """Whom a description means: the one person of this name in the account who fits it, else a stranger."""
        named = [person for person in self._persons.values() if person.is_named and person.is_of(mention.gender)]
        if mention.age is not None:
            named = [person for person in named if person.age == mention.age]
        elif not mention.is_definite:
            named = []
        else:
            known = [person for person in named if person.last >= 0]
            named = [person for person in known if mention.noun in person.nouns]
            if not named and mention.noun in _GENERAL:
                named = [p for p in known if p.last >= number - _REACH and p.may_be(mention.noun)]
        if len(named) == 1:
            return named[0]
        return self._persons.setdefault(f"the {mention.noun}", _Person(mention.noun, is_named=False))

    def _pronoun(
        self, mention: _Mention, number: int, side: Side, before: Sequence[tuple[Span, _Person]]
    ) -> _Person | None:
        """The one person spoken of last who fits; None where two do, unless one of them goes on speaking."""
        speaker = self._speaker if _speaks(mention.span, side, self._lexicon) else None
        if speaker and speaker.is_of(mention.gender) and _is_after_words(mention.span, side):
            return speaker
        fitting = _distinct([(span, person) for span, person in before if person.is_of(mention.gender)])
        is_said = any(_says_between(span, mention.span, side, self._lexicon) for span, _ in fitting)
        if fitting and not is_said:
            return fitting[0][1] if len(fitting) == 1 else None
        for back in range(number - 1, max(-1, number - 1 - _REACH), -1):
            earlier = [person for person in self._spoken_of[back] if person.is_of(mention.gender)]
            if earlier:
                persons = {id(person): person for person in (*(p for _, p in fitting), *earlier)}
                if speaker and id(speaker) in persons:
                    return speaker
                return next(iter(persons.values())) if len(persons) == 1 else None
        return fitting[0][1] if len(fitting) == 1 else None


def _distinct(mentions: Sequence[tuple[Span, _Person]]) -> list[tuple[Span, _Person]]:
    return list({id(person): (span, person) for span, person in mentions}.values())


def _says_between(speaker: Span, pronoun: Span, side: Side, lexicon: Lexicon) -> bool:
    """Whether the person is who says the words of the pronoun: "Hill said he was found" may speak of another."""
    return any(
        speaker.end <= word.span.start < pronoun.start and lexicon.listed("saying", word.lemma) for word in side.words
    )


def _speaks(span: Span, side: Side, lexicon: Lexicon) -> bool:
    """Whether a verb of saying stands beside the words: "Hill said", "...,” said Hill", not "Hill said he"."""
    after = next((word for word in side.words if word.span.start >= span.end and not word.is_function), None)
    before = next((word for word in reversed(side.words) if word.span.end <= span.start), None)
    beside = [after] if after and _is_near(after.span, span, side.text) else []
    if before and _is_near(before.span, span, side.text) and _is_after_words(before.span, side):
        beside.append(before)
    return any(word.lemma in lexicon.lists.get("saying", {}) and word.text.lower() != word.lemma for word in beside)


def _is_near(a: Span, b: Span, text: str) -> bool:
    between = text[min(a.end, b.end) : max(a.start, b.start)]
    return not between.strip() or between.strip() in {"has", "also", "later"}


def _is_after_words(span: Span, side: Side) -> bool:
    """Whether a mark before the pronoun closes what was said: "“...,” he said"."""
    return side.text[side.span.start : span.start].rstrip()[-1:] in {",", "”", '"', "’", "'"}


def _people(side: Side, titles: Sequence[Title]) -> list[Name]:
    """The names of persons; of what may be a person only where it bears a role."""
    bearers = {title.bearer for title in titles}
    return [
        detail
        for detail in side.details
        if isinstance(detail, Name) and (detail.kind is NameKind.PERSON or detail.value in bearers)
    ]


def _ages(side: Side) -> list[Quantity]:
    return [d for d in side.details if isinstance(d, Quantity) and d.kind is Kind.AGE and d.low == d.high]


# --- the words that mean somebody


def _mentions(side: Side, lexicon: Lexicon) -> Iterator[_Mention]:
    """All that means a person in the claim, in text order; a quotation's pronouns mean whom its speaker means."""
    titles = [detail for detail in side.details if isinstance(detail, Title)]
    told = [
        *(_Mention(name.span, value=name.value) for name in _people(side, [t for t in titles if t.bearer])),
        *(_Mention(title.span, value=title.bearer) for title in titles if title.bearer),
    ]
    quoted = [detail.span for detail in side.details if isinstance(detail, Quotation)]
    ages = _ages(side)
    for at, word in enumerate(side.words):
        if any(mention.span.overlaps(word.span) for mention in told):
            continue
        gender = _PRONOUNS.get(word.text.lower())
        if gender and not any(span.contains(word.span) for span in quoted):
            told.append(_Mention(word.span, gender=gender))
        elif not word.is_function:
            description = _description(side, at, ages, lexicon)
            if description:
                told.append(description)
    return iter(sorted(told, key=lambda mention: (mention.span.start, -len(mention.span))))


def _description(side: Side, at: int, ages: Sequence[Quantity], lexicon: Lexicon) -> _Mention | None:
    """The description that the word heads: "the girl", "a 13-year-old girl", "the 34-year-old"."""
    word = side.words[at]
    age = next((age for age in ages if age.span.contains(word.span) and age.span.end == word.span.end), None)
    is_person = lexicon.category(word.lemma) == "person" and word.text.lower() == word.lemma and word.text[0].islower()
    if not is_person and not (age and age.number.start != age.span.start) and not age:
        return None
    if not is_person and (not age or age.noun):
        return None
    opens = _article(side.words, at)
    if not opens and not age:
        return None
    noun = word.lemma if is_person else "person"
    return _Mention(
        word.span,
        noun=noun,
        gender=lexicon.listed("genders", noun) or "",
        age=age.low if age else None,
        is_definite=opens in _DEFINITE,
    )


def _article(words: Sequence[Word], at: int) -> str:
    """The determiner that opens the noun phrase of which the word is the head, "" for none or no head."""
    for back in range(at - 1, max(-1, at - 2 - _MODIFIERS), -1):
        lower = words[back].text.lower()
        if lower in _DETERMINERS:
            return lower
        if words[back].is_function:
            return ""
    return ""
