"""A source as a column: its header above its page."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from counterpoint.engine.sources import Role, Source
from counterpoint.views.pages import Page
from counterpoint.views.texts import ClippedLabel
from counterpoint.views.themes import Theme

if TYPE_CHECKING:
    from counterpoint.engine.accounts import Account

HEADER = 84  # pixels, the same for every column, so that pages begin at one height


class Column(QFrame):
    """One source: letter, title and what is known of it, and its text."""

    claimed = Signal(str)

    def __init__(self, source: Source, theme: Theme, pixels: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("column")
        self.source = source
        self.page = Page(source, theme, pixels, self)
        self.page.claimed.connect(self.claimed)
        self._letter = QLabel(self)
        self._letter.setObjectName("letter")
        self._letter.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = ClippedLabel(2, "title", self)
        self._about = ClippedLabel(1, "about", self)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._about)
        words.addStretch()
        self._header = QFrame(self)
        self._header.setObjectName("header")
        self._header.setFixedHeight(HEADER)
        row = QHBoxLayout(self._header)
        row.setContentsMargins(10, 10, 24, 6)
        row.setSpacing(10)
        row.addWidget(self._letter, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self.page, 1)

    def describe(self, source: Source, letter: str, account: "Account | None") -> None:
        """Shows what is known now."""
        self.source = source
        title = source.title or "Untitled"
        self._letter.setText(letter)
        self._title.set_words(title)
        self._about.set_words(" · ".join(_facts(source, account)))
        is_draft = source.role is Role.DRAFT
        for widget in (self, self._header, self._letter):
            if widget.property("draft") != is_draft:
                widget.setProperty("draft", is_draft)
                widget.style().unpolish(widget)
                widget.style().polish(widget)
        kind = "Draft" if is_draft else "Source"
        self.setAccessibleName(f"{kind} {letter}: {title}")
        self.page.setAccessibleName(f"Text of {kind.lower()} {letter}: {title}")
        self.page.set_noise(tuple(noise.span for noise in account.noise) if account else ())


def _facts(source: Source, account: "Account | None") -> list[str]:
    facts = ["Your draft" if source.role is Role.DRAFT else "", source.outlet]
    if source.published:
        facts.append(f"{source.published.day} {source.published:%B %Y}")
    if source.confidential:
        facts.append("confidential")
    if account and not account.is_compared:
        facts.append("not in English: shown, not compared")
    elif account:
        facts.append(f"{len(account.claims)} claim{'s' if len(account.claims) != 1 else ''}")
    return [fact for fact in facts if fact] or [f"{len(source.text.split())} words"]
