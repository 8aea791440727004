"""By-lines: who wrote a text, when and where it was published, and how to reach the writer. No claims of the story."""

import re
from collections.abc import Iterator, Sequence

from counterpoint.engine.lines import Line
from counterpoint.engine.passages import Span

_NAME = r"[A-Z\u00c0-\u00de][\w.’'-]*"
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?)"
_DATE = (
    rf"(?:{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH},?\s\d{{4}}|\d{{4}}-\d\d-\d\d"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})"
)
_CLOCK = r"(?:\d{1,2}[:.]\d\d(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s(?:[A-Z]{2,4}|local time))?|\d{1,2}\s?[AaPp]\.?[Mm]\.?)"
_STAMP = r"(?:(?:[Ff]irst|[Ll]ast|[Oo]riginally)\s)?(?:[Pp]ublished|[Uu]pdated|[Pp]osted|[Mm]odified|[Aa]ired|[Cc]reated|[Ff]iled)"
_EMAIL = r"[\w.+-]+@[\w-]+\.[\w.-]*\w"

_DATES = re.compile(
    rf"{_DATE}|{_CLOCK}|{_DAY}\b|{_STAMP}\b|\b(?:PUBLISHED|UPDATED|POSTED|on|at|by|of|and|ago|hours?|minutes?|min read|read)\b"
)
_FULL_DATE = re.compile(_DATE)
_STAMPED = re.compile(rf"[(\[]?(?:{_STAMP}|PUBLISHED|UPDATED|POSTED)\b")
_LONGEST = 160  # a by-line with two authors, an outlet, a date and a time
_MOST_NAMES = 8

