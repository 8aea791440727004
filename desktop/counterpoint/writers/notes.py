"""Notes as they are read: Markdown to HTML in which nothing runs, loads or leads away by itself."""

from functools import cache
from html import escape
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

if TYPE_CHECKING:
    from markdown import Markdown

#: Schemes a link may have; any other, `javascript:` and `file:` among them, stays as words.
_SCHEMES = ("http://", "https://", "mailto:")


def note_html(body: str) -> str:
    """The note as HTML: tags in it are shown as they were typed, images are left as their words."""
    markdown = _markdown()
    markdown.reset()
    try:
        return markdown.convert(body)
    except RecursionError:  # brackets or quotation marks nested by the hundred
        return f"<p>{escape(body)}</p>"


@cache
def _markdown() -> "Markdown":
    # Here, not above: the window opens before anybody reads a note.
    from markdown import Markdown
    from markdown.extensions.nl2br import Nl2BrExtension
    from markdown.extensions.sane_lists import SaneListExtension
    from markdown.treeprocessors import Treeprocessor

    class HarmlessLinks(Treeprocessor):
        """Takes the target from every link that leads elsewhere than to the web or a mailbox."""

        def run(self, root: Element) -> None:
            for link in root.iter("a"):
                if not link.get("href", "").casefold().startswith(_SCHEMES):
                    link.attrib.pop("href", None)

    markdown = Markdown(extensions=[Nl2BrExtension(), SaneListExtension()], output_format="html")
    markdown.preprocessors.deregister("html_block")
    for pattern in ("html", "image_link", "image_reference", "short_image_ref"):
        markdown.inlinePatterns.deregister(pattern)
    markdown.treeprocessors.register(HarmlessLinks(markdown), "harmless_links", 5)
    return markdown
