"""Sections: names of sections, galleries and outlets that a page prints between its paragraphs."""

import re
from collections.abc import Iterator, Sequence

from counterpoint.engine.noise.lines import Line
from counterpoint.engine.passages import Span

_LONGEST, _LONGEST_TITLE = 60, 300  # code points
_WHOLE = (
    re.compile(
        r"(?:(?:world|local|national|international|breaking|latest|top|more|europe|european|us|uk|live)\s)?"
        r"(?:news|politics|opinion|sports?|business|economy|world|europe|asia|africa|americas?|analysis|exclusive|culture"
        r"|tech(?:nology)?|science|health|lifestyle|entertainment|weather|crime|security|defen[cs]e|society|video|photos?"
        r"|pictures|gallery|live|breaking|explainers?|features?|editorial|headlines|stories|updates?)",
        re.IGNORECASE,
    ),
    # A name and a sign, such as "Security -", "News |", "Quick Facts:", "ALSO:"
    re.compile(r"(?:[\w’'&]+\s){0,3}[\w’'&]+\s?(?:[-–—|:•»]|>+)"),
    # Who speaks in a transcript, such as "JANE DOE, HOST:"
    re.compile(r"[A-Z][A-Z.'’-]+(?:\s[A-Z][A-Z.'’-]+){0,3}(?:,\s[A-Z ]+)?:"),
    # What is heard in a transcript, such as "(SOUNDBITE OF MUSIC)"
    re.compile(r"\([A-Z][A-Z ,.'’-]+\)"),
    # The way to the page, such as "Home > News > World"
    re.compile(r"[\w’'&]+(?: [\w’'&]+)?(?:(?:\s?[>»|›]\s?|\s/\s)[\w’'&]+(?: [\w’'&]+){0,2}){1,5}"),
    # No words at all: coordinates, rules, stars
    re.compile(r"[\W\d_]+"),
)
_OUTLET = (
    r"(?:\b[KW][A-Z]{2,3}\b|\b[A-Z]{2,5}\d+|\b\d+(?:News|NEWS)|\b(?:News|TV|Radio|BBC|CNN|NBC|CBS|ABC|FOX|Fox|Times"
    r"|Herald|Tribune|Gazette|Reuters|Guardian|Telegraph|Patch)\b|\.com\b)"
)
# A page's title ends with its outlet, as in "Captain denies charges - 7News Town WXYZ-TV"
_SITE = re.compile(rf"(?:\s[-–—|](?=[^-–—|]*{_OUTLET})(?:\s(?>[\w.’'&-]*[A-Z][\w.’'&-]*|\d+)){{1,5}})+$")
_GALLERY = re.compile(r"(?:Photos?|Pictures|Gallery|Video|Slideshow|In pictures):\s")


def find_sections(lines: Sequence[Line]) -> Iterator[Span]:
    """Section names, outlet names behind a headline, a gallery's title before each of its captions."""
    headline = lines[0].words if lines else ""
    for number, line in enumerate(lines):
        words = line.words
        if len(words) <= _LONGEST and any(rule.fullmatch(words) for rule in _WHOLE):
            yield line.span
        elif number == 0:
            site = _SITE.search(words) if len(words) <= _LONGEST_TITLE else None
            if site:
                yield line.at(site.start() + 1, site.end())
        else:
            gallery = _GALLERY.match(words)
            if gallery and words.startswith(headline, gallery.end()):
                yield line.at(0, gallery.end() + len(headline))
