"""A source as a column: its header above its page, the overview beside that, and what is brought here below."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from counterpoint.app.dates import told
from counterpoint.engine.sources import Role, Source
from counterpoint.views.headers import Header
from counterpoint.views.overviews import Overview
from counterpoint.views.pages import Page
from counterpoint.views.peeks import Peek
from counterpoint.views.themes import Theme

if TYPE_CHECKING:
    from counterpoint.engine.accounts import Account

NARROWEST = 110  # pixels


class Column(QFrame):
    """One source."""

    entered = Signal()

    def __init__(self, source: Source, theme: Theme, pixels: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("column")
        self.setMinimumWidth(NARROWEST)
        self.source = source
        self.header = Header(source, theme, self)
        self.page = Page(source, theme, pixels, self)
        self.page.entered.connect(self.entered)
        self.header.entered.connect(self.entered)
        self.overview = Overview(self.page, theme, self)
        self.peek = Peek(theme, self)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.page, 1)
        row.addWidget(self.overview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(row, 1)
        column.addWidget(self.peek)

    def describe(self, source: Source, letter: str, account: "Account | None") -> None:
        """Shows what is known now."""
        self.source = source
        title = source.title or "Untitled"
        self.header.describe(source, letter, " · ".join(_facts(source, account)))
        is_draft = source.role is Role.DRAFT
        kind = "Draft" if is_draft else "Source"
        self.setAccessibleName(f"{kind} {letter}: {title}")
        self.overview.setAccessibleName(f"Overview of {letter}")
        self.peek.setAccessibleName(f"What the others say, brought to {letter}")
        self.page.setAccessibleName(f"Text of {kind.lower()} {letter}: {title}")
        self.page.set_noise(tuple(noise.span for noise in account.noise) if account else ())

    def set_look(self, theme: Theme, pixels: int) -> None:
        self.header.set_theme(theme)
        self.page.set_look(theme, pixels)
        self.overview.set_theme(theme)
        self.peek.set_theme(theme)


def _facts(source: Source, account: "Account | None") -> list[str]:
    facts = ["Your draft" if source.role is Role.DRAFT else "", source.outlet, told(source.published)]
    if account and not account.is_compared:
        facts.append("not in English: shown, not compared")
    return [fact for fact in facts if fact] or [f"{len(source.text.split())} words"]
