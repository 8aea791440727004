"""What there is to read in the program: the manual, and who made what it is built from, under which licence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template

from counterpoint import __version__
from counterpoint.resources import notices, resource
from counterpoint.writers.formats import DRAFT, FORMATS, PACK

_FOR = {
    "markdown": "for everything: the comparison with your verdicts, tags and notes",
    "draft": "your own text with a footnote to every claim",
    "html": "one page for people without the program, to be read in any browser or printed",
    "docx": "the texts with comments on their passages",
    "pdf": "the page, printed",
    "pack": "a folder with all that a desk needs",
    "csv": "a row for every claim, for spreadsheets",
    "json": "all of it, for programs",
    "annotations": "W3C Web Annotations",
    "qdpx": "for NVivo, ATLAS.ti, MAXQDA and QualCoder",
}
_ABOUT = f"""\
# Counterpoint {__version__}

Note against note: several accounts of one story, where they agree, where they conflict, and why.

Counterpoint is free software under the MIT licence. It comes without any warranty: read both passages before you
rely on a finding. It speaks to no network.

What it is made of, and under which licences, stands in the other chapters. The fonts, the sentence model and the word
lists travel with it in `resources`; the five articles of the sample belong to their publishers.
"""
_OWN = (
    ("LGPL 3.0", "licences/LGPL-3.0.txt"),
    ("GPL 3.0", "licences/GPL-3.0.txt"),
    ("Sentence model: licence", "model/LICENSE"),
    ("Sentence model: notice", "model/NOTICE"),
    ("Word lists (WordNet)", "words/LICENSE"),
    ("Fonts", "fonts/LICENSE"),
)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A title and its words, which are Markdown unless they are plain."""

    title: str
    text: str
    is_plain: bool = False


def manual(keys: Mapping[str, Sequence[tuple[str, str]]]) -> tuple[Chapter, ...]:
    """Its chapters in order. `keys` are all keys of the program by menu, each with what it does.

    Raises:
        MissingResource: it did not travel with the program.
    """
    said = {"keys": _keys_told(keys), "formats": _formats_told()}
    texts = (path.read_text(encoding="utf-8") for path in sorted(resource("manual").glob("*.md")))
    return tuple(Chapter(_title(text), Template(text).substitute(said)) for text in texts)


def credits_() -> tuple[Chapter, ...]:
    """The program, and the licences of all that it is made of as far as they travel with it.

    Raises:
        MissingResource: a licence is not there.
    """
    made_of = notices() or resource("licences/README.md")  # an installation's packages bring their licences themselves
    text = made_of.read_text(encoding="utf-8")
    own = [Chapter(title, _read(resource(name)), is_plain=True) for title, name in _OWN]
    folder = made_of.parent / "licences"
    others = [
        Chapter(path.relative_to(folder).as_posix(), _read(path), is_plain=True)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]
    return (Chapter("About", _ABOUT), Chapter("What it is made of", text), *own, *others)


def _keys_told(keys: Mapping[str, Sequence[tuple[str, str]]]) -> str:
    """A table for every menu."""
    return "\n\n".join(
        "\n".join(
            (f"## {menu}", "", "| key | what it does |", "|---|---|", *(f"| `{key}` | {told} |" for key, told in rows))
        )
        for menu, rows in keys.items()
    )


def _formats_told() -> str:
    forms = {form.name: form.title for form in (*FORMATS.values(), DRAFT, PACK)} | {"pdf": "PDF"}
    rows = (f"| {title} | `{_option(name)}` | {_FOR[name]} |" for name, title in sorted(forms.items(), key=_place))
    return "\n".join(("| format | on the command line | what for |", "|---|---|---|", *rows))


def _option(name: str) -> str:
    return "--draft" if name == DRAFT.name else f"--format {name}"


def _place(form: tuple[str, str]) -> int:
    return list(_FOR).index(form[0])


def _title(text: str) -> str:
    return text.split("\n", 1)[0].removeprefix("# ")


def _read(path: Path) -> str:
    """A licence as it was packed, whatever its encoding."""
    return path.read_bytes().decode("utf-8", errors="replace")
