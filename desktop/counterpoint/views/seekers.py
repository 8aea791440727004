"""What is found, shown where it stands: marked in columns, table, tags and notes, and brought into view."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from counterpoint.app.finds import Hit, Place
from counterpoint.engine.claims import Claim
from counterpoint.engine.facts import Fact
from counterpoint.engine.relations import Relation
from counterpoint.engine.sources import Source, SourceId
from counterpoint.store.annotations import Subject
from counterpoint.store.homes import Target
from counterpoint.views.desks import Desk
from counterpoint.views.find_bars import FindBar
from counterpoint.views.finds import Finder
from counterpoint.views.founds import mark_found
from counterpoint.views.inspectors import Inspector
from counterpoint.views.offsets import Offsets
from counterpoint.views.tables import FactsTable
from counterpoint.views.themes import LIGHT, Theme
from counterpoint.views.walks import Walk

_SHARE, _LOWEST = 0.28, 0.8  # of a page's height: where a hit is brought, and where it may stand


class Seeker(QObject):
    """What the keys of finding do in one room."""

    columns_wanted = Signal()  # what was found stands in no cell of the table

    def __init__(
        self,
        finder: Finder,
        bar: FindBar,
        walk: Walk,
        parts: tuple[Desk, FactsTable, Inspector],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._finder = finder
        self._bar = bar
        self._walk = walk
        self._theme = LIGHT
        self._desk, self._table, self._inspector = parts
        self._offsets: dict[str, Offsets] = {}  # by their texts
        self._passage: tuple[SourceId, int] | None = None
        self._marking = QTimer(self, singleShot=True, interval=0)  # a page that is written anew has lost its marks
        self._marking.timeout.connect(self._mark)
        self._bringing = QTimer(self, singleShot=True, interval=0)  # when a column that has come into view is laid out
        self._bringing.timeout.connect(self._bring)
        finder.found.connect(self._mark)
        finder.moved.connect(self._mark)
        finder.moved.connect(self._go)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._mark()

    def find(self) -> None:
        """Opens the bar, with the words that are selected in a column."""
        texts = ((column.page.selected(), column.source.text) for column in self._desk.columns)
        words = next((span.of(text) for span, text in texts if span is not None), "")
        self._bar.open_bar("" if "\n" in words else words)

    def find_next(self) -> None:
        self._step(1)

    def find_previous(self) -> None:
        self._step(-1)

    def filter_words(self) -> None:
        self._bar.open_filter()

    def _step(self, by: int) -> None:
        """Without leaving where one is, where something is sought already."""
        if self._bar.isVisible() and self._finder.words.strip():
            self._finder.step(by)
        elif self._bar.field.text().strip():
            self._bar.resume()
            self._finder.step(by)
        else:
            self.find()

    def _mark(self) -> None:
        spans, current = self._finder.spans(), self._finder.current
        for source in self._walk.workspace.sources:
            page, own = self._desk.column(source.id).page, spans.get(source.id, ())
            if own or page.extraSelections():
                page.laid_out.connect(self._marking.start, Qt.ConnectionType.UniqueConnection)
                places = dict(zip(own, map(self._offsets_in(source).span_to_qt, own), strict=True))
                is_here = current is not None and current.source == source.id
                mark_found(page, places, current.span if current is not None and is_here else None, self._theme)
        self._table.set_found(self._finder.words)
        self._inspector.set_found(self._finder.words)

    def _offsets_in(self, source: Source) -> Offsets:
        if source.text not in self._offsets:
            self._offsets[source.text] = Offsets(source.text)
        return self._offsets[source.text]

    def _go(self) -> None:
        hit = self._finder.current
        if hit is None:
            return
        if hit.place is Place.SOURCE:
            self._show_passage(hit)
        elif hit.target is not None:
            self._show_target(hit.target)

    def _show_passage(self, hit: Hit) -> None:
        if hit.source is None or (self._table.isVisible() and self._table.show_words(hit.source, hit.span)):
            return
        self._to_columns()
        self._show_place(hit.source, hit.span.start)

    def _show_target(self, target: Target) -> None:
        """What a tag or a note sits on, in the inspector."""
        everything = self._walk.everything
        match target:
            case Relation():
                self._walk.select(target.id)
            case Claim():
                self._walk.show_claim(target.id)
            case Fact():
                own = next((finding for finding in everything if finding.fact == target), None)
                if own is not None:
                    self._walk.select(own.id)
                else:
                    self._walk.show_claim(target.claims[0])
            case Source():
                self._show_source(target)
            case Subject():
                anchor = target.anchors[0]
                self._to_columns()
                self._show_place(anchor.source, anchor.span.start)
        self._inspector.aim.choose(target)

    def _show_source(self, source: Source) -> None:
        comparison = self._walk.workspace.comparison
        accounts = comparison.accounts if comparison is not None else ()
        claims = next((account.claims for account in accounts if account.source.id == source.id), ())
        if claims:
            self._walk.show_claim(claims[0].id)
        self._to_columns()
        self._show_place(source.id, 0)

    def _show_place(self, source: SourceId, offset: int) -> None:
        """Brings a place in a source into view."""
        if source not in {column.source.id for column in self._desk.columns}:
            self._desk.pick(source)
        self._passage = source, offset
        self._bring()
        self._bringing.start()

    def _bring(self) -> None:
        """Where it is in view already, nothing moves."""
        if self._passage is None:
            return
        source, offset = self._passage
        page = self._desk.column(source).page
        y = page.point_of(offset).y()
        if not 0 < y < page.height() * _LOWEST:
            page.verticalScrollBar().setValue(page.verticalScrollBar().value() + round(y - page.height() * _SHARE))

    def _to_columns(self) -> None:
        if self._table.isVisible():
            self.columns_wanted.emit()