_WHOLE = (
    # "By Jane Doe and TOWN 7 STAFF", "Written by Jane Doe for Town News"
    re.compile(
        r"(?:By|BY|by|Written by|Story by|Words by|Posted by|Edited by|Compiled by|Reported by|Author:)\s+"
        rf"(?:(?:{_NAME}|\d+|and|AND|&|for|of|the|in|at|de|van|von|[|/•·-]|@\w+)[,:]?\s*)+"
    ),
    # "-- Jane M. Doe", "— Jane Doe, Kyiv"
    re.compile(rf"[-–—]{{1,2}}\s?{_NAME}(?:\s{_NAME}){{1,3}}(?:,\s(?:{_NAME}\s?){{1,4}})?"),
    # "Jane Doe, Example.com", "Jane Doe, Staff Writer", "Jane Doe | Town Times"
    re.compile(
        rf"{_NAME}(?:\s{_NAME}){{1,3}}(?:,|\s[|/•·-])\s(?:[\w-]+\.(?:com|org|net|ca|co\.uk|ie|eu|ua)"
        rf"|(?:[\w-]+\s){{0,4}}(?:[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Ww]riter|[Cc]olumnist|[Pp]roducer|News|Times|Post|Press))"
    ),
    # "Jane Doe | The Town Star", "From staff reports"
    re.compile(rf"{_NAME}(?:\s{_NAME}){{1,3}}\s\|\s(?:[Tt]he\s)?{_NAME}(?:\s{_NAME}){{0,3}}"),
    re.compile(
        r"(?:from )?(?:staff|wire|news service|agency)(?:,? (?:and|&) (?:staff|wire|agency|news service)s?)? reports?",
        re.IGNORECASE,
    ),
    # "3 hours ago", "4 min read"
    re.compile(
        r"(?:updated |published |posted )?\d+\s?(?:hours?|hrs?|h|minutes?|mins?|m|days?|weeks?|months?)(?: ago| read)",
        re.IGNORECASE,
    ),
    # "(Reporting by Jane Doe; editing by John Doe)"
    re.compile(
        r"[(\[]?(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Tt]ranslation|[Cc]ompiled|[Tt]ranslated) by\s"
        rf"(?:(?:{_NAME}|and|in|at|for|of|the|with|additional|reporting|writing|editing|by|&)[,;:.]?\s*)+[)\]]?"
    ),
    # "jdoe@example.com or 407-555-5774", "@janedoe", "Email: jdoe@example.com"
    re.compile(
        rf"(?:(?:{_EMAIL}|@\w+|\+?[\d(][\d().\s-]{{6,}}\d|or|and|at|on|Twitter|Tel|Phone|Fax|Contact|[Ee]-?mail|[Ff]ollow|her|him"
        rf"|{_NAME}(?=\s(?:at|on|is|can)\b))(?:[,:;.|/]|\s|$)*)*(?:{_EMAIL}|@\w+)(?:[,:;.|/]|\s|or|and|\+?[\d(][\d().\s-]{{6,}}\d)*"
    ),
    # "Jane Doe can be reached at jdoe@example.com", "Contact the reporter at ..."
    re.compile(
        rf".{{3,60}}\b(?:can be reached|may be reached|is a .{{3,60}}|[Cc]ontact .{{3,40}})\s(?:at|on|via|by)\b.*{_EMAIL}\.?"
    ),
    # "DETROIT -" alone
    re.compile(r"[A-Z][A-Z .,'’-]{2,30}(?:, [A-Z][\w. ]{1,20})?\s?(?:\([^()]{2,30}\))?\s?[-–—]+"),
)
# "Death toll rises Updated: 2016-07-15 06:50 (Agency)", "... police said. (Published Sunday, March 6, 2016)"
_TRAILING = re.compile(
    rf"\s(?:[(\[](?:{_STAMP})\b[^()\[\]]{{0,60}}\d{{4}}[^()\[\]]{{0,40}}[)\]]|(?:{_STAMP})(?: at| on)?:\s?{_DATE}.{{0,40}})$"
)
# "Jane Doe reports.", how television signs off
_SIGN_OFF = re.compile(rf"{_NAME} {_NAME} reports\.|(?:For [\w ’']+, )?I[’']m {_NAME} {_NAME}(?:,? [\w ,]{{2,40}})?\.")
_AGENCIES = r"(?:AP|AFP|CNN|Reuters|REUTERS|UPI|Xinhua|TASS|dpa|DPA|BBC|ANSA|IANS|ANI|PTI)"
_PLACE = r"[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+){0,3}(?:,\s[A-Z][\w.]*(?:\s[A-Z][\w.]*)?)?"
_SMALL_PLACE = r"[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,3}(?:,\s[A-Z][\w.]*(?:\s[A-Z][\w.]*)?)?"
# "LAS VEGAS (AP) — A man ...", "TOWN, Wash. – Investigators ...", "OSLO, Sept 4 (Reuters) - Two ...", "(CNN)Two ..."
_DATELINE = re.compile(
    rf"(?:\([\d-]{{3,8}}\)\s)?(?:\d{{1,2}}:\d\d\s[A-Z]{{2,4}}\s)?"
    rf"(?:{_PLACE}(?:,\s{_MONTH}\s\d{{1,2}})?(?:\s(?:\([^()]{{2,30}}\)|/[A-Z][\w ]{{1,20}}/))?|{_SMALL_PLACE},?\s(?:{_DATE}|{_MONTH}\s\d{{1,2}})"
    rf"|{_SMALL_PLACE}\s\([A-Z][\w. /]{{1,30}}\)|\([A-Z][\w. /]{{1,30}}\))\s?(?:—|–|--|-)(?=\s[A-Z“\"‘'\d])"
    rf"|(?:{_SMALL_PLACE}\s)?\({_AGENCIES}\)\s?(?=[A-Z“\"‘])"
)


def find_bylines(lines: Sequence[Line]) -> Iterator[Span]:
    """Authors, dates of publication, date lines at the head of a paragraph, contacts."""
    for line in lines:
        words = line.words
        if len(words) <= _LONGEST and _is_byline(words):
            yield line.span
            continue
        head = _DATELINE.match(words)
        if head:
            yield line.at(*head.span())
        trail = _TRAILING.search(words)
        if trail:
            yield line.at(trail.start() + 1, trail.end())
        yield from (sentence for sentence, part in line.parts if _SIGN_OFF.fullmatch(part))


def _is_byline(words: str) -> bool:
    return any(rule.fullmatch(words) for rule in _WHOLE) or _is_date(words)


def _is_date(words: str) -> bool:
    """Whether the words are a date of publication, with no more than names beside it."""
    if not (_FULL_DATE.search(words) or (_STAMPED.match(words) and _DATES.search(words))):
        return False
    rest = re.findall(r"[\w.]+", _DATES.sub(" ", words))
    named = all(word[0].isupper() or word[0].isdigit() or "." in word for word in rest)
    return named and len(rest) <= _MOST_NAMES
