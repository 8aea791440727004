"""The comparison for Word: findings as a report, then every text with comments on the passages that they are about."""

from collections.abc import Iterable, Sequence

from counterpoint.engine.claims import Claim
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import RelationKind
from counterpoint.engine.sources import Role
from counterpoint.writers.comparisons import Entry
from counterpoint.writers.dossiers import Dossier
from counterpoint.writers.drafts import NAMES
from counterpoint.writers.ledgers import Line, Link, find_lines
from counterpoint.writers.outlines import NAMED, Outline, outline_of
from counterpoint.writers.phrases import counted, placed
from counterpoint.writers.remarks import Remark
from counterpoint.writers.topics import Topic
from counterpoint.writers.wordml import Run, WordDocument

WITHHELD = Run("The words are withheld.", is_italic=True)
_KINDS = {RelationKind.CONFLICT: "Conflicts with", RelationKind.MATCH: "Agrees with"}
_FINDINGS = {str(finding): name for finding, name in NAMES.items()}


def docx_report(dossier: Dossier) -> bytes:
    """The annotated comparison as a docx file."""
    return docx_of(outline_of(dossier))


def docx_of(outline: Outline) -> bytes:
    """The same, where the outline is made already."""
    report = _Report(outline)
    title = outline.title or f"Comparison of {counted(len(outline.arrangement.entries), 'account')}"
    report.write(title)
    return report.document.packed(title)


