"""What is listed of the findings and the facts: filters that combine, and their names."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from counterpoint.app.searches import has_words
from counterpoint.engine.details import Aspect
from counterpoint.engine.facts import FactState
from counterpoint.engine.sources import Source, SourceId
from counterpoint.store.annotations import Ruling, Tag, TagId
from counterpoint.writers.phrases import letter, shortened

TITLE_LENGTH = 28  # code points of a source's title in a filter's name

ASPECTS = {
    Aspect.QUANTITY: "Numbers",
    Aspect.TIME: "Times",
    Aspect.NAME: "Names",
    Aspect.PLACE: "Places",
    Aspect.ROLE: "Roles",
    Aspect.ATTRIBUTION: "Who says it",
    Aspect.POLARITY: "Said or denied",
    Aspect.CERTAINTY: "How certain",
    Aspect.QUOTATION: "Quotations",
    Aspect.OPPOSITE: "Opposites",
    Aspect.SCOPE: "Scope",
    Aspect.CAUSE: "Causes",
    Aspect.WORDING: "Wording",
}


class Standing(StrEnum):
    """Which verdicts a filter lets through."""

    ANY = "any"
    UNDECIDED = "undecided"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    UNSURE = "unsure"


STANDINGS = {
    Standing.ANY: "Any verdict",
    Standing.UNDECIDED: "Undecided",
    Standing.CONFIRMED: "Confirmed",
    Standing.REJECTED: "Rejected",
    Standing.UNSURE: "Unsure",
}
STATES = {
    FactState.DISPUTED: "Conflicts",
    FactState.CONSENSUS: "Agreements",
    FactState.SINGLE: "One source only",
}


class Listed(Protocol):
    """What a filter asks of a finding or a fact."""

    @property
    def state(self) -> FactState: ...
    def rulings_of(self, state: FactState | None) -> frozenset[Ruling | None]: ...
    @property
    def aspects(self) -> frozenset[Aspect]: ...
    @property
    def tags(self) -> frozenset[TagId]: ...
    @property
    def sources(self) -> frozenset[SourceId]: ...
    @property
    def voices(self) -> int: ...
    @property
    def texts(self) -> Sequence[str]: ...


@dataclass(frozen=True, slots=True)
class Filter:
    """Which findings and facts are listed: those that meet every one of these that is set."""

    state: FactState | None = None
    standing: Standing = Standing.ANY
    aspect: Aspect | None = None
    tag: TagId | None = None
    is_untagged: bool = False
    source: SourceId | None = None
    is_one_voice: bool = False
    words: str = ""

    def admits(self, one: Listed) -> bool:
        return (
            self.state in (None, one.state)
            and (self.standing is Standing.ANY or self._admits_verdict(one.rulings_of(self.state)))
            and (self.aspect is None or self.aspect in one.aspects)
            and (self.tag is None or self.tag in one.tags)
            and not (self.is_untagged and one.tags)
            and (self.source is None or self.source in one.sources)
            and not (self.is_one_voice and one.voices > 1)
            and (not self.words or any(has_words(text, self.words) for text in one.texts))
        )

    def _admits_verdict(self, rulings: frozenset[Ruling | None]) -> bool:
        return (None if self.standing is Standing.UNDECIDED else Ruling(self.standing.value)) in rulings


EVERYTHING = Filter()


@dataclass(frozen=True, slots=True)
class Chip:
    """One condition of a filter, in words, and the filter without it."""

    words: str
    rest: Filter


def chips_of(chosen: Filter, sources: Sequence[Source], tags: Sequence[Tag]) -> tuple[Chip, ...]:
    """What is set in a filter."""
    names = {
        "state": STATES[chosen.state] if chosen.state else "",
        "standing": "" if chosen.standing is Standing.ANY else STANDINGS[chosen.standing],
        "aspect": f"About: {ASPECTS[chosen.aspect].lower()}" if chosen.aspect else "",
        "tag": f"Tag: {_tag_name(chosen.tag, tags)}" if chosen.tag is not None else "",
        "is_untagged": "Untagged" if chosen.is_untagged else "",
        "source": _source_words(chosen.source, sources) if chosen.source is not None else "",
        "is_one_voice": "One voice" if chosen.is_one_voice else "",
        "words": f"“{shortened(chosen.words, TITLE_LENGTH)}”" if chosen.words else "",
    }
    return tuple(
        Chip(words, replace(chosen, **{field: getattr(EVERYTHING, field)})) for field, words in names.items() if words
    )


def source_name(number: int, source: Source) -> str:
    """A source in a menu: its letter, and its outlet or title."""
    return f"{letter(number)}  {shortened(source.outlet or source.title or 'Untitled', TITLE_LENGTH)}"


def _tag_name(wanted: TagId, tags: Sequence[Tag]) -> str:
    return next((tag.name for tag in tags if tag.id == wanted), "one that is gone")


def _source_words(wanted: SourceId, sources: Sequence[Source]) -> str:
    for number, source in enumerate(sources):
        if source.id == wanted:
            return f"Source {letter(number)}"
    return "A source that is taken out"
