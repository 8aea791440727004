"""How words that were sought are marked, in a source and in a note."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from counterpoint.app.searches import find_words
from counterpoint.engine.passages import Span
from counterpoint.views.themes import Theme


def found_form(theme: Theme, *, is_current: bool = False) -> QTextCharFormat:
    """Those that are looked at are underlined too."""
    form = QTextCharFormat()
    form.setBackground(QColor(theme.found_now if is_current else theme.found))
    form.setForeground(QColor(theme.ink))
    if is_current:
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        form.setUnderlineColor(QColor(theme.ink))
    return form


def mark_found(edit: QTextEdit, places: Mapping[Span, tuple[int, int]], current: Span | None, theme: Theme) -> None:
    """Marks these spans of a text, and only these; their places are in Qt's units."""
    selections: list[QTextEdit.ExtraSelection] = []
    for span, (start, end) in places.items():
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(edit.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        selection.cursor = cursor  # pyright: ignore[reportAttributeAccessIssue]
        selection.format = found_form(theme, is_current=span == current)  # pyright: ignore[reportAttributeAccessIssue]
        selections.append(selection)
    edit.setExtraSelections(selections)


@dataclass(frozen=True, slots=True)
class Found:
    """Words that are sought, to be marked in the colours of a theme."""

    words: str
    theme: Theme

    def marked(self, html: str) -> str:
        """The same with the words marked; those that begin in one element and end in another are not."""
        style = f"background-color: {self.theme.found}; color: {self.theme.ink}"
        marking = _Marking(self.words, f'<span style="{style}">')
        marking.feed(html)
        marking.close()
        return "".join(marking.parts)


class _Marking(HTMLParser):
    def __init__(self, words: str, start: str) -> None:
        super().__init__(convert_charrefs=True)
        self._words = words
        self._start = start
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.parts.append(self.get_starttag_text() or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.parts.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        at = 0
        for span in find_words(data, self._words):
            self.parts += (escape(data[at : span.start]), self._start, escape(span.of(data)), "</span>")
            at = span.end
        self.parts.append(escape(data[at:]))
