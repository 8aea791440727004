"""REFI-QDA project exchange, version 1.0, for NVivo, ATLAS.ti, MAXQDA, QualCoder: https://www.qdasoftware.org.

Sources are texts; claims and passages are selections; tags are codes; findings are links between selections, with the
reason in a note. Elements stand in the schema's order, which other programs insist on. Positions are code points of
texts with LF. A note stands in Notes and, for programs that read no others, also in a Description.
"""

from collections.abc import Iterable, Sequence

from counterpoint.engine.claims import ClaimId
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Relation, RelationKind
from counterpoint.engine.sources import SourceId
from counterpoint.writers.archives import archive, xml_words
from counterpoint.writers.comparisons import Entry
from counterpoint.writers.dossiers import Dossier
from counterpoint.writers.identities import identity
from counterpoint.writers.outlines import Outline, outline_of
from counterpoint.writers.phrases import sure, whole
from counterpoint.writers.remarks import PassageRemark, Remark
from counterpoint.writers.topics import leading

NAMESPACE = "urn:QDA-XML:project:1.0"
_COLOURS = {RelationKind.CONFLICT: "#d55e00", RelationKind.MATCH: "#0072b2"}
_VERBS = {RelationKind.CONFLICT: "conflicts with", RelationKind.MATCH: "agrees with"}
_VARIABLES = {
    "Outlet": "Text", "Author": "Text", "Address": "Text", "SHA-256": "Text", "Published": "Date", "Retrieved": "Date",
}  # fmt: skip


def qdpx_report(dossier: Dossier) -> bytes:
    """The comparison as a .qdpx file. A confidential source is an empty text under its code, without selections."""
    project = _Project(outline_of(dossier))
    head = '<?xml version="1.0" encoding="utf-8"?>\n'
    texts = {
        f"sources/{project.guid('source', _name(entry))}.txt": entry.account.source.text.encode("utf-8", "replace")
        for entry in project.entries
    }
    return archive({"project.qde": head + project.xml(), **texts})


