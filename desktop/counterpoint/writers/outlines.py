"""What a report says and in which order, whatever it is written in: its words are raw, each writer escapes them."""

from collections.abc import Iterable
from dataclasses import dataclass

from counterpoint.engine.claims import Claim, ClaimId
from counterpoint.engine.facts import FactId, FactState
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Relation
from counterpoint.writers.comparisons import Arrangement, arrange
from counterpoint.writers.dossiers import Dossier
from counterpoint.writers.levels import KEPT
from counterpoint.writers.phrases import shortened, sure, whole
from counterpoint.writers.remarks import Remark, Remarks, permitted
from counterpoint.writers.topics import Topic, find_agreements, find_conflicts, find_lone_claims, leading

WORDS_LENGTH = 50  # code points of the words that an account is quoted with in a heading
HEADING_LENGTH = 80
NAMED = 4  # accounts of one thing that a heading names


@dataclass(frozen=True, slots=True)
class Ground:
    """Why one pair of claims is related: "A / C", "59% sure", and whole sentences."""

    pair: str
    sure: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Caution:
    """A warning, and the pairs of claims that it is about."""

    pairs: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Outline:
    """A comparison as a report tells it. Nothing that must be withheld is in it."""

    arrangement: Arrangement
    conflicts: tuple[Topic, ...]
    agreements: tuple[Topic, ...]
    alone: tuple[Claim, ...]
    remarks: Remarks
    title: str

    def labels(self, topic: Topic) -> dict[ClaimId, str]:
        """A letter for each quote; letter and number where a source is quoted more than once: B1, B2."""
        letters = [self.arrangement.entry(c.id).letter for c in topic.claims]
        return {
            claim.id: letter + (str(letters[: n + 1].count(letter)) if letters.count(letter) > 1 else "")
            for n, (claim, letter) in enumerate(zip(topic.claims, letters, strict=True))
        }

    def letters(self, claims: Iterable[Claim]) -> str:
        """The sources of the claims: "A, C"."""
        return ", ".join(dict.fromkeys(self.arrangement.entry(c.id).letter for c in claims))

    def differing(self, topic: Topic) -> list[str]:
        """What the accounts of one thing say of it, each said once; "" for words that are withheld."""
        sides = {(c, span) for r in topic.relations for c, span in _leading_sides(r)}
        said: dict[str, str] = {}
        for claim in topic.claims:
            for span in sorted(span for c, span in sides if c == claim.id):
                words = shortened(span.of(self.arrangement.entry(claim.id).account.source.text), WORDS_LENGTH)
                said.setdefault(words.casefold(), words)
        return list(said.values())

    def told(self, topic: Topic) -> str:
        """What an agreement is about, in the shortest of its quotes; "" where they are withheld."""
        related = {c for r in topic.relations for c in (r.a, r.b)}
        texts = [c.text for c in topic.claims if c.id in related and c.text]
        return shortened(min(texts, key=len), HEADING_LENGTH).removesuffix(".") if texts else ""

    def disputes(self, topic: Topic) -> list[int]:
        """The numbers of the conflicts about the fact that a topic agrees on."""
        fact = topic.fact
        if fact is None or fact.state is not FactState.DISPUTED:
            return []
        return [n for n, conflict in enumerate(self.conflicts, 1) if conflict.fact and conflict.fact.id == fact.id]

    def how_sure(self, relations: Iterable[Relation]) -> str:
        """How probable the surest is; a person's own word has no percentage."""
        found = [relation.score for relation in relations if relation.id not in self.remarks.by_hand]
        return sure(max(found)) if found else "by hand"

    def grounds(self, topic: Topic) -> tuple[Ground, ...]:
        """Why its pairs are related, in their order."""
        labels = self.labels(topic)
        return tuple(
            Ground(
                f"{labels[r.a]} / {labels[r.b]}",
                self.how_sure([r]) + (f", {KEPT}" if self.arrangement.is_kept(r) else ""),
                tuple(dict.fromkeys(f"{each.aspect.capitalize()}: {whole(each.explanation)}" for each in r.reasons)),
            )
            for r in topic.relations
        )

    def cautions(self, topic: Topic) -> tuple[Caution, ...]:
        """Its warnings, each once."""
        labels = self.labels(topic)
        warned: dict[str, list[str]] = {}
        for relation in topic.relations:
            if relation.warning:
                warned.setdefault(relation.warning, []).append(f"{labels[relation.a]} / {labels[relation.b]}")
        return tuple(Caution(tuple(pairs), whole(words)) for words, pairs in warned.items())

    def said(self, topic: Topic) -> tuple[tuple[str, Remark], ...]:
        """What a person said of its pairs, of what it quotes and, with the first topic of a fact, of that fact."""
        labels, fact = self.labels(topic), topic.fact
        on = [(f"{labels[r.a]} / {labels[r.b]}", self.remarks.relations.get(r.id)) for r in topic.relations]
        on += [(labels[claim.id], self.remarks.claims.get(claim.id)) for claim in topic.claims]
        if fact is not None and topic is next(t for t in (*self.conflicts, *self.agreements) if t.fact is fact):
            on.append(("the fact", self.remarks.facts.get(fact.id)))
        return tuple((name, remark) for name, remark in on if remark)

    def said_alone(self, claim: Claim) -> tuple[Remark, ...]:
        """What a person said of a claim that no topic quotes, and of the fact that it is the first to tell."""
        shown = {topic.fact.id for topic in (*self.conflicts, *self.agreements) if topic.fact}
        fact = next((f.id for f in self.arrangement.facts if f.claims[0] == claim.id and f.id not in shown), None)
        return tuple(filter(None, (self.remarks.claims.get(claim.id), self._of_fact(fact))))

    def _of_fact(self, fact: FactId | None) -> Remark | None:
        return None if fact is None else self.remarks.facts.get(fact)


def outline_of(dossier: Dossier) -> Outline:
    """The report on a comparison, without what must not leave.

    Raises:
        ValueError: the paths name other sources than the comparison.
    """
    arrangement = arrange(dossier.comparison, dossier.paths)
    conflicts, agreements = find_conflicts(arrangement), find_agreements(arrangement)
    alone = find_lone_claims(arrangement, (*conflicts, *agreements))
    remarks = permitted(dossier.remarks, dossier.comparison)
    return Outline(arrangement, conflicts, agreements, alone, remarks, dossier.title)


def _leading_sides(relation: Relation) -> tuple[tuple[ClaimId, Span], ...]:
    reason = leading(relation)
    return (relation.a, reason.a), (relation.b, reason.b)