class _Report:
    def __init__(self, outline: Outline) -> None:
        self.document = WordDocument()
        self._outline = outline
        self._lines = {line.claim.id: line for line in find_lines(outline)}
        self._by_name = {line.name: line for line in self._lines.values()}

    def write(self, title: str) -> None:
        """All of it, in order."""
        outline, add = self._outline, self.document.add
        add(title, "Title")
        add(
            f"{counted(len(outline.conflicts), 'conflict')}, {counted(len(outline.agreements), 'agreement')}, "
            f"{counted(len(outline.alone), 'claim')} told by one source only. The texts of the accounts follow the "
            "findings, with a comment on every passage that a finding is about."
        )
        for entry in outline.arrangement.entries:
            add([Run(entry.letter, is_bold=True), Run(f" {_named(entry)}")], "Reason")
        drafts = [e for e in outline.arrangement.entries if e.account.source.role is Role.DRAFT]
        for entry in drafts:
            add("The draft", "Heading1")
            self._text(entry)
        add("Conflicts", "Heading1")
        self._topics(outline.conflicts, "No conflict was found.")
        add("Agreements", "Heading1")
        self._topics(outline.agreements, "No agreement was found.")
        self._passages()
        add("The accounts", "Heading1")
        for entry in outline.arrangement.entries:
            if entry not in drafts:
                self._text(entry)
        add("Sources", "Heading1")
        for entry in outline.arrangement.entries:
            self._source(entry)

    def _topics(self, topics: Sequence[Topic], none: str) -> None:
        if not topics:
            self.document.add(none)
        for number, topic in enumerate(topics, 1):
            is_conflict = topic.relations[0].kind is RelationKind.CONFLICT
            told = [words or "words withheld" for words in self._outline.differing(topic)]
            heading = " / ".join(told[:NAMED] + ["…"] * (len(told) > NAMED))
            about = self._outline.told(topic) or "Words withheld"
            self.document.add(f"{number}. {heading if is_conflict else about}", "Heading2")
            self._topic(topic)

    def _topic(self, topic: Topic) -> None:
        add, outline = self.document.add, self._outline
        labels = outline.labels(topic)
        for claim in topic.claims:
            entry = outline.arrangement.entry(claim.id)
            if entry.account.source.confidential:
                add([WITHHELD], "Quote")
            else:
                add(_marked(claim, topic.marks(claim)), "Quote")
            place = placed(entry.account.source, claim.span)
            add([Run(f"— {labels[claim.id]} ", is_bold=True), Run(f"{_named(entry)}{place}")], "Origin")
        for ground in outline.grounds(topic):
            add(
                [Run(f"– {ground.pair} ", is_bold=True), Run(f"({ground.sure}). {' '.join(ground.sentences)}")],
                "Reason",
            )
        for caution in outline.cautions(topic):
            add([Run("– Caution ", is_bold=True), Run(f"({', '.join(caution.pairs)}): {caution.words}")], "Reason")
        for name, remark in outline.said(topic):
            for line in _said(remark, f" ({name})"):
                add(line, "Reason")

    def _passages(self) -> None:
        passages = self._outline.remarks.passages
        if passages:
            self.document.add("Marked passages", "Heading1")
        for each in passages:
            entry = self._outline.arrangement.entry_of[each.source]
            self.document.add(each.span.of(entry.account.source.text), "Quote")
            self.document.add(f"— {entry.letter} {_named(entry)}", "Origin")
            for line in _said(each.remark, ""):
                self.document.add(line, "Reason")

    def _text(self, entry: Entry) -> None:
        source = entry.account.source
        self.document.add(f"{entry.letter}: {entry.title}", "Heading2")
        if source.confidential:
            self.document.add([WITHHELD])
            return
        claims = [self._lines[claim.id] for claim in entry.account.claims]
        comments = [(line.claim.span, told) for line in claims if (told := self._comment(line))]
        passages = [each for each in self._outline.remarks.passages if each.source == source.id]
        comments += [(each.span, _said(each.remark, "")) for each in passages]
        self.document.add_text(source.text, comments)

    def _comment(self, line: Line) -> list[str]:
        """What is to be said of a claim where it stands: its findings, conflicts first, then what a person said."""
        told = [f"{_FINDINGS[line.finding]}. Status: {line.status}."] if line.finding else []
        for kind in (RelationKind.CONFLICT, RelationKind.MATCH):
            for link in (link for link in line.links if link.kind is kind):
                told += self._linked(link)
        return [*told, *_said(line.remark, ""), *_said(line.of_fact, " (the fact)")]

    def _linked(self, link: Link) -> list[str]:
        other = self._by_name[link.other]
        is_hidden = other.entry.account.source.confidential
        quoted = "the words are withheld" if is_hidden else f"“{' '.join(other.claim.text.split())}”"
        head = f"{_KINDS[link.kind]} {other.entry.letter} {_named(other.entry)}: {quoted} ({link.sure})."
        return [f"{head} {' '.join(link.reasons)}", *_said(link.remark, "")]

    def _source(self, entry: Entry) -> None:
        source = entry.account.source
        known = {
            "File": entry.path or "",
            "Outlet": source.outlet,
            "Author": source.author,
            "Address": source.url,
            "Published": source.published.isoformat() if source.published else "",
            "Retrieved": source.retrieved.isoformat() if source.retrieved else "",
            "SHA-256": source.sha256,
            "Confidential": "no title, path or text leaves the program" if source.confidential else "",
        }
        self.document.add(f"{entry.letter}: {entry.title}", "Heading2")
        for name, words in known.items():
            if words:
                self.document.add([Run(f"{name}: ", is_bold=True), Run(words)], "Reason")
        for line in _said(self._outline.remarks.sources.get(source.id, Remark()), ""):
            self.document.add(line, "Reason")


def _named(entry: Entry) -> str:
    source = entry.account.source
    known = [source.outlet, source.published.isoformat() if source.published else ""]
    return entry.title + (f" ({', '.join(filter(None, known))})" if any(known) else "")


def _marked(claim: Claim, marks: Iterable[Span]) -> list[Run]:
    """The claim's words, those that matter in bold."""
    runs: list[Run] = []
    at = claim.span.start
    for mark in sorted(marks):
        start, end = max(at, mark.start), min(mark.end, claim.span.end)
        if start < end:
            runs += [Run(_part(claim, at, start)), Run(_part(claim, start, end), is_bold=True)]
            at = end
    return [run for run in (*runs, Run(_part(claim, at, claim.span.end))) if run.words]


def _part(claim: Claim, start: int, end: int) -> str:
    return claim.text[start - claim.span.start : end - claim.span.start]


def _said(remark: Remark, on: str) -> list[str]:
    """A line for the verdict, one for the tags, and one for each line of the notes."""
    told = [f"Verdict{on}: {remark.verdict}."] if remark.verdict else []
    told += [f"Tags{on}: {', '.join(remark.tags)}."] if remark.tags else []
    for note in remark.notes:
        first, *rest = [line for line in note.strip().split("\n") if line.strip()] or [""]
        told += [f"Note{on}: {first}", *rest]
    return told
