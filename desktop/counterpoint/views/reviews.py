"""The review of one project: going through its findings, deciding on them, annotating and copying them."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from counterpoint.app.findings import Filter, Standing
from counterpoint.engine.relations import RelationKind
from counterpoint.store.annotations import Ruling
from counterpoint.views.inspectors import Inspector
from counterpoint.views.lists import FindingsList
from counterpoint.views.walks import Walk


class Review:
    """What keys and buttons do with the finding that is looked at."""

    def __init__(self, walk: Walk, findings: FindingsList, inspector: Inspector) -> None:
        self._walk = walk
        self._list = findings
        self._inspector = inspector
        inspector.ruled.connect(self.rule)
        inspector.stepped.connect(walk.step)

    # Going on

    def next_finding(self) -> None:
        self._walk.step(1)

    def previous_finding(self) -> None:
        self._walk.step(-1)

    # Verdicts

    def confirm(self) -> None:
        self.rule(Ruling.CONFIRMED)

    def reject(self) -> None:
        self.rule(Ruling.REJECTED)

    def unsure(self) -> None:
        self.rule(Ruling.UNSURE)

    def take_back(self) -> None:
        self.rule(None)

    def rule(self, ruling: Ruling | None) -> None:
        """On the finding that is looked at; the same verdict twice takes it back."""
        finding = self._walk.current
        if finding is None:
            return
        is_again = ruling is not None and finding.ruling is ruling
        self._walk.workspace.give_verdict([finding.stored], None if is_again else ruling)
        self._list.view.viewport().update()

    # Which are listed

    def list_all(self) -> None:
        self._list.filter_by(Filter())

    def list_conflicts(self) -> None:
        self._list.filter_by(Filter(kind=RelationKind.CONFLICT))

    def list_matches(self) -> None:
        self._list.filter_by(Filter(kind=RelationKind.MATCH))

    def list_undecided(self) -> None:
        self._list.filter_by(Filter(standing=Standing.UNDECIDED))

    # Tags, notes, copies

    def focus_tag(self) -> None:
        if self._inspector.target is not None:
            self._inspector.write_in(self._inspector.tags.field)

    def focus_note(self) -> None:
        if self._inspector.target is not None:
            self._inspector.write_in(self._inspector.notes.new)

    def copy_finding(self) -> None:
        """Both quotes, their sources and the reasons, as Markdown and as rich text."""
        finding = self._walk.current
        if finding is None:
            return
        from counterpoint.app.exports import clipping_of
        from counterpoint.writers.clippings import html_clipping, markdown_clipping

        clipping = clipping_of(finding)
        data = QMimeData()
        words = markdown_clipping(clipping)
        data.setText(words)
        data.setHtml(html_clipping(clipping))
        data.setData("text/markdown", words.encode("utf-8", "replace"))
        QGuiApplication.clipboard().setMimeData(data)
