"""The annotated draft: its text as it stands, a footnote to every claim with status, evidence and quotations."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from counterpoint.engine.checks import DraftCheck, DraftFinding, QuotationCheck, QuotationFinding
from counterpoint.engine.claims import Claim
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Relation
from counterpoint.engine.sources import Role
from counterpoint.writers.blocks import WITHHELD, listed, name_of, quoted, repaired, sentence
from counterpoint.writers.comparisons import Arrangement, Entry
from counterpoint.writers.dossiers import Dossier
from counterpoint.writers.drafts import QUOTATION_NAMES
from counterpoint.writers.escapes import code, escape
from counterpoint.writers.links import deep_link
from counterpoint.writers.outlines import outline_of
from counterpoint.writers.phrases import counted, page_of, sure
from counterpoint.writers.remarks import OPEN, STATUS_NAMES, Checked, Evidence, Remarks

FINDINGS = {
    DraftFinding.SUPPORTED: "Supported by the sources",
    DraftFinding.CONTRADICTED: "Contradicted by the sources",
    DraftFinding.BOTH: "Supported and contradicted by the sources",
    DraftFinding.ONE_VOICE: "Supported by one voice only",
    DraftFinding.NOTHING: "Nothing found in the sources",
}
_INDENT = "    "
_UNSAID = Checked("to_check")


def annotated_draft(dossier: Dossier) -> str:
    """Every draft in Markdown with numbered footnotes, and the sources that they name; evidence rejected is left out.

    A footnote has the status, who gave it and when, and each passage for and against: source, date, place, the very
    words, a link to them. Of a confidential source there is its code, of a confidential draft nothing but the notes.

    Raises:
        ValueError: the paths name other sources than the comparison.
    """
    return "\n\n".join(_Annotated.of(dossier).blocks()) + "\n"


@dataclass(frozen=True, slots=True)
class _Annotated:
    arrangement: Arrangement
    remarks: Remarks
    title: str

    @classmethod
    def of(cls, dossier: Dossier) -> "_Annotated":
        rejected = {name for name, remark in dossier.remarks.relations.items() if remark.verdict == "rejected"}
        relations = tuple(r for r in dossier.comparison.relations if r.id not in rejected)
        outline = outline_of(replace(dossier, comparison=replace(dossier.comparison, relations=relations)))
        return cls(outline.arrangement, outline.remarks, dossier.title)

    def blocks(self) -> list[str]:
        """Paragraphs, headings and lists, to be parted by empty lines."""
        drafts = [e for e in self.arrangement.entries if e.account.source.role is Role.DRAFT]
        blocks = [f"# {escape(self.title) if self.title else 'Annotated draft'}"]
        if not drafts:
            return [*blocks, "There is no draft."]
        checks = {draft.letter: self._checks(draft) for draft in drafts}
        first = 1
        for draft in drafts:
            own = checks[draft.letter]
            blocks += [f"## {escape(draft.title)}", self._summary(own), *_Body(draft, own, first).blocks()]
            first += len(own)
        every = [check for draft in drafts for check in checks[draft.letter]]
        sources = [e for e in self.arrangement.entries if e.account.source.role is Role.SOURCE]
        blocks += ["## Sources", listed(_source(entry) for entry in sources) or "None."]
        return [*blocks, *(self._footnote(number, check) for number, check in enumerate(every, 1))]

    def _checks(self, draft: Entry) -> list[DraftCheck]:
        """In text order: by the end of their claims, where the footnotes stand."""
        own = [c for c in self.arrangement.checks if self.arrangement.entry(c.claim) is draft]
        spans = {check.claim: self.arrangement.claim_of[check.claim].span for check in own}
        return sorted(own, key=lambda check: (spans[check.claim].end, -spans[check.claim].start))

    def _summary(self, checks: list[DraftCheck]) -> str:
        statuses = Counter(self._checked(check).status for check in checks)
        told = ", ".join(
            f"{name.lower()}: {statuses[status]}" for status, name in STATUS_NAMES.items() if statuses[status]
        )
        left = sum(statuses[status] for status in OPEN)
        done = "Nothing is left to check." if checks and not left else f"{counted(left, 'claim')} left to check."
        return f"{counted(len(checks), 'claim')}{f' ({told})' if told else ''}. {done}"

    def _checked(self, check: DraftCheck) -> Checked:
        return self.remarks.statuses.get(check.claim, _UNSAID)

    def _footnote(self, number: int, check: DraftCheck) -> str:
        checked = self._checked(check)
        by = ", ".join(filter(None, (escape(checked.by), checked.made.date().isoformat() if checked.made else "")))
        voices = f" ({counted(check.voices, 'voice')})" if check.voices > 1 else ""
        head = f"**{STATUS_NAMES[checked.status]}**{f' ({by})' if by else ''}. {FINDINGS[check.finding]}{voices}."
        lines = [f"Checked were these words: {escape(checked.was)}"] if checked.was else []
        lines += [self._evidence("Against", relation) for relation in check.against]
        lines += [self._evidence("For", relation) for relation in check.support]
        lines += [self._quotation(q) for q in self.arrangement.quotations if q.claim == check.claim]
        return "\n".join([f"[^{number}]: {head}", *(["", *_indented(lines)] if lines else [])])

    def _evidence(self, side: str, relation: Relation) -> str:
        entry, claim = self.arrangement.entry(relation.b), self.arrangement.claim_of[relation.b]
        marks = sorted({r.b for r in relation.reasons if r.is_difference and len(r.b)})
        how = "by hand" if relation.id in self.remarks.by_hand else sure(relation.score)
        why = " ".join(dict.fromkeys(sentence(reason.explanation) for reason in relation.reasons))
        warning = f" **Caution**: {sentence(relation.warning)}" if relation.warning else ""
        said = self.remarks.evidence.get(relation.id, Evidence())
        place = f", {escape(said.locator) or _place(entry, claim.span)}" if not _is_hidden(entry) else ""
        head = f"**{side}** ({how}): {entry.letter} {name_of(entry)}{place}: {_words(entry, claim, marks)}"
        return f"{head}{_link(entry, claim.span)}{repaired(entry, claim.span)} – {why}{warning}"

    def _quotation(self, check: QuotationCheck) -> str:
        draft = self.arrangement.entry(check.claim)
        words = WITHHELD if _is_hidden(draft) else f"“{escape(_bare(check.span.of(draft.account.source.text)))}”"
        line = f"**Quotation, {QUOTATION_NAMES[check.finding].lower()}**: {words} – {sentence(check.explanation)}"
        if check.source is None:
            return line
        entry = self.arrangement.entry_of[check.source]
        line = f"{line} {entry.letter} {name_of(entry)}"
        if check.b is None or _is_hidden(entry) or check.finding is QuotationFinding.EXACT:
            return f"{line}."
        return f"{line}: “{escape(_bare(check.b.of(entry.account.source.text)))}”{_link(entry, check.b)}."


@dataclass(frozen=True, slots=True)
class _Body:
    """The text of a draft with the marks of its footnotes, the first of which has this number."""

    draft: Entry
    checks: list[DraftCheck]
    first: int

    def blocks(self) -> list[str]:
        source = self.draft.account.source
        if source.confidential:
            marks = "".join(f"[^{number}]" for number in range(self.first, self.first + len(self.checks)))
            return [f"{WITHHELD}{marks}"]
        claims = {claim.id: claim for claim in self.draft.account.claims}
        ends = [(claims[check.claim].span.end, number) for number, check in enumerate(self.checks, self.first)]
        return [words for start, line in _lines(source.text) if (words := _noted(start, line, ends))]


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.split("\n"):
        yield at, line
        at += len(line) + 1


def _noted(start: int, line: str, ends: Iterable[tuple[int, int]]) -> str:
    """A line with the footnotes of the claims that end in it, each behind the last word or sign of its claim."""
    parts: list[str] = []
    at, is_first = 0, True
    for end, number in ends:
        if start < end <= start + len(line):
            parts.append(_kept(line[at : end - start], opens=is_first))
            parts.append(f"[^{number}]")
            at, is_first = end - start, False
    return "".join([*parts, _kept(line[at:], opens=is_first)]).strip()


def _kept(words: str, *, opens: bool) -> str:
    """Words between two footnotes, with one space at either end where they have some."""
    line = escape(words, opens_block=opens)
    before, after = (" " if words[:1].isspace() else ""), (" " if words[-1:].isspace() and words.strip() else "")
    return f"{before}{line}{after}"


def _indented(lines: Iterable[str]) -> list[str]:
    """A list that belongs to a footnote."""
    return [f"{_INDENT}- {line}" for line in lines]


def _words(entry: Entry, claim: Claim, marks: list[Span]) -> str:
    return WITHHELD if _is_hidden(entry) else f"“{quoted(entry, claim, marks)}”"


def _bare(words: str) -> str:
    return words.rstrip(",")


def _is_hidden(entry: Entry) -> bool:
    return entry.account.source.confidential


def _place(entry: Entry, span: Span) -> str:
    """Where the words stand: their file's page, else their paragraph, counted by lines that have words."""
    if page := page_of(entry.account.source, span):
        return page
    before = entry.account.source.text[: span.start].split("\n")[:-1]
    return f"paragraph {1 + sum(bool(line.strip()) for line in before)}"


def _link(entry: Entry, span: Span) -> str:
    """The address of the very words; nothing of a confidential source, and nothing without an address."""
    address = "" if _is_hidden(entry) else deep_link(entry.account.source, span)
    return f" <{address}>" if address else ""


def _source(entry: Entry) -> str:
    source = entry.account.source
    if source.confidential:
        return f"**{entry.letter}** {escape(entry.title)}"
    known = [
        escape(source.author),
        f"published {source.published.isoformat()}" if source.published else "",
        f"retrieved {source.retrieved.isoformat()}" if source.retrieved else "",
        code(source.url) if source.url else "",
        f"SHA-256 {code(source.sha256)}" if source.sha256 else "",
    ]
    return ", ".join([f"**{entry.letter}** {name_of(entry)}", *filter(None, known)])
