"""Labels: names of sections, galleries and outlets that a page prints between its paragraphs."""

import re
from collections.abc import Iterator, Sequence

from counterpoint.engine.lines import Line
from counterpoint.engine.passages import Span

_LONGEST = 60
_SECTIONS = (
    r"(?:(?:world|local|national|international|breaking|latest|top|more|europe|european|us|uk|live)\s)?"
    r"(?:news|politics|opinion|sports?|business|economy|world|europe|asia|africa|americas?|analysis|exclusive|culture|tech(?:nology)?"
    r"|science|health|lifestyle|entertainment|weather|crime|security|defen[cs]e|society|video|photos?|pictures|gallery|live|breaking"
    r"|explainers?|features?|editorial|headlines|stories|updates?)"
)
_WHOLE = (
    # "Security -", "News |", "Quick Facts:", "ALSO:"
    re.compile(r"(?:[\w’'&]+\s){0,3}[\w’'&]+\s?[-–—|:•»]"),
    re.compile(_SECTIONS, re.IGNORECASE),
    # "JANE DOE, HOST:"
    re.compile(r"[A-Z][A-Z.'’-]+(?:\s[A-Z][A-Z.'’-]+){0,3}(?:,\s[A-Z ]+)?:"),
    # "Home > News > World", "News | World"
    re.compile(r"[\w’'&]+(?: [\w’'&]+)?(?:\s?[>»|/›]\s?[\w’'&]+(?: [\w’'&]+){0,2}){1,5}"),
    # "33.919235 -118.333397", "* * *", "___"
    re.compile(r"[\W\d_]+"),
)
# "Teen pleads not guilty - 7News Town WXYZ-TV", "Suspect held - FOX5 Town - KXYZ": a page's title ends with its outlet
_SITE = re.compile(
    r"(?:\s[-–—|]\s(?=[^-–—|]*(?:\b[KW][A-Z]{2,3}\b|\b[A-Z]{2,5}\d+|\b\d+(?:News|NEWS)|\b(?:News|TV|Radio|BBC|CNN|NBC|CBS|ABC|FOX|Fox"
    r"|Times|Herald|Tribune|Gazette|Reuters|Guardian|Telegraph|Patch)\b|\.com\b))"
    r"(?:[\w.’'&-]*[A-Z][\w.’'&-]*\s?|\d+\s?){1,5})+$"
)
_GALLERY = re.compile(r"(?:Photos?|Pictures|Gallery|Video|Slideshow|In pictures):\s")


def find_labels(lines: Sequence[Line]) -> Iterator[Span]:
    """Section names, outlet names behind a headline, a gallery's title before each of its captions."""
    headline = lines[0].words if lines else ""
    for number, line in enumerate(lines):
        words = line.words
        if len(words) <= _LONGEST and any(rule.fullmatch(words) for rule in _WHOLE):
            yield line.span
            continue
        if number == 0:
            site = _SITE.search(words)
            if site:
                yield line.at(site.start() + 1, site.end())
            continue
        gallery = _GALLERY.match(words)
        if gallery and words.startswith(headline, gallery.end()) and len(words) > gallery.end() + len(headline):
            yield line.at(0, gallery.end() + len(headline))
