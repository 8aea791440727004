"""The comparison as one printable page: findings, the accounts side by side, the table of facts, the sources."""

from collections.abc import Iterable, Sequence

from counterpoint.engine.claims import Claim, ClaimId
from counterpoint.engine.relations import RelationKind
from counterpoint.engine.sources import Role
from counterpoint.writers.checklists import checklist
from counterpoint.writers.comparisons import Entry
from counterpoint.writers.dossiers import Dossier
from counterpoint.writers.ledgers import find_lines
from counterpoint.writers.levels import level_measured, level_named
from counterpoint.writers.links import deep_link, web_address
from counterpoint.writers.notes import note_html
from counterpoint.writers.outlines import NAMED, WORDS_LENGTH, Outline, outline_of
from counterpoint.writers.pages import element, link, listed, page, words
from counterpoint.writers.phrases import counted, placed, shortened
from counterpoint.writers.remarks import Remark
from counterpoint.writers.spreads import cut_text
from counterpoint.writers.topics import Topic

WITHHELD = "<em>The words are withheld.</em>"
_SIGNS = {RelationKind.CONFLICT: "≠", RelationKind.MATCH: "="}


def html_report(dossier: Dossier) -> str:
    """The annotated comparison as an HTML document that stands alone."""
    return html_of(outline_of(dossier))


def html_of(outline: Outline) -> str:
    """The same, where the outline is made already."""
    title = outline.title or f"Comparison of {counted(len(outline.arrangement.entries), 'account')}"
    return page(title, _Page(outline, title).parts())


