"""The one place from which documents leave: the formats, what stays here, and the document as it would be written."""

from collections.abc import Mapping
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from counterpoint.app.commands import Changes
from counterpoint.app.folders import file_stem
from counterpoint.app.outgoings import dossier_of, withheld_from
from counterpoint.app.workspaces import Workspace
from counterpoint.app.writings import Writing, Written
from counterpoint.engine.sources import Role
from counterpoint.errors import CounterpointError, UnwritableOutput
from counterpoint.outputs import store
from counterpoint.views.dialogs import Dialogs
from counterpoint.writers.dossiers import Dossier
from counterpoint.writers.formats import DRAFT, FORMATS, PACK, Document, Format

_SIZE = (1080, 640)  # pixels, where the window has room
_LEFT = 300
_FOR = {
    "markdown": "A report, for GitHub, Obsidian, pandoc",
    "draft": "A footnote to every claim: status, evidence",
    "pack": "A folder of all that a desk and a lawyer need",
    "html": "Side by side, in any browser, to print",
    "docx": "The texts with comments on their passages",
    "pdf": "The findings on paper",
    "csv": "A row for every claim: Excel, LibreOffice",
    "json": "All of it, for programs",
    "annotations": "W3C standard, for annotation tools",
    "qdpx": "NVivo, ATLAS.ti, MAXQDA, QualCoder",
}


