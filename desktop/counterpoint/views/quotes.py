"""A passage as the panel and the columns quote it: where it stands, and the words that matter marked."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from counterpoint.app.findings import Side
from counterpoint.engine.passages import Span
from counterpoint.engine.sources import Role, Source
from counterpoint.views.texts import ClippedLabel, marked
from counterpoint.views.themes import Theme
from counterpoint.writers.phrases import page_of


class Quote(QFrame):
    """A passage with where it stands, and the words that matter marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quote")
        self.words = QLabel(self)
        self.words.setObjectName("words")
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._origin = ClippedLabel(1, "origin", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(11, 6, 11, 7)
        column.setSpacing(3)
        column.addWidget(self._origin)
        column.addWidget(self.words)

    @property
    def origin(self) -> str:
        """Where the passage stands, as a person reads it."""
        return self._origin.accessibleName()

    def show_passage(self, source: Source, letter: str, span: Span) -> None:
        """Words that are no claim."""
        self.words.setText(marked(source.text, span, (), ""))
        self._origin.set_words(_where(source, letter, span))
        self.setAccessibleName(f"{letter}: {span.of(source.text)}")

    def show_claim(self, side: Side, words: tuple[Span, ...], colour: str, theme: Theme) -> None:
        """A claim, with the words that matter marked in a colour."""
        ground = theme.tint(colour, 0.28).name()
        style = f"background-color: {ground}; color: {theme.ink}; font-weight: 600"
        self.words.setText(marked(side.source.text, side.claim.span, words, style))
        self._origin.set_words(_where(side.source, side.letter, side.claim.span))
        self.setAccessibleName(f"{side.letter}: {side.claim.text}")


def _where(source: Source, letter: str, span: Span) -> str:
    """The page first behind the letter: a long title is cut at its end."""
    return " · ".join(filter(None, (letter, page_of(source, span), _name(source))))


def _name(source: Source) -> str:
    return "your draft" if source.role is Role.DRAFT else source.outlet or source.title or "Untitled"
