"""A source as a column: its header above its page, the overview beside that, and what is brought here below."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from counterpoint.app.counterparts import Counterpart
from counterpoint.app.dates import told
from counterpoint.engine.sources import Role, Source
from counterpoint.views.draft_pages import DraftPage
from counterpoint.views.headers import Header
from counterpoint.views.overviews import Overview
from counterpoint.views.pages import Page
from counterpoint.views.peeks import Peek
from counterpoint.views.themes import Theme
from counterpoint.writers.phrases import counted

if TYPE_CHECKING:
    from counterpoint.engine.accounts import Account

NARROWEST = 110  # pixels


class Column(QFrame):
    """One source."""

    entered = Signal()
    sought = Signal(object)  # a Counterpart to go to
    closed = Signal()  # what was brought here is to go

    def __init__(self, source: Source, theme: Theme, pixels: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("column")
        self.setMinimumWidth(NARROWEST)
        self.source = source
        self.header = Header(source, theme, self)
        page = DraftPage if source.role is Role.DRAFT else Page
        self.page: Page = page(source, theme, pixels, self)
        self.page.entered.connect(self.entered)
        self.header.entered.connect(self.entered)
        self.overview = Overview(self.page, theme, self)
        self.peek: Peek | None = None  # made when it is first asked for: few columns ever have one
        self._theme = theme
        self._letter = ""
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.page, 1)
        row.addWidget(self.overview)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._rows.addWidget(self.header)
        self._rows.addLayout(row, 1)

    def describe(self, source: Source, letter: str, account: "Account | None", left: int | None = None) -> None:
        """Shows what is known now; `left` of a draft: how many facts are still to be checked."""
        self.source, self._letter = source, letter
        if isinstance(self.page, DraftPage):
            self.page.show_source(source)
        title = source.title or "Untitled"
        self.header.describe(source, letter, " · ".join(_facts(source, account, left)))
        is_draft = source.role is Role.DRAFT
        kind = "Draft" if is_draft else "Source"
        self.setAccessibleName(f"{kind} {letter}: {title}")
        self.overview.setAccessibleName(f"Overview of {letter}")
        self.page.setAccessibleName(f"Text of {kind.lower()} {letter}: {title}")
        self.page.set_noise(tuple(noise.span for noise in account.noise) if account else ())

    def is_of(self, source: Source | None) -> bool:
        """Whether it can show the source: a draft's page can be written in, another's can't."""
        return source is not None and source.role is self.source.role

    def set_look(self, theme: Theme, pixels: int) -> None:
        self.header.set_theme(theme)
        self.page.set_look(theme, pixels)
        self.overview.set_theme(theme)
        self._theme = theme
        if self.peek is not None:
            self.peek.set_theme(theme)

    def bring(self, counterparts: Sequence[Counterpart]) -> None:
        """Shows these below the text; nothing takes them away."""
        if self.peek is None and counterparts:
            self.peek = Peek(self._theme, self)
            self.peek.wanted.connect(self.sought)
            self.peek.closed.connect(self.closed)
            self._rows.addWidget(self.peek)
        if self.peek is not None:
            self.peek.setAccessibleName(f"What the others say, brought to {self._letter}")
            self.peek.bring(counterparts)

    @property
    def has_brought(self) -> bool:
        return self.peek is not None and not self.peek.isHidden()


def _facts(source: Source, account: "Account | None", left: int | None) -> list[str]:
    facts = ["Your draft" if source.role is Role.DRAFT else "", source.outlet, told(source.published), source.author]
    if source.role is Role.DRAFT and account and left is not None:
        facts.append(f"{counted(left, 'fact')} left to check" if left else "nothing left to check")
    if account and not account.is_compared:
        facts.append("not in English: shown, not compared")
    return [fact for fact in facts if fact] or [f"{len(source.text.split())} words"]
