"""The HTML report on paper: PDF, by Qt's own printing of text."""

import re

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QFont, QGuiApplication, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from counterpoint.writers.dossiers import Dossier
from counterpoint.writers.html import html_report

# Qt's text knows neither grids nor variables of style sheets, so it has a sheet of its own.
_STYLE = """
body { color: #000000; } h1 { font-size: 18pt; } h2 { font-size: 14pt; margin-top: 18pt; }
h3 { font-size: 11pt; margin-top: 10pt; }
blockquote { margin-left: 16px; margin-top: 8px; margin-bottom: 8px; }
a { color: #000000; text-decoration: none; }
.by { color: #555555; font-size: 8pt; } .label { color: #555555; }
.note { margin-left: 16px; font-style: italic; }
.c { text-decoration: underline; } .x { color: #777777; } .text { white-space: pre-wrap; }
th, td { padding: 3pt; } dt { color: #555555; } .none { color: #777777; }
"""
_OWN_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_NAV = re.compile(r"<nav>.*?</nav>")
_INNER = re.compile(r'(: )?<a href="#[^"]*">in the text</a>(, )?')
_MARK = re.compile(r"<mark>(.*?)</mark>", re.DOTALL)
_DPI = 300


def pdf_report(dossier: Dossier) -> bytes:
    """The annotated comparison as a PDF file, A4, with the same words as the page in HTML. Needs a QGuiApplication."""
    return printed(html_report(dossier), dossier.title)


def printed(html: str, title: str) -> bytes:
    """A page of `html_report` as PDF."""
    document = QTextDocument()
    document.setDefaultFont(QFont("Source Serif Pro", 10))
    document.setDefaultStyleSheet(_STYLE)
    bare = _INNER.sub(" ", _NAV.sub("", _OWN_STYLE.sub("", html)))
    document.setHtml(_MARK.sub(r'<span style="background-color: #fbe3c8; font-weight: bold">\1</span>', bare))
    content = QBuffer()
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(content)
    writer.setTitle(title or "Comparison")
    writer.setCreator("Counterpoint")
    writer.setResolution(_DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(), QPageLayout.Unit.Millimeter)  # the text has its own, of 2 cm
    document.print_(writer)
    del writer  # the end of the file is written
    return bytes(content.data().data())


def pdf_alone(dossier: Dossier) -> bytes:
    """The same where there is no window: for the command line."""
    application = QGuiApplication.instance() or QGuiApplication([])
    content = pdf_report(dossier)
    del application
    return content
