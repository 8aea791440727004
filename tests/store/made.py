"""Small stories and their findings, made by hand: what the store keeps does not depend on what the engine finds."""

from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from itertools import pairwise

from counterpoint.engine.claims import Claim, ClaimId
from counterpoint.engine.comparison import Account, Comparison
from counterpoint.engine.details import Aspect, Detail, Kind, Quantity, Time
from counterpoint.engine.facts import find_facts
from counterpoint.engine.noise.noises import Noise, NoiseKind
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Reason, Relation, RelationId, RelationKind
from counterpoint.engine.sources import Repair, Role, Source, SourceId
from counterpoint.store.annotations import (
    Note,
    NoteId,
    OwnClaim,
    OwnId,
    OwnRelation,
    Ruling,
    Subject,
    SubjectKind,
    Tag,
    Tagging,
    TagId,
    Verdict,
    anchored,
)
from counterpoint.store.annotations import subject as subject_of_all
from counterpoint.store.shelves import Original

DAWN = datetime(2026, 3, 1, 6, 30, tzinfo=UTC)

TEXTS = (
    "Flood in Nowhere\nFour people died in the flood on Monday.\nThe mayor opened 12 shelters.\nPhoto: A. Nobody",
    "Nowhere under water\nFive people died in the flood on Monday.\nThe mayor opened twelve shelters.\n",
    "After the flood 🌊\nThe mayor of Nowhere opened 12 shelters, she said.\nFour people have died.\n",
)


def moment(minutes: int) -> datetime:
    """So many minutes after dawn."""
    return DAWN + timedelta(minutes=minutes)


def source(number: int = 0, *, text: str = "", role: Role = Role.SOURCE) -> Source:
    words = text or TEXTS[number % len(TEXTS)] + "\n" * (number // len(TEXTS))
    return Source(
        id=SourceId(f"s{number}"),
        text=words,
        title=words.split("\n", maxsplit=1)[0],
        role=role,
        repairs=(Repair(Span(0, 5), "Ã¼"),) if number == 0 else (),
        outlet="The Nowhere Times",
        author="A. Nobody",
        url="https://nowhere.example/flood?a=1#b",
        published=date(2026, 3, 1 + number % 3),
        sha256=sha256(words.encode()).hexdigest(),
        confidential=number == 2,
    )


def contents(*numbers: int) -> list[tuple[Source, Original]]:
    """Sources with their originals."""
    return [(source(n), Original(source(n).text.encode(), f"/home/someone/{n}.txt")) for n in numbers]


def account(of: Source) -> Account:
    """A claim for each line that ends like a sentence, and the photographer as noise."""
    claims: list[Claim] = []
    noise: list[Noise] = []
    at = 0
    for line in of.text.split("\n"):
        span = Span(at, at + len(line))
        if line.endswith("."):
            claims.append(Claim(ClaimId(f"{of.id}:{span.start}-{span.end}"), of.id, span, line, _details(span)))
        elif line.startswith("Photo"):
            noise.append(Noise(span, NoiseKind.CREDIT))
        at = span.end + 1
    return Account(of, tuple(claims), tuple(noise), is_compared=True, occasion="Monday, Nowhere")


def comparison(*sources: Source) -> Comparison:
    """A conflict between the first claims of neighbours, a match between their second ones."""
    accounts = tuple(account(each) for each in sorted(sources, key=lambda each: each.id))
    relations: list[Relation] = []
    for one, other in pairwise(accounts):
        pairs = zip(one.claims, other.claims, strict=False)
        relations.extend(relation(a, b, i == 0) for i, (a, b) in enumerate(pairs))
    claims = [claim for each in accounts for claim in each.claims]
    drafts = frozenset(each.id for each in sources if each.role is Role.DRAFT)
    return Comparison(accounts, tuple(relations), find_facts(claims, relations, drafts), shares_little=False)


def relation(a: Claim, b: Claim, is_conflict: bool) -> Relation:  # noqa: FBT001
    kind = RelationKind.CONFLICT if is_conflict else RelationKind.MATCH
    first, second = (Span(claim.span.start, claim.span.start + 4) for claim in (a, b))
    reason = Reason(Aspect.QUANTITY, first, second, "“Four” against “Five”", is_difference=is_conflict)
    return Relation(RelationId(f"{a.id}/{b.id}"), a.id, b.id, kind, 0.875, (reason,), "Later." if is_conflict else "")


def _details(span: Span) -> tuple[Detail, ...]:
    first = Span(span.start, span.start + 4)
    quantity = Quantity(
        aspect=Aspect.QUANTITY,
        span=span,
        value="4",
        number=first,
        low=4,
        high=float("inf"),
        kind=Kind.COUNT,
        noun="people",
        modifiers=("western",),
    )
    time = Time(aspect=Aspect.TIME, span=first, value="monday", weekday=0, resolved=date(2026, 3, 2))
    return (quantity, time, Detail(aspect=Aspect.SCOPE, span=first, value="all"))


def note(name: str, subject: Subject, body: str = "Ask the **mayor**.", minutes: int = 0) -> Note:
    return Note(NoteId(name), subject, body, moment(minutes), moment(minutes))


def tag(name: str, **rest: str) -> Tag:
    return Tag(TagId(f"id of {name}"), name, **rest)


def tagging(of: Tag, subject: Subject, minutes: int = 0) -> Tagging:
    return Tagging(of.id, subject, moment(minutes))


def verdict(subject: Subject, ruling: Ruling, *, is_conflict: bool = True, minutes: int = 0) -> Verdict:
    return Verdict(subject, RelationKind.CONFLICT if is_conflict else RelationKind.MATCH, ruling, moment(minutes))


def passage(number: int, words: str) -> Subject:
    """Where the words first stand in a source."""
    text = source(number).text
    start = text.index(words)
    return Subject(SubjectKind.PASSAGE, (anchored(source(number), Span(start, start + len(words))),))


def own_claim(name: str, of: Subject, minutes: int = 0) -> OwnClaim:
    return OwnClaim(OwnId(name), of, moment(minutes))


def own_relation(name: str, a: Subject, b: Subject, minutes: int = 0, *, is_conflict: bool = False) -> OwnRelation:
    both = subject_of_all(SubjectKind.RELATION, (*a.anchors, *b.anchors))
    kind = RelationKind.CONFLICT if is_conflict else RelationKind.MATCH
    return OwnRelation(OwnId(name), both, kind, moment(minutes))
