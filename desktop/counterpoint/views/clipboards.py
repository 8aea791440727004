"""What is copied out of the window."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from counterpoint.writers.clippings import Clipping, html_clipping, markdown_clipping


def put_on_clipboard(clipping: Clipping) -> None:
    """As Markdown and as rich text: whoever pastes it takes what it can use."""
    data = QMimeData()
    words = markdown_clipping(clipping)
    data.setText(words)
    data.setHtml(html_clipping(clipping))
    data.setData("text/markdown", words.encode("utf-8", "replace"))
    QGuiApplication.clipboard().setMimeData(data)
