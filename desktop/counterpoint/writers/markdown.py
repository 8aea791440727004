"""The comparison for an editor: a Markdown report, conflicts first, every word of a source shown as it stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from counterpoint.engine.accounts import Comparison
from counterpoint.engine.claims import Claim, ClaimId
from counterpoint.engine.facts import FactId, FactState
from counterpoint.engine.noise.noises import NoiseKind
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Relation
from counterpoint.engine.sources import Role, SourceId
from counterpoint.writers.blocks import (
    WITHHELD,
    counted,
    heading,
    listed,
    name_of,
    quoted,
    repaired,
    repairs_of,
    sentence,
    sure,
)
from counterpoint.writers.comparisons import Arrangement, Entry, arrange, shortened
from counterpoint.writers.drafts import draft_blocks
from counterpoint.writers.escapes import code, escape
from counterpoint.writers.levels import KEPT, level_measured, level_named
from counterpoint.writers.remarks import NOTHING, Remark, Remarks, permitted
from counterpoint.writers.topics import Topic, find_agreements, find_conflicts, find_lone_claims, leading

TOP = 5  # conflicts that the summary names
NAMED = 4  # accounts of one thing that a heading names
HEADING_LENGTH = 80  # code points
WORDS_LENGTH = 50
NOISE_LENGTH = 90

_NOISE_NAMES = {
    NoiseKind.CREDIT: "Credit",
    NoiseKind.CAPTION: "Caption",
    NoiseKind.SHARE: "Share button or subscription line",
    NoiseKind.ADVERT: "Advert",
    NoiseKind.BYLINE: "By-line",
    NoiseKind.LABEL: "Label",
    NoiseKind.COMMENT: "Reader's comment",
    NoiseKind.EMBED: "Embedded post",
    NoiseKind.RELATED: "Link to another story",
}


def markdown_report(comparison: Comparison, paths: Mapping[SourceId, str | None], remarks: Remarks = NOTHING) -> str:
    """The comparison as a Markdown document. `paths` gives each source's path as given, in the order of display.

    `remarks` are what a person has said about the findings; those on a confidential source's words are left out.

    Of a confidential source only its code is told, and how its claims stand to the others'.

    Raises:
        ValueError: `paths` names other sources than the comparison.
    """
    arrangement = arrange(comparison, paths)
    report = _Report(
        arrangement, find_conflicts(arrangement), find_agreements(arrangement), permitted(remarks, comparison)
    )
    return "\n\n".join(report.blocks()) + "\n"


@dataclass(frozen=True, slots=True)
class _Report:
    arrangement: Arrangement
    conflicts: tuple[Topic, ...]
    agreements: tuple[Topic, ...]
    remarks: Remarks

    def blocks(self) -> list[str]:
        """Paragraphs, headings and lists, to be parted by empty lines."""
        alone = find_lone_claims(self.arrangement, (*self.conflicts, *self.agreements))
        return [
            f"# Comparison of {counted(len(self.arrangement.entries), 'account')}",
            *self._summary(alone),
            *draft_blocks(self.arrangement),
            *self._conflicts(),
            *self._agreements(),
            *self._told_by_one(alone),
            *self._passages(),
            "## Sources",
            *(block for e in self.arrangement.entries for block in self._source(e)),
            *self._noise(),
        ]

    def _summary(self, alone: Sequence[Claim]) -> list[str]:
        entries = self.arrangement.entries
        told = f"{counted(len(alone), 'claim')} told by one source only"
        counts = [_tally(self.conflicts, "conflict"), _tally(self.agreements, "agreement"), told]
        blocks = ["## Summary", ", ".join(counts if len(entries) > 1 else [told]) + ".", *self._cautions()]
        if self.conflicts:
            blocks.append("The surest conflicts:" if len(self.conflicts) > TOP else "The conflicts:")
            lines = [
                f"{n}. {self._differing(topic, opens_block=True)}"
                f" ({self._letters(topic.claims)}; {self._how_sure(topic.relations)})"
                for n, topic in enumerate(self.conflicts[:TOP], 1)
            ]
            blocks.append("\n".join(lines))
        if self.conflicts or self.agreements:
            blocks.append("A percentage says how probable it is that two passages do conflict, or do agree.")
        if self.arrangement.level is not None and len(entries) > 1:
            named, measured = level_named(self.arrangement.level), level_measured(self.arrangement.level)
            blocks.append(
                f"Shown at level {named}: the lower the level, the fewer the findings, and the surer. {measured}"
            )
        return [*blocks, "The accounts:", listed(f"**{e.letter}** {name_of(e)}" for e in entries)]

    def _cautions(self) -> list[str]:
        cautions = [
            f"**{e.letter}** is not in English: it is shown, not compared."
            for e in self.arrangement.entries
            if not e.account.is_compared
        ]
        if len(self.arrangement.entries) == 1:
            cautions.append("Only one source was given: there is nothing to compare it with.")
        elif self.arrangement.shares_little:
            cautions.append("These accounts share little: they hardly speak of the same things.")
        return cautions

    def _conflicts(self) -> list[str]:
        blocks = ["## Conflicts"]
        for n, topic in enumerate(self.conflicts, 1):
            blocks += [f"### {n}. {self._differing(topic)}", *self._quotes(topic), self._reasons(topic)]
            blocks += self._remarked(topic)
        return blocks if self.conflicts else [*blocks, "No conflict was found."]

    def _agreements(self) -> list[str]:
        blocks = ["## Agreements"]
        numbers: dict[FactId, list[str]] = {}
        for n, conflict in enumerate(self.conflicts, 1):
            if conflict.fact:
                numbers.setdefault(conflict.fact.id, []).append(str(n))
        for n, topic in enumerate(self.agreements, 1):
            blocks += [f"### {n}. {self._told(topic)}", self._voices(topic, numbers)]
            blocks += [*self._quotes(topic), self._reasons(topic), *self._remarked(topic)]
        return blocks if self.agreements else [*blocks, "No agreement was found."]

    def _told_by_one(self, alone: Sequence[Claim]) -> list[str]:
        blocks = ["## Told by one source only"]
        shown = {topic.fact.id for topic in (*self.conflicts, *self.agreements) if topic.fact}
        first_of = {f.claims[0]: f.id for f in self.arrangement.facts if f.id not in shown}
        for entry in self.arrangement.entries:
            claims = [c for c in alone if c.source == entry.account.source.id]
            if claims and entry.account.source.confidential:
                blocks += [heading(entry), f"{counted(len(claims), 'claim')}. {WITHHELD}"]
            elif claims:
                quotes = (quoted(entry, c) + self._made(c) + repaired(entry, c.span) for c in claims)
                blocks += [heading(entry), listed(quotes)]
                for claim in claims:
                    for remark in (self.remarks.claims.get(claim.id), self._of_fact(first_of.get(claim.id))):
                        blocks += _noted(f"“{escape(shortened(claim.text, WORDS_LENGTH))}”", remark)
        return blocks if alone else [*blocks, "Nothing."]

    def _of_fact(self, fact: FactId | None) -> Remark | None:
        return None if fact is None else self.remarks.facts.get(fact)

    def _made(self, claim: Claim) -> str:
        return " (a claim by hand)" if claim.id in self.remarks.by_hand else ""

    def _passages(self) -> list[str]:
        """Words that are no claim, with the tags and notes on them."""
        blocks: list[str] = []
        for entry in self.arrangement.entries:
            source = entry.account.source
            own = [each for each in self.remarks.passages if each.source == source.id]
            blocks += [heading(entry)] if own else []
            for each in own:
                quote = f"> {escape(each.span.of(source.text), opens_block=True)}{repaired(entry, each.span)}"
                blocks += [quote, *_noted("", each.remark)]
        return ["## Marked passages", *blocks] if blocks else []

    def _source(self, entry: Entry) -> list[str]:
        remark = self.remarks.sources.get(entry.account.source.id)
        return [*_source(entry), *_noted("", remark)]

    def _remarked(self, topic: Topic) -> list[str]:
        """Verdicts and tags on the pairs of a topic and on what they quote, then the notes, as they were written."""
        labels = self._labels(topic)
        lines: list[str] = []
        notes: list[str] = []
        for relation in topic.relations:
            pair = f"{labels[relation.a]} / {labels[relation.b]}"
            _collect(pair, self.remarks.relations.get(relation.id), lines, notes)
        for claim in topic.claims:
            _collect(labels[claim.id], self.remarks.claims.get(claim.id), lines, notes)
        fact = topic.fact
        if fact is not None and topic is next(t for t in (*self.conflicts, *self.agreements) if t.fact is fact):
            _collect("the fact", self.remarks.facts.get(fact.id), lines, notes)
        return [*lines, *notes]

    def _noise(self) -> list[str]:
        blocks = ["## Left out as noise"]
        for entry in self.arrangement.entries:
            pieces = [(n.kind, n.span.of(entry.account.source.text)) for n in entry.account.noise]
            lines = dict.fromkeys(f"{_NOISE_NAMES[k]}: {escape(shortened(t, NOISE_LENGTH))}" for k, t in pieces)
            if lines:
                blocks += [heading(entry), listed(lines)]
        return blocks if len(blocks) > 1 else [*blocks, "Nothing."]

    def _differing(self, topic: Topic, *, opens_block: bool = False) -> str:
        """What the accounts of one thing say of it, each said once: "35 countries / thirty allies"."""
        sides = {(c, span) for r in topic.relations for c, span in _leading_sides(r)}
        said: dict[str, str] = {}
        for claim in topic.claims:
            for span in sorted(span for c, span in sides if c == claim.id):
                words = shortened(span.of(self.arrangement.entry(claim.id).account.source.text), WORDS_LENGTH)
                said.setdefault(words.casefold(), words)
        shown = [escape(words, opens_block=opens_block) if words else "words withheld" for words in said.values()]
        return " / ".join(shown[:NAMED] + ["…"] * (len(shown) > NAMED))

    def _told(self, topic: Topic) -> str:
        """What an agreement is about, in the shortest of its quotes."""
        related = {c for r in topic.relations for c in (r.a, r.b)}
        texts = [c.text for c in topic.claims if c.id in related and c.text]
        return escape(shortened(min(texts, key=len), HEADING_LENGTH).removesuffix(".")) if texts else "Words withheld"

    def _voices(self, topic: Topic, conflicts: Mapping[FactId, Sequence[str]]) -> str:
        fact, letters = topic.fact, self._letters(topic.claims)
        if fact is None:
            return f"Told by {letters}."
        dispute = ", ".join(conflicts.get(fact.id, ())) if fact.state is FactState.DISPUTED else ""
        told = f"Told by {letters} ({counted(fact.voices, 'independent voice')})."
        return told + (f" Disputed in part: see conflict {dispute}." if dispute else "")

    def _quotes(self, topic: Topic) -> list[str]:
        blocks: list[str] = []
        labels = self._labels(topic)
        for claim in topic.claims:
            entry = self.arrangement.entry(claim.id)
            origin = f"— **{labels[claim.id]}** {name_of(entry)}{repaired(entry, claim.span)}"
            blocks += [f"> {quoted(entry, claim, topic.marks(claim))}", origin]
        return blocks

    def _reasons(self, topic: Topic) -> str:
        lines: list[str] = []
        warned: dict[str, list[str]] = {}
        labels = self._labels(topic)
        for relation in topic.relations:
            pair = f"{labels[relation.a]} / {labels[relation.b]}"
            sentences = (f"{r.aspect.capitalize()}: {sentence(r.explanation)}" for r in relation.reasons)
            kept = f", {KEPT}" if self.arrangement.is_kept(relation) else ""
            lines.append(f"**{pair}** ({self._how_sure([relation])}{kept}). {' '.join(dict.fromkeys(sentences))}")
            if relation.warning:
                warned.setdefault(relation.warning, []).append(pair)
        for warning, pairs in warned.items():
            lines.append(f"**Caution** ({', '.join(pairs)}): {sentence(warning)}")
        return listed(lines)

    def _how_sure(self, relations: Sequence[Relation]) -> str:
        """How probable the surest is; a person's own word has no percentage."""
        found = [relation.score for relation in relations if relation.id not in self.remarks.by_hand]
        return sure(max(found)) if found else "by hand"

    def _labels(self, topic: Topic) -> dict[ClaimId, str]:
        """A letter for each quote; letter and number where a source is quoted more than once: B1, B2."""
        letters = [self.arrangement.entry(c.id).letter for c in topic.claims]
        return {
            claim.id: letter + (str(letters[: n + 1].count(letter)) if letters.count(letter) > 1 else "")
            for n, (claim, letter) in enumerate(zip(topic.claims, letters, strict=True))
        }

    def _letters(self, claims: Iterable[Claim]) -> str:
        return ", ".join(dict.fromkeys(self.arrangement.entry(c.id).letter for c in claims))


