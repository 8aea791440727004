"""The sources in a project file: originals, texts, particulars, and which of them are in view, in which order."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from counterpoint.engine.sources import Repair, Role, Source, SourceId
from counterpoint.store.forms import form_of, read_json
from counterpoint.store.tables import Row, Tables, Value

_REPAIRS = form_of(tuple[Repair, ...])
_PAGES = form_of(tuple[int, ...])


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes as they came, and the path they came from, "" where they were pasted."""

    content: bytes
    path: str = ""


@dataclass(frozen=True, slots=True)
class Particulars:
    """What may be changed of a source."""

    title: str
    role: Role
    outlet: str
    author: str
    url: str
    published: date | None
    retrieved: date | None
    confidential: bool


def particulars(source: Source) -> Particulars:
    """What may be changed of this source, as it is."""
    return Particulars(
        title=source.title,
        role=source.role,
        outlet=source.outlet,
        author=source.author,
        url=source.url,
        published=source.published,
        retrieved=source.retrieved,
        confidential=source.confidential,
    )


class Shelf:
    """All sources of a project. Those without a place are taken out: no method tells of them but by their id."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._sources: dict[SourceId, Source] | None = None
        self._order: tuple[SourceId, ...] = ()
        self._in_view: tuple[Source, ...] | None = None

    def forget(self) -> None:
        """What was read is read again."""
        self._sources = self._in_view = None

    def sources(self) -> tuple[Source, ...]:
        """Those in view, in order; the same tuple until something changes."""
        if self._in_view is None:
            known = self._read()
            self._in_view = tuple(known[each] for each in self._order)
        return self._in_view

    def source(self, source: SourceId) -> Source:
        """The source, even when it is taken out.

        Raises:
            KeyError: there has never been one.
        """
        return self._read()[source]

    def has(self, source: SourceId) -> bool:
        """Whether its text is known, be it taken out."""
        return source in self._read()

    def taken_out(self) -> tuple[SourceId, ...]:
        """Those without a place, kept for undo."""
        return tuple(source for source in self._read() if source not in self._order)

    def order(self) -> tuple[SourceId, ...]:
        self._read()
        return self._order

    def original(self, source: SourceId) -> Original:
        """The bytes, which are read and checked only here.

        Raises:
            DamagedProject: they are not those that came.
        """
        row = self._tables.row("original", "source = ?", (source,))
        content = row["content"]
        known = self._read()[source].sha256
        if not isinstance(content, bytes) or (known and sha256(content).hexdigest() != known):
            raise self._tables.damaged()
        return Original(content, self.path(source))

    def path(self, source: SourceId) -> str:
        """Where its original was, "" where it was pasted."""
        return str(self._tables.row("source", "id = ?", (source,))["path"])

    def add(self, sources: Iterable[tuple[Source, Original]]) -> None:
        """Stores them, taken out as yet. What the project has already, it keeps as it is."""
        known = self._read()
        new = {source.id: (source, original) for source, original in sources if source.id not in known}
        self._tables.put("source", [_source_row(source, original.path, None) for source, original in new.values()])
        self._tables.put("body", [_body_row(source) for source, _ in new.values()])
        self._tables.put("original", [{"source": s.id, "content": original.content} for s, original in new.values()])
        self._tables.put("paging", [_paging_row(source) for source, _ in new.values() if source.pages])
        self.forget()

    def arrange(self, order: Sequence[SourceId]) -> None:
        """Puts these sources in view, in this order, and takes all others out."""
        known = self._read()
        if not known.keys() >= set(order) or len(set(order)) < len(order):
            raise ValueError("not an order of sources")
        before = {source: place for place, source in enumerate(self._order)}
        after = {source: place for place, source in enumerate(order)}
        moved = [s for s in {**before, **after} if before.get(s) != after.get(s)]
        rows = [row for s in moved for row in self._tables.rows("source", "id = ?", (s,))]
        self._tables.put("source", [{**row, "place": after.get(SourceId(str(row["id"])))} for row in rows])
        self._order, self._in_view = tuple(order), None

    def describe(self, source: SourceId, new: Particulars) -> None:
        row = self._tables.row("source", "id = ?", (source,))
        changed = _described(self._read()[source], new)
        self._tables.put("source", [_source_row(changed, str(row["path"]), row["place"])])
        self._read()[source] = changed
        self._in_view = None

    def write(self, source: SourceId, text: str, repairs: tuple[Repair, ...]) -> None:
        """Another text of a draft. Its original stays what came; where its pages began is not known any more.

        Raises:
            ValueError: it is no draft, or the text is not canonical.
        """
        before = self._read()[source]
        if before.role is not Role.DRAFT:
            raise ValueError(f"the text of source {source} is never edited")
        changed = replace(before, text=text, repairs=repairs, pages=())
        self._tables.put("body", [_body_row(changed)])
        if before.pages:
            self._tables.drop("paging", "source = ?", (source,))
        self._read()[source] = changed
        self._in_view = None

    def sweep(self) -> None:
        """Deletes the sources that are taken out and that no step of undo needs."""
        gone = "place is null and id not in (select source from step_source)"
        if self._tables.rows("source", gone):
            self._tables.drop("source", gone)
            self.forget()

    def _read(self) -> dict[SourceId, Source]:
        if self._sources is None:
            bodies = {row["source"]: row for row in self._tables.rows("body")}
            pages = {row["source"]: row["starts"] for row in self._tables.rows("paging")}
            rows = self._tables.rows("source")
            try:
                self._sources = {
                    SourceId(str(row["id"])): _source(row, bodies[row["id"]], pages.get(row["id"], "[]"))
                    for row in rows
                }
            except (KeyError, ValueError) as error:
                raise self._tables.damaged() from error
            placed = [row for row in rows if row["place"] is not None]
            self._order = tuple(SourceId(str(row["id"])) for row in sorted(placed, key=_place))
        return self._sources


def _place(row: Row) -> int:
    place = row["place"]
    return place if isinstance(place, int) else -1


def _described(source: Source, new: Particulars) -> Source:
    return replace(
        source,
        title=new.title,
        role=new.role,
        outlet=new.outlet,
        author=new.author,
        url=new.url,
        published=new.published,
        retrieved=new.retrieved,
        confidential=new.confidential,
    )


def _source_row(source: Source, path: str, place: Value) -> Row:
    return {
        "id": source.id,
        "place": place,
        "role": source.role.value,
        "title": source.title,
        "outlet": source.outlet,
        "author": source.author,
        "url": source.url,
        "published": source.published and source.published.isoformat(),
        "retrieved": source.retrieved and source.retrieved.isoformat(),
        "confidential": int(source.confidential),
        "sha256": source.sha256,
        "path": path,
    }


def _body_row(source: Source) -> Row:
    return {"source": source.id, "content": source.text, "repairs": json.dumps(_REPAIRS.pack(source.repairs))}


def _paging_row(source: Source) -> Row:
    return {"source": source.id, "starts": json.dumps(_PAGES.pack(source.pages))}


def _source(row: Row, body: Row, pages: Value) -> Source:
    return Source(
        id=SourceId(str(row["id"])),
        text=str(body["content"]),
        title=str(row["title"]),
        role=Role(str(row["role"])),
        repairs=_REPAIRS.unpack(read_json(body["repairs"])),
        outlet=str(row["outlet"]),
        author=str(row["author"]),
        url=str(row["url"]),
        published=_date(row["published"]),
        retrieved=_date(row["retrieved"]),
        sha256=str(row["sha256"]),
        confidential=row["confidential"] == 1,
        pages=_PAGES.unpack(read_json(pages)),
    )


def _date(value: object) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else None
