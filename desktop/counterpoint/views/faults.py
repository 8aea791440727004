"""The one dialog of the program: it has a fault, and this is the report of it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

_WORDS = (
    "This is a fault of the program, not of your texts. Everything that was shown as done is stored in the project; "
    "what you have just been doing may not have happened. You can go on. If the window looks wrong, close Counterpoint "
    "and open it again."
)
_HINT = (
    "The report stays on this computer unless you copy it and send it to somebody. "
    "Read it before: its last line may quote a word of the project."
)


class FaultDialog(QDialog):
    """Shows one report; while it is open, others only go into the log."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent.window()
        self.setObjectName("fault")
        self.setWindowTitle("Counterpoint has a fault")
        self._title = QLabel("Something went wrong in Counterpoint.", self)
        self._title.setObjectName("kind")
        words, hint = QLabel(_WORDS, self), QLabel(_HINT, self)
        hint.setObjectName("muted")
        for label in (words, hint):
            label.setWordWrap(True)
        self.report = QPlainTextEdit(self)
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setAccessibleName("Report")
        self.copying = QPushButton("Copy the report", self)
        self.copying.clicked.connect(self._copy)
        self.closing = QPushButton("Go on", self)
        self.closing.setDefault(True)
        self.closing.clicked.connect(self._go_on)
        foot = QHBoxLayout()
        foot.addWidget(self.copying)
        foot.addStretch()
        foot.addWidget(self.closing)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        for widget in (self._title, words, self.report, hint):
            column.addWidget(widget)
        column.addLayout(foot)
        self.resize(620, 420)
        self.setWindowModality(Qt.WindowModality.NonModal)

    def show_report(self, report: str) -> None:
        """Unless one is being read."""
        if self.isHidden():
            self.copying.setText("Copy the report")
            self.report.setPlainText(report)
            self.show()
            self.closing.setFocus()

    def _go_on(self) -> None:
        self.close()
        self._window.activateWindow()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.copying.setText("Copied")