class ExportSheet(QFrame):
    """Lies over the desk until it is closed; the window stays usable, and the sheet follows what is done in it."""

    told = Signal(str)  # where the document is now, or why it is not

    def __init__(self, workspace: Workspace, dialogs: Dialogs, parent: QWidget) -> None:
        super().__init__(parent)
        self._dialogs = dialogs
        self._ground = parent
        self.setObjectName("sheet")
        self._workspace = workspace
        self._written: Written | None = None
        self._writing = Writing(self)
        self._writing.finished.connect(self._show)
        self._renewing = QTimer(self, singleShot=True, interval=0)  # once for all that one act changes
        self._renewing.timeout.connect(self._renew)
        self.formats = QListWidget(self)
        self.formats.setAccessibleName("Formats")
        self._list()
        self.formats.currentItemChanged.connect(self._renewing.start)
        self.withheld = QLabel("", self)
        self.withheld.setWordWrap(True)
        self.withheld.setTextFormat(Qt.TextFormat.PlainText)
        self.preview = QPlainTextEdit(self)
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setAccessibleName("The document as it would leave")
        self._size = QLabel("", self)
        self._size.setObjectName("muted")
        self.saving = QPushButton("Save …   Enter", self)
        self.saving.setObjectName("primary")
        self.saving.clicked.connect(self._save)
        self.closing = QPushButton("Close   Esc", self)
        self.closing.clicked.connect(self.hide)
        self._lay_out()
        self.formats.installEventFilter(self)
        parent.installEventFilter(self)
        workspace.changed.connect(self._follow)
        self.hide()

    def toggle(self) -> None:
        """Shows or hides it."""
        if self.isVisible():
            self.hide()
            return
        self._place()
        self.show()
        self.raise_()
        self._renew()
        self.formats.setFocus()

    def close_down(self) -> None:
        """Waits for what is being written."""
        self._renewing.stop()
        self._writing.close()

    @property
    def is_written(self) -> bool:
        """Whether the document that is shown is the one that would be stored."""
        return self._written is not None and self._written.form is self.form and not self._renewing.isActive()

    @property
    def form(self) -> Format:
        """The format that is chosen."""
        return self._form_at(self.formats.currentRow())

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        for words, widget, stretch in (("Export as", self.formats, 1), ("What stays here", self.withheld, 0)):
            head = QLabel(words, self)
            head.setObjectName("smallheading")
            left.addWidget(head)
            left.addWidget(widget, stretch)
        right = QVBoxLayout()
        right.setSpacing(8)
        head = QLabel("What leaves this computer", self)
        head.setObjectName("smallheading")
        right.addWidget(head)
        right.addWidget(self.preview, 1)
        both = QHBoxLayout()
        both.setSpacing(16)
        frame = QWidget(self)
        frame.setFixedWidth(_LEFT)
        left.setContentsMargins(0, 0, 0, 0)
        frame.setLayout(left)
        both.addWidget(frame)
        both.addLayout(right, 1)
        title = QLabel("Export", self)
        title.setObjectName("kind")
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self._size)
        foot.addStretch()
        foot.addWidget(self.saving)
        foot.addWidget(self.closing)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(8)
        column.addWidget(title)
        column.addLayout(both, 1)
        column.addLayout(foot)

    def _list(self) -> None:
        """The formats, that of the draft among them where there is one."""
        drafts = [DRAFT] if any(source.role is Role.DRAFT for source in self._workspace.sources) else []
        forms = [FORMATS["markdown"], *drafts, FORMATS["html"], FORMATS["docx"], PDF, PACK]
        forms += [FORMATS[name] for name in ("csv", "json", "annotations", "qdpx")]
        if [form.name for form in forms] == [self._form_at(row).name for row in range(self.formats.count())]:
            return
        chosen = self.form.name if self.formats.count() else forms[0].name
        with QSignalBlocker(self.formats):
            self.formats.clear()
            for form in forms:
                item = QListWidgetItem(f"{form.title}\n{_FOR[form.name]}", self.formats)
                item.setData(Qt.ItemDataRole.UserRole, form)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{form.title}: {_FOR[form.name]}")
                item.setSizeHint(QSize(0, 44))
            names = [form.name for form in forms]
            self.formats.setCurrentRow(names.index(chosen) if chosen in names else 0)

    def _form_at(self, row: int) -> Format:
        return cast("Format", self.formats.item(row).data(Qt.ItemDataRole.UserRole))

    def _follow(self, _: Changes) -> None:
        if self.isVisible():
            self._renewing.start()

    def _renew(self) -> None:
        """Writes the document anew, in the background."""
        if not self.isVisible():
            return
        self._list()
        sentences = withheld_from(self._workspace) or ("Nothing but the paths of your files.",)
        self.withheld.setText("\n".join(sentences))
        self._written = None
        self.saving.setEnabled(False)
        try:
            dossier = dossier_of(self._workspace)
        except CounterpointError as error:
            self._writing.cancel()
            self.preview.setPlainText(str(error))
            self._size.setText("")
            return
        self._size.setText("Being written …")
        self._writing.start(dossier, self.form)

    def _show(self, written: Written) -> None:
        self._written = written
        at = self.preview.verticalScrollBar().value()
        self.preview.setPlainText(written.preview)
        self.preview.verticalScrollBar().setValue(at)
        self._size.setText(f"{written.form.title}, {max(1, round(_bytes(written.document) / 1000))} kB")
        self.saving.setEnabled(True)

    def _save(self) -> None:
        written = self._written
        if written is None:
            return
        folder, stem = self._workspace.path.parent, file_stem(self._workspace.title)
        kind = f"{written.form.title} (*{written.form.suffix})"
        path = self._dialogs.report(self, str(folder / f"{stem}{written.form.suffix}"), kind)
        if path is not None:
            self._store(path, written)

    def _store(self, path: Path, written: Written) -> None:
        try:
            if path.exists() and path.samefile(self._workspace.path):
                raise UnwritableOutput(f"{path.name} is the project itself. Choose another place.")
            store(path, written.document)
        except CounterpointError as error:
            self.told.emit(str(error))
        else:
            self.hide()
            self.told.emit(f"Exported to {path.name}.")

    def _place(self) -> None:
        ground = self._ground.rect()
        width, height = min(_SIZE[0], ground.width() - 40), min(_SIZE[1], ground.height() - 40)
        self.setGeometry((ground.width() - width) // 2, (ground.height() - height) // 2, width, height)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self._ground and event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        is_key = watched is self.formats and event.type() is QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._save()
            return True
        return False


def _pdf(dossier: Dossier) -> bytes:
    from counterpoint.app.printing import pdf_report

    return pdf_report(dossier)


PDF = Format("pdf", "PDF", ".pdf", _pdf, is_text=False, shown_as="html")


def _bytes(document: Document) -> int:
    if isinstance(document, Mapping):
        return sum(map(_bytes, document.values()))
    return len(document if isinstance(document, bytes) else document.encode())
