"""What a person adds: claims and relations by hand, verdicts, tags and notes, and what each of them sits on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import blake2b
from typing import NewType

from counterpoint.engine.passages import Span
from counterpoint.engine.relations import RelationKind
from counterpoint.engine.sources import Source, SourceId

TagId = NewType("TagId", str)
NoteId = NewType("NoteId", str)
OwnId = NewType("OwnId", str)

#: Code points of the text on either side that an anchor remembers, as the Hypothesis client does.
CONTEXT = 32
#: Okabe and Ito's blue, which the colour-blind can tell from the others.
DEFAULT_COLOUR = "#0072b2"
_COLOUR = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """A passage that can be found again: source, span, its exact words and up to 32 characters on either side.

    An empty span at 0 stands for the source as a whole. In a draft words can change and go: `origin` is what they were
    when a person put something on them, "" while they are still the same; a lost anchor has an empty span, and its
    words as they were.
    """

    source: SourceId
    span: Span
    exact: str
    prefix: str = ""
    suffix: str = ""
    origin: str = ""

    @property
    def words(self) -> str:
        """What a person put something on."""
        return self.origin or self.exact

    @property
    def is_lost(self) -> bool:
        """Whether its words were taken out of the text."""
        return len(self.span) == 0 and bool(self.exact)

    @property
    def is_unchanged(self) -> bool:
        """Whether its words are those that a person put something on."""
        return not self.origin and not self.is_lost


def anchored(source: Source, span: Span) -> Anchor:
    """The anchor of a span in a source as it is now.

    Raises:
        ValueError: the span leaves the text.
    """
    if span.end > len(source.text):
        raise ValueError(f"[{span.start}, {span.end}) leaves the text of source {source.id}")
    return Anchor(
        source=source.id,
        span=span,
        exact=span.of(source.text),
        prefix=source.text[max(0, span.start - CONTEXT) : span.start],
        suffix=source.text[span.end : span.end + CONTEXT],
    )


class SubjectKind(StrEnum):
    """What kind of thing an annotation sits on."""

    PASSAGE = "passage"
    CLAIM = "claim"
    RELATION = "relation"
    FACT = "fact"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Subject:
    """What an annotation sits on, told by its passages alone, so that it outlives every analysis.

    A relation has two anchors, a fact one for each of its claims, all others one; `subject_of` makes them.
    """

    kind: SubjectKind
    anchors: tuple[Anchor, ...]

    def __post_init__(self) -> None:
        if not self.anchors or list(self.anchors) != sorted(set(self.anchors)):
            raise ValueError("a subject has anchors, each once and in order")

    @property
    def key(self) -> str:
        """The same for the same kind, sources, spans and words, and for nothing else."""
        digest = blake2b(self.kind.encode(), digest_size=16)
        for anchor in self.anchors:
            words = anchor.exact.encode("utf-8", "surrogatepass")
            place = f"\n{anchor.source}\n{anchor.span.start}\n{anchor.span.end}\n{len(words)}\n"
            digest.update(place.encode() + words)
            if anchor.origin:
                digest.update(b"\n" + anchor.origin.encode("utf-8", "surrogatepass"))
        return digest.hexdigest()

    @property
    def sources(self) -> frozenset[SourceId]:
        return frozenset(anchor.source for anchor in self.anchors)


def subject(kind: SubjectKind, anchors: Sequence[Anchor]) -> Subject:
    """The subject with these anchors, in whatever order they are given."""
    return Subject(kind, tuple(sorted(set(anchors))))


class Ruling(StrEnum):
    """A person's word on a relation."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A person's word on a relation of a kind: who rejects a conflict has not said that the claims do not match.

    `subject` is the relation's; `made` the moment of the verdict, with its time zone.
    """

    subject: Subject
    kind: RelationKind
    ruling: Ruling
    made: datetime


@dataclass(frozen=True, slots=True)
class Tag:
    """A label of the journalist's own. `key` is the plain letter or digit that gives it, "" for none.

    Raises:
        ValueError: the name is empty or not trimmed, the colour not like "#0072b2", the key longer than a character.
    """

    id: TagId
    name: str
    colour: str = DEFAULT_COLOUR
    key: str = ""
    description: str = ""

    def __post_init__(self) -> None:
        if not self.name or self.name != " ".join(self.name.split()):
            raise ValueError(f"not a tag's name: {self.name!r}")
        if not _COLOUR.fullmatch(self.colour):
            raise ValueError(f"not a colour: {self.colour!r}")
        if len(self.key) > 1:
            raise ValueError(f"not a key: {self.key!r}")


@dataclass(frozen=True, slots=True)
class Tagging:
    """A tag on a subject, since `made`."""

    tag: TagId
    subject: Subject
    made: datetime


@dataclass(frozen=True, slots=True)
class Note:
    """A note on a subject, in Markdown. A private one never leaves the project. `changed` is the last edit's moment."""

    id: NoteId
    subject: Subject
    body: str
    made: datetime
    changed: datetime
    is_private: bool = False


@dataclass(frozen=True, slots=True)
class OwnClaim:
    """A passage that a person has made a claim, whatever the engine reads there.

    Raises:
        ValueError: the subject is no passage.
    """

    id: OwnId
    subject: Subject
    made: datetime

    def __post_init__(self) -> None:
        if self.subject.kind is not SubjectKind.PASSAGE:
            raise ValueError(f"not a passage: {self.subject.kind}")

    @property
    def anchor(self) -> Anchor:
        """Where it stands."""
        return self.subject.anchors[0]


@dataclass(frozen=True, slots=True)
class OwnRelation:
    """A person's word that two passages agree or conflict. The subject has their anchors, whatever claims are there.

    `locator` tells where the passage of a source is to be found outside the program ("p. 4", "at 12:30"), `reason` why
    it is support or contradiction; both may be empty.

    Raises:
        ValueError: the subject has not two passages of different sources.
    """

    id: OwnId
    subject: Subject
    kind: RelationKind
    made: datetime
    locator: str = ""
    reason: str = ""

    def __post_init__(self) -> None:
        is_of_two = len(self.subject.anchors) == len(self.subject.sources) == 2  # noqa: PLR2004
        if self.subject.kind is not SubjectKind.RELATION or not is_of_two:
            raise ValueError("an own relation joins two passages of different sources")


class Status(StrEnum):
    """A person's word on a claim of the draft."""

    TO_CHECK = "to_check"
    CHECKED = "checked"
    CHANGED = "changed"
    CONTESTED = "contested"
    UNVERIFIABLE = "unverifiable"
    OPINION = "opinion"


@dataclass(frozen=True, slots=True)
class GivenStatus:
    """A status that `by` gave to a claim of the draft. It holds for the words of its subject, and for no others.

    Raises:
        ValueError: the subject is no claim.
    """

    subject: Subject
    status: Status
    made: datetime
    by: str = ""

    def __post_init__(self) -> None:
        if self.subject.kind is not SubjectKind.CLAIM:
            raise ValueError(f"not a claim: {self.subject.kind}")

    @property
    def anchor(self) -> Anchor:
        """Where the claim stands."""
        return self.subject.anchors[0]


@dataclass(frozen=True, slots=True)
class Revision:
    """A text that a draft had: kept under a number and a name, since `made`, by somebody."""

    source: SourceId
    number: int
    text: str
    name: str
    made: datetime
    by: str = ""