def _noted(name: str, remark: Remark | None) -> list[str]:
    """A remark as blocks."""
    lines: list[str] = []
    notes: list[str] = []
    _collect(name, remark, lines, notes)
    return [*lines, *notes]


def _collect(name: str, remark: Remark | None, lines: list[str], notes: list[str]) -> None:
    """Adds what is said of a thing: the verdict and tags as a line, every note as a quote of its own."""
    if remark is None:
        return
    named = f" ({name})" if name else ""
    if remark.verdict:
        lines.append(f"**Verdict**{named}: {remark.verdict}.")
    if remark.tags:
        lines.append(f"**Tags**{named}: {', '.join(escape(tag) for tag in remark.tags)}.")
    for note in remark.notes:
        words = note.strip().split("\n")
        notes.append("\n".join([f"> **Note**{named}", ">", *(f"> {line}".rstrip() for line in words)]))


def _source(entry: Entry) -> list[str]:
    """What is known of a source: a heading and a list."""
    source = entry.account.source
    known = {
        "Path": code(entry.path) if entry.path is not None else "",
        "Outlet": escape(source.outlet),
        "Author": escape(source.author),
        "Address": code(source.url) if source.url else "",
        "Published": source.published.isoformat() if source.published else "",
        "Retrieved": source.retrieved.isoformat() if source.retrieved else "",
        "SHA-256": code(source.sha256) if source.sha256 else "",
        "Tells of": escape(entry.account.occasion),
        "Language": "" if entry.account.is_compared else "not English; shown, not compared",
        "Role": "the draft" if source.role is Role.DRAFT else "",
        "Confidential": "no title, path or text leaves the program" if source.confidential else "",
        "Repaired": repairs_of(source.repairs, source.text),
    }
    return [heading(entry), listed(f"{name}: {words}" for name, words in known.items() if words)]


def _leading_sides(relation: Relation) -> tuple[tuple[ClaimId, Span], ...]:
    reason = leading(relation)
    return (relation.a, reason.a), (relation.b, reason.b)


def _tally(topics: Sequence[Topic], noun: str) -> str:
    pairs = sum(len(f.relations) for f in topics)
    return counted(len(topics), noun) + (f" ({counted(pairs, 'pair')} of passages)" if pairs else "")