class _Project:
    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._arrangement = outline.arrangement
        self.entries = outline.arrangement.entries
        self._notes: list[str] = []
        checks = self._arrangement.checks
        drafted = [relation for check in checks for relation in (*check.support, *check.against)]
        # Those between open sources: a link needs a selection at either end.
        self._relations = [r for r in (*self._arrangement.relations, *drafted) if not self._is_hidden(r.a, r.b)]
        self._related = {claim for r in self._relations for claim in (r.a, r.b)}
        self._said = dict(outline.remarks.claims)
        for (
            fact
        ) in outline.arrangement.facts:  # the format has no facts: what is said of one stands with its first claim
            if remark := outline.remarks.facts.get(fact.id):
                own = self._said.get(fact.claims[0], Remark())
                tags = tuple(dict.fromkeys((*own.tags, *remark.tags)))
                self._said[fact.claims[0]] = Remark(tags=tags, notes=(*own.notes, *remark.notes))

    def guid(self, kind: str, name: str) -> str:
        return str(identity(kind, name))

    def xml(self) -> str:
        """project.qde, less its first line."""
        sources = "".join(self._source(entry) for entry in self.entries)
        links = "".join(self._links())
        title = self._outline.title or "Comparison"
        members = "".join(_element("MemberSource", targetGUID=self.guid("source", _name(e))) for e in self.entries)
        parts = [
            self._codes(),
            _element("Variables", "".join(self._variable(name, kind) for name, kind in _VARIABLES.items())),
            _element("Sources", sources),
            _element("Notes", "".join(self._notes)) if self._notes else "",
            _element("Links", links) if links else "",
            _element("Sets", _element("Set", members, guid=self.guid("set", title), name=title)),
            _element("Description", "Exported by Counterpoint. Links are its findings; their notes tell why."),
        ]
        return _element("Project", "".join(parts), xmlns=NAMESPACE, name=title, origin="Counterpoint") + "\n"

    def _codes(self) -> str:
        remarks = self._outline.remarks
        said = [*self._said.values(), *remarks.sources.values(), *(each.remark for each in remarks.passages)]
        tags = sorted({tag for remark in said for tag in remark.tags})
        codes = [
            _element(
                "Code", guid=self.guid("tag", tag), name=tag, isCodable="true", **_coloured(remarks.colours.get(tag))
            )
            for tag in tags
        ]
        return _element("CodeBook", _element("Codes", "".join(codes))) if codes else ""

    def _variable(self, name: str, kind: str) -> str:
        return _element("Variable", guid=self.guid("variable", name), name=name, typeOfVariable=kind)

    # Sources

    def _source(self, entry: Entry) -> str:
        source, guid = entry.account.source, self.guid("source", _name(entry))
        path = f"internal://{guid}.txt"
        if source.confidential:
            return _element("TextSource", guid=guid, name=entry.title, plainTextPath=path)
        remarks = self._outline.remarks
        selections = [
            self._selection(source.id, claim.span, self._said.get(claim.id, Remark()))
            for claim in entry.account.claims
            if claim.id in self._related or claim.id in self._said
        ]
        selections += [self._selection(source.id, p.span, p.remark) for p in self._own_passages(source.id)]
        said = remarks.sources.get(source.id, Remark())
        parts = [
            *selections,
            *self._codings(guid, said.tags),
            *self._note_refs(guid, said.notes),
            *self._values(entry),
        ]
        return _element("TextSource", "".join(parts), guid=guid, name=entry.title, plainTextPath=path)

    def _own_passages(self, source: SourceId) -> Iterable[PassageRemark]:
        claims = {claim.span for claim in self._arrangement.claims if claim.source == source}
        return (p for p in self._outline.remarks.passages if p.source == source and p.span not in claims)

    def _selection(self, source: SourceId, span: Span, remark: Remark) -> str:
        text = self._arrangement.entry_of[source].account.source.text
        guid = self._selection_guid(source, span)
        told = _element("Description", "\n\n".join(remark.notes)) if remark.notes else ""
        return _element(
            "PlainTextSelection",
            "".join((told, *self._codings(guid, remark.tags), *self._note_refs(guid, remark.notes))),
            guid=guid,
            name=" ".join(span.of(text).split()),
            startPosition=str(span.start),
            endPosition=str(span.end),
        )

    def _selection_guid(self, source: SourceId, span: Span) -> str:
        return self.guid("selection", f"{source}:{span.start}-{span.end}")

    def _codings(self, on: str, tags: Sequence[str]) -> list[str]:
        return [
            _element(
                "Coding",
                _element("CodeRef", targetGUID=self.guid("tag", tag)),
                guid=self.guid("coding", f"{on} {tag}"),
            )
            for tag in tags
        ]

    def _note_refs(self, on: str, notes: Sequence[str]) -> list[str]:
        """Puts the notes among the project's, and refers to them."""
        refs: list[str] = []
        for number, note in enumerate(notes):
            guid = self.guid("note", f"{on} {number}")
            first = next((line for line in note.split("\n") if line.strip()), "Note")
            self._notes.append(_element("Note", _element("PlainTextContent", note), guid=guid, name=first[:80]))
            refs.append(_element("NoteRef", targetGUID=guid))
        return refs

    def _values(self, entry: Entry) -> list[str]:
        source = entry.account.source
        known = {
            "Outlet": source.outlet,
            "Author": source.author,
            "Address": source.url,
            "SHA-256": source.sha256,
            "Published": source.published.isoformat() if source.published else "",
            "Retrieved": source.retrieved.isoformat() if source.retrieved else "",
        }
        return [
            _element(
                "VariableValue",
                _element("VariableRef", targetGUID=self.guid("variable", name))
                + _element(f"{_VARIABLES[name]}Value", value),
            )
            for name, value in known.items()
            if value
        ]

    # Findings

    def _is_hidden(self, *claims: ClaimId) -> bool:
        return any(self._arrangement.entry(claim).account.source.confidential for claim in claims)

    def _links(self) -> Iterable[str]:
        claims = self._arrangement.claim_of
        for relation in self._relations:
            ends = [self._selection_guid(claims[c].source, claims[c].span) for c in (relation.a, relation.b)]
            guid = self.guid("link", f"{relation.kind} {' '.join(ends)}")
            remark = self._outline.remarks.relations.get(relation.id, Remark())
            yield _element(
                "Link",
                "".join(self._note_refs(guid, [self._why(relation, remark), *remark.notes])),
                guid=guid,
                name=f"{_VERBS[relation.kind]}: {leading(relation).aspect}",
                direction="Associative",
                color=_COLOURS[relation.kind],
                originGUID=ends[0],
                targetGUID=ends[1],
            )

    def _why(self, relation: Relation, remark: Remark) -> str:
        how = "By hand" if relation.id in self._outline.remarks.by_hand else sure(relation.score).capitalize()
        told = [f"{r.aspect.capitalize()}: {whole(r.explanation)}" for r in relation.reasons]
        told += [f"Caution: {whole(relation.warning)}"] if relation.warning else []
        told += [f"Verdict: {remark.verdict}."] if remark.verdict else []
        told += [f"Tags: {', '.join(remark.tags)}."] if remark.tags else []
        return "\n".join([f"{how}.", *dict.fromkeys(told)])


def _name(entry: Entry) -> str:
    """What the ids of a source are made of."""
    return entry.title if entry.account.source.confidential else entry.account.source.id


def _coloured(colour: str | None) -> dict[str, str]:
    return {"color": colour} if colour else {}


def _element(tag: str, content: str = "", **attributes: str) -> str:
    """An element; the content of what can only hold text is escaped, that of others is made of elements."""
    told = "".join(f' {name}="{xml_words(value)}"' for name, value in attributes.items())
    inside = xml_words(content) if tag in _TEXTS else content
    return f"<{tag}{told}>{inside}</{tag}>" if inside else f"<{tag}{told}/>"


_TEXTS = {"Description", "PlainTextContent", "TextValue", "DateValue"}
