"""The comparison for an editor: a Markdown report, conflicts first, every word of a source shown as it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counterpoint.engine.accounts import Comparison
from counterpoint.engine.claims import Claim
from counterpoint.engine.noise.noises import NoiseKind
from counterpoint.engine.sources import SourceId
from counterpoint.writers.blocks import (
    WITHHELD,
    counted,
    heading,
    linked,
    listed,
    name_of,
    quoted,
    repaired,
    source_blocks,
)
from counterpoint.writers.comparisons import Arrangement, Entry
from counterpoint.writers.dossiers import Dossier
from counterpoint.writers.drafts import draft_blocks
from counterpoint.writers.escapes import escape
from counterpoint.writers.levels import level_measured, level_named
from counterpoint.writers.outlines import NAMED, WORDS_LENGTH, Outline, outline_of
from counterpoint.writers.overviews import question_blocks, table_blocks
from counterpoint.writers.phrases import placed, shortened
from counterpoint.writers.remarks import NOTHING, Remark, Remarks
from counterpoint.writers.topics import Topic

TOP = 5  # conflicts that the summary names
NOISE_LENGTH = 90  # code points

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
    return markdown_of(outline_of(Dossier(comparison, paths, remarks)))


def markdown_of(outline: Outline) -> str:
    """The same, where the outline is made already."""
    return "\n\n".join(_Report(outline).blocks()) + "\n"


@dataclass(frozen=True, slots=True)
class _Report:
    outline: Outline

    @property
    def arrangement(self) -> Arrangement:
        return self.outline.arrangement

    def blocks(self) -> list[str]:
        """Paragraphs, headings and lists, to be parted by empty lines."""
        return [
            *self._title(),
            *self._summary(),
            *question_blocks(self.outline),
            *draft_blocks(self.arrangement),
            *self._conflicts(),
            *self._agreements(),
            *self._told_by_one(),
            *self._passages(),
            *table_blocks(self.outline),
            "## Sources",
            *(block for e in self.arrangement.entries for block in self._source(e)),
            *self._noise(),
        ]

    def _title(self) -> list[str]:
        compared = f"Comparison of {counted(len(self.arrangement.entries), 'account')}"
        title = escape(self.outline.title)
        return [f"# {title}", f"{compared}."] if title else [f"# {compared}"]

    def _summary(self) -> list[str]:
        entries, conflicts, agreements = self.arrangement.entries, self.outline.conflicts, self.outline.agreements
        told = f"{counted(len(self.outline.alone), 'claim')} told by one source only"
        counts = [_tally(conflicts, "conflict"), _tally(agreements, "agreement"), told]
        blocks = ["## Summary", ", ".join(counts if len(entries) > 1 else [told]) + ".", *self._cautions()]
        if conflicts:
            blocks.append("The surest conflicts:" if len(conflicts) > TOP else "The conflicts:")
            lines = [
                f"{n}. {self._differing(topic, opens_block=True)}"
                f" ({self.outline.letters(topic.claims)}; {self.outline.how_sure(topic.relations)})"
                for n, topic in enumerate(conflicts[:TOP], 1)
            ]
            blocks.append("\n".join(lines))
        if conflicts or agreements:
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
        for n, topic in enumerate(self.outline.conflicts, 1):
            blocks += [f"### {n}. {self._differing(topic)}", *self._quotes(topic), self._reasons(topic)]
            blocks += self._remarked(topic)
        return blocks if self.outline.conflicts else [*blocks, "No conflict was found."]

    def _agreements(self) -> list[str]:
        blocks = ["## Agreements"]
        for n, topic in enumerate(self.outline.agreements, 1):
            told = escape(self.outline.told(topic)) or "Words withheld"
            blocks += [f"### {n}. {told}", self._voices(topic)]
            blocks += [*self._quotes(topic), self._reasons(topic), *self._remarked(topic)]
        return blocks if self.outline.agreements else [*blocks, "No agreement was found."]

    def _told_by_one(self) -> list[str]:
        blocks = ["## Told by one source only"]
        for entry in self.arrangement.entries:
            claims = [c for c in self.outline.alone if c.source == entry.account.source.id]
            if claims and entry.account.source.confidential:
                blocks += [heading(entry), f"{counted(len(claims), 'claim')}. {WITHHELD}"]
            elif claims:
                quotes = (quoted(entry, c) + self._made(c) + repaired(entry, c.span) for c in claims)
                blocks += [heading(entry), listed(quotes)]
                for claim in claims:
                    for remark in self.outline.said_alone(claim):
                        blocks += _noted(f"“{escape(shortened(claim.text, WORDS_LENGTH))}”", remark)
        return blocks if self.outline.alone else [*blocks, "Nothing."]

    def _made(self, claim: Claim) -> str:
        return " (a claim by hand)" if claim.id in self.outline.remarks.by_hand else ""

    def _passages(self) -> list[str]:
        """Words that are no claim, with the tags and notes on them."""
        blocks: list[str] = []
        for entry in self.arrangement.entries:
            source = entry.account.source
            own = [each for each in self.outline.remarks.passages if each.source == source.id]
            blocks += [heading(entry)] if own else []
            for each in own:
                quote = f"> {escape(each.span.of(source.text), opens_block=True)}{repaired(entry, each.span)}"
                blocks += [quote, *_noted("", each.remark)]
        return ["## Marked passages", *blocks] if blocks else []

    def _source(self, entry: Entry) -> list[str]:
        remark = self.outline.remarks.sources.get(entry.account.source.id)
        return [*source_blocks(entry), *_noted("", remark)]

    def _remarked(self, topic: Topic) -> list[str]:
        """Verdicts and tags on the pairs of a topic and on what they quote, then the notes, as they were written."""
        lines: list[str] = []
        notes: list[str] = []
        for name, remark in self.outline.said(topic):
            _collect(name, remark, lines, notes)
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
        """What the accounts of one thing say of it: "35 countries / thirty allies"."""
        said = self.outline.differing(topic)
        shown = [escape(words, opens_block=opens_block) if words else "words withheld" for words in said]
        return " / ".join(shown[:NAMED] + ["…"] * (len(shown) > NAMED))

    def _voices(self, topic: Topic) -> str:
        fact, letters = topic.fact, self.outline.letters(topic.claims)
        if fact is None:
            return f"Told by {letters}."
        dispute = ", ".join(map(str, self.outline.disputes(topic)))
        told = f"Told by {letters} ({counted(fact.voices, 'independent voice')})."
        return told + (f" Disputed in part: see conflict {dispute}." if dispute else "")

    def _quotes(self, topic: Topic) -> list[str]:
        blocks: list[str] = []
        labels = self.outline.labels(topic)
        for claim in topic.claims:
            entry = self.arrangement.entry(claim.id)
            page = placed(entry.account.source, claim.span)
            where = f"{page}{linked(entry, claim.span)}{repaired(entry, claim.span)}"
            origin = f"— **{labels[claim.id]}** {name_of(entry)}{where}"
            blocks += [f"> {quoted(entry, claim, topic.marks(claim))}", origin]
        return blocks

    def _reasons(self, topic: Topic) -> str:
        lines = [
            f"**{each.pair}** ({each.sure}). {' '.join(escape(words) for words in each.sentences)}"
            for each in self.outline.grounds(topic)
        ]
        lines += [f"**Caution** ({', '.join(c.pairs)}): {escape(c.words)}" for c in self.outline.cautions(topic)]
        return listed(lines)


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


def _tally(topics: Sequence[Topic], noun: str) -> str:
    pairs = sum(len(f.relations) for f in topics)
    return counted(len(topics), noun) + (f" ({counted(pairs, 'pair')} of passages)" if pairs else "")