class _Page:
    def __init__(self, outline: Outline, title: str) -> None:
        self._outline = outline
        self._title = title
        self._entries = outline.arrangement.entries
        self._topics = {f"conflict-{n}": topic for n, topic in enumerate(outline.conflicts, 1)}
        self._topics |= {f"agreement-{n}": topic for n, topic in enumerate(outline.agreements, 1)}
        self._topic_of: dict[ClaimId, str] = {}
        for name, topic in self._topics.items():
            for claim in topic.claims:
                self._topic_of.setdefault(claim.id, name)

    def parts(self) -> list[str]:
        """The body, in pieces."""
        sections = {
            "draft": ("The draft", checklist(self._outline)),
            "conflicts": ("Conflicts", self._findings("conflict", self._outline.conflicts)),
            "agreements": ("Agreements", self._findings("agreement", self._outline.agreements)),
            "alone": ("Told by one source only", self._alone()),
            "texts": ("Side by side", [self._texts()]),
            "facts": ("Facts", [self._facts()]),
            "passages": ("Marked passages", self._passages()),
            "sources": ("Sources", [part for entry in self._entries for part in self._source(entry)]),
        }
        shown = {name: (title, parts) for name, (title, parts) in sections.items() if parts}
        leads = "".join(f'<a href="#{name}">{title}</a>' for name, (title, _) in shown.items())
        return [
            element("h1", words(self._title)),
            *self._summary(),
            element("nav", leads),
            *(part for name, (title, own) in shown.items() for part in (element("h2", title, name=name), *own)),
        ]

    def _summary(self) -> list[str]:
        outline = self._outline
        counts = (
            f"{counted(len(outline.conflicts), 'conflict')}, {counted(len(outline.agreements), 'agreement')}, "
            f"{counted(len(outline.alone), 'claim')} told by one source only."
        )
        level = outline.arrangement.level
        shown = f"Shown at level {level_named(level)}. {level_measured(level)}" if level is not None else ""
        cautions = [f"{e.letter} is not in English: it is shown, not compared." for e in self._not_compared()]
        if outline.arrangement.shares_little:
            cautions.append("These accounts share little: they hardly speak of the same things.")
        hidden = [entry.letter for entry in self._entries if entry.account.source.confidential]
        if hidden:
            cautions.append(f"Confidential, and shown as a code alone: {', '.join(hidden)}.")
        return [
            element("p", counts),
            listed(words(each) for each in cautions),
            listed(f"<strong>{entry.letter}</strong> {self._named(entry)}" for entry in self._entries),
            element("p", words(shown), "muted") if shown else "",
        ]

    def _not_compared(self) -> list[Entry]:
        return [entry for entry in self._entries if not entry.account.is_compared]

    def _named(self, entry: Entry) -> str:
        source = entry.account.source
        known = [words(source.outlet), source.published.isoformat() if source.published else ""]
        told = ", ".join(filter(None, known))
        return words(entry.title) + (f" ({told})" if told else "")

    # Findings

    def _findings(self, kind: str, topics: Sequence[Topic]) -> list[str]:
        if not topics:
            return [element("p", f"No {kind} was found.")]
        return [self._finding(kind, number, topic) for number, topic in enumerate(topics, 1)]

    def _finding(self, kind: str, number: int, topic: Topic) -> str:
        outline, name = self._outline, f"{kind}-{number}"
        is_conflict = kind == "conflict"
        if is_conflict:
            said = [words(each) or "words withheld" for each in outline.differing(topic)]
            heading = " / ".join(said[:NAMED] + ["…"] * (len(said) > NAMED))
        else:
            heading = words(outline.told(topic)) or "Words withheld"
        told = f"{outline.letters(topic.claims)}; {outline.how_sure(topic.relations)}"
        if topic.fact is not None and not is_conflict:
            told += f"; {counted(topic.fact.voices, 'independent voice')}"
        disputed = () if is_conflict else outline.disputes(topic)
        disputes = ", ".join(f'<a href="#conflict-{n}">{n}</a>' for n in disputed)
        sign = _SIGNS[RelationKind.CONFLICT if is_conflict else RelationKind.MATCH]
        parts = [
            element("h3", f'<span class="n">{number} {sign}</span> {heading}'),
            element(
                "p", words(told) + (f". Disputed in part: see conflict {disputes}" if disputes else "") + ".", "by"
            ),
            element("div", "".join(self._quote(topic, claim) for claim in topic.claims), "sides"),
            self._why(topic),
            *(_remark(name, remark) for name, remark in outline.said(topic)),
        ]
        return element("article", "\n".join(filter(None, parts)), "conflict" if is_conflict else "match", name)

    def _quote(self, topic: Topic, claim: Claim) -> str:
        entry = self._outline.arrangement.entry(claim.id)
        label, source = self._outline.labels(topic)[claim.id], entry.account.source
        if source.confidential:
            return element("blockquote", f'{WITHHELD}<div class="by">{label} {words(entry.title)}</div>')
        quoted = cut_text(source.text, claim.span, dict.fromkeys(topic.marks(claim), ("mark", "", "")))
        place = f'<a href="#{_anchor(claim, entry)}">in the text</a>'
        out = link(deep_link(source, claim.span), "on its page") if web_address(source) else ""
        name = f"{self._named(entry)}{placed(source, claim.span)}"
        origin = f"<strong>{label}</strong> {name}: {', '.join(filter(None, (place, out)))}"
        return element("blockquote", f'{quoted}<div class="by">{origin}</div>')

    def _why(self, topic: Topic) -> str:
        lines = [
            f"<strong>{each.pair}</strong> ({words(each.sure)}). {words(' '.join(each.sentences))}"
            for each in self._outline.grounds(topic)
        ]
        cautions = self._outline.cautions(topic)
        lines += [f"<strong>Caution</strong> ({', '.join(c.pairs)}): {words(c.words)}" for c in cautions]
        return listed(lines, "why")

    def _alone(self) -> list[str]:
        parts: list[str] = []
        for entry in self._entries:
            source = entry.account.source
            claims = [claim for claim in self._outline.alone if claim.source == source.id]
            if not claims:
                continue
            parts.append(element("h3", f"{entry.letter}: {words(entry.title)}"))
            if source.confidential:
                parts.append(element("p", f"{counted(len(claims), 'claim')}. {WITHHELD}"))
                continue
            parts.append(listed(words(" ".join(claim.text.split())) for claim in claims))
            for claim in claims:
                short = f"“{shortened(claim.text, WORDS_LENGTH)}”"
                parts += [_remark(short, remark) for remark in self._outline.said_alone(claim)]
        return parts

    # The texts

    def _texts(self) -> str:
        return element("div", "\n".join(self._text(entry) for entry in self._entries), "texts")

    def _text(self, entry: Entry) -> str:
        source = entry.account.source
        role = ' <span class="label">draft</span>' if source.role is Role.DRAFT else ""
        head = element("h3", f"{entry.letter}: {words(entry.title)}{role}")
        if source.confidential:
            return element("section", head + element("p", WITHHELD))
        pieces = {noise.span: ("span", "x", "") for noise in entry.account.noise}
        for claim in entry.account.claims:
            topic = self._topic_of.get(claim.id, "")
            kind = {"c": "c", "a": "m", "": ""}[topic[:1]]
            pieces[claim.span] = ("a" if topic else "span", kind, f"{_anchor(claim, entry)} {topic}")
        return element("section", head + element("div", cut_text(source.text, None, pieces), "text"))

    def _facts(self) -> str:
        """Rows are facts that more than one account tells, columns are the accounts."""
        rows: dict[int, dict[str, list[str]]] = {}
        states: dict[int, str] = {}
        for line in find_lines(self._outline):
            source = line.entry.account.source
            told = WITHHELD if source.confidential else words(" ".join(line.claim.text.split()))
            rows.setdefault(line.number, {}).setdefault(line.entry.letter, []).append(told)
            states[line.number] = f"{line.fact.state}, {counted(line.fact.voices, 'voice')}"
        head = "".join(element("th", f"{e.letter} {words(shortened(e.title, WORDS_LENGTH))}") for e in self._entries)
        body = "".join(
            element("tr", element("td", f"{number}<br>{states[number]}") + self._cells(cells))
            for number, cells in rows.items()
            if len(cells) > 1
        )
        table = element("table", element("thead", element("tr", element("th", "Fact") + head)) + element("tbody", body))
        return element("div", table, "wide") if body else element("p", "No fact is told by more than one account.")

    def _cells(self, cells: dict[str, list[str]]) -> str:
        told = (cells.get(entry.letter) for entry in self._entries)
        return "".join(element("td", "<br>".join(each)) if each else element("td", "—", "none") for each in told)

    # What stands outside findings

    def _passages(self) -> list[str]:
        parts: list[str] = []
        for each in self._outline.remarks.passages:
            entry = self._outline.arrangement.entry_of[each.source]
            quoted = words(" ".join(each.span.of(entry.account.source.text).split()))
            parts += [element("blockquote", f'{quoted}<div class="by">{entry.letter} {self._named(entry)}</div>')]
            parts.append(_remark("", each.remark))
        return parts

    def _source(self, entry: Entry) -> list[str]:
        source = entry.account.source
        known = {
            "File": words(entry.path or ""),
            "Outlet": words(source.outlet),
            "Author": words(source.author),
            "Address": link(web_address(source), words(source.url)),
            "Published": source.published.isoformat() if source.published else "",
            "Retrieved": source.retrieved.isoformat() if source.retrieved else "",
            "SHA-256": element("code", words(source.sha256)) if source.sha256 else "",
            "Tells of": words(entry.account.occasion),
            "Role": "the draft" if source.role is Role.DRAFT else "",
            "Confidential": "no title, path or text leaves the program" if source.confidential else "",
            "Repaired": "; ".join(
                dict.fromkeys(
                    f"“{words(r.span.of(source.text))}”, in the file “{words(r.original)}”" for r in source.repairs
                )
            ),
        }
        rows = "".join(f"<dt>{name}</dt><dd>{told}</dd>" for name, told in known.items() if told)
        said = self._outline.remarks.sources.get(source.id)
        head = element("h3", f"{entry.letter}: {words(entry.title)}")
        return [head, element("dl", rows), _remark("", said) if said else ""]


def _anchor(claim: Claim, entry: Entry) -> str:
    """The id of a claim in the text: of its source's letter and its place, both of our own making."""
    return f"{entry.letter}-{claim.span.start}-{claim.span.end}"


def _remark(name: str, remark: Remark) -> str:
    """Verdict and tags as labels, notes as they are read in the window."""
    on = f" ({words(name)})" if name else ""
    labels = [f"Verdict{on}: {words(remark.verdict)}"] if remark.verdict else []
    labels += [f"Tag{on}: {words(tag)}" for tag in remark.tags]
    return "".join(element("span", each, "label") for each in labels) + _notes(on, remark.notes)


def _notes(on: str, notes: Iterable[str]) -> str:
    return "".join(element("div", f'<div class="by">Note{on}</div>{note_html(note)}', "note") for note in notes)
