"""What is shown of a document before it leaves."""

from counterpoint.writers.archives import archive
from counterpoint.writers.dossiers import Dossier
from counterpoint.writers.formats import FORMATS
from counterpoint.writers.previews import MOST, preview
from tests.writers.stories import PATHS, story


def test_every_format_shows_the_words_that_would_leave() -> None:
    dossier = Dossier(story(), PATHS)
    for form in FORMATS.values():
        assert "met in Paris on Thursday" in preview(form.write(dossier))


def test_a_page_and_an_archive_are_shown_as_words_and_all_else_as_it_is() -> None:
    assert preview("<!DOCTYPE html>\n<style>p {}</style><p>a &lt; <mark>b</mark></p><p>c</p>") == "a < b\nc"
    assert preview("# a <b>") == "# a <b>"
    assert preview(archive({"a.xml": "<x><y>b</y> c</x>", "d.txt": "e <f>"})) == "[a.xml]\nb c\n\n[d.txt]\ne <f>"
    assert preview(b"%PDF-") == ""


def test_of_a_long_document_the_beginning_is_shown() -> None:
    assert preview("a" * (MOST + 1)) == "a" * MOST + "\n…"
