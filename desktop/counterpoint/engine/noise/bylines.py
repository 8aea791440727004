"""By-lines: who wrote a text, when and where it was published, and how to reach the writer. No claims of the story."""

import re
from collections.abc import Iterator, Sequence

from counterpoint.engine.noise.lines import Line
from counterpoint.engine.passages import Span

_NAME = r"[A-Z\u00c0-\u00de][\w.’'-]*"
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?)"
_DATE = (
    rf"(?:{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH},?\s\d{{4}}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})"
)
_CLOCK = r"(?:\d{1,2}[:.]\d\d(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s(?:[A-Z]{2,4}|local time))?|\d{1,2}\s?[AaPp]\.?[Mm]\.?)"
_STAMP = (
    r"(?:(?:(?:[Ff]irst|[Ll]ast|[Oo]riginally)\s)?"
    r"(?:[Pp]ublished|[Uu]pdated|[Pp]osted|[Mm]odified|[Aa]ired|[Cc]reated|[Ff]iled)|PUBLISHED|UPDATED|POSTED)"
)
_EMAIL = r"[\w.+-]+@[\w-]+\.[\w.-]*\w"
_PHONE = r"(?>\+?[\d(][\d().\s-]{6,}\d)"

_DATE_WORDS = re.compile(
    rf"{_DATE}|{_CLOCK}|{_DAY}\b|{_STAMP}\b|\b(?:on|at|by|of|and|ago|hours?|minutes?|min read|read|admin|staff)\b"
)
_FULL_DATE = re.compile(_DATE)
_STAMPED = re.compile(rf"[(\[]?(?:{_STAMP}|[Uu]pdate|UPDATE)\b")
_LONGEST = 160  # code points: a by-line with two authors, an outlet, a date and a time
_MOST_NAMES = 8  # words beside a date: authors and the outlet

_WHOLE = (
    # Such as "By Jane Doe and TOWN 7 STAFF" or "Written by Jane Doe for Town News"
    re.compile(
        r"(?:By|BY|by|(?:Written|Story|Words|Posted|Submitted|Edited|Compiled|Reported) by|Author|Editor):?\s+"
        rf"(?:(?>{_NAME}|\d+|and|AND|&|for|of|the|in|at|de|van|von|[|/•·-]|@\w+)[,:]?\s*)+"
    ),
    # Such as "-- Jane M. Doe" or "— Jane Doe, Kyiv"
    re.compile(
        rf"[-–—]{{1,2}}\s?{_NAME}(?:\s{_NAME}){{1,3}}(?:(?:,| and| in|, and)\s(?:{_NAME}\s?){{1,4}}){{0,3}}"
        r"(?:,? Twitter:? @\w+)?"
    ),
    # Such as "Jane Doe, Example.com", "Jane Doe, Staff Writer"
    re.compile(
        rf"{_NAME}(?:\s{_NAME}){{1,3}}(?:,|\s[|/•·-])\s(?:[\w-]+\.(?:com|org|net|ca|co\.uk|ie|eu|ua)|(?:[\w-]+\s){{0,4}}"
        r"(?:[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Ww]riter|[Cc]olumnist|[Pp]roducer|News|Times|Post|Press))"
    ),
    # Such as "Jane Doe | The Town Star", "From staff reports", "3 hours ago", "4 min read"
    re.compile(rf"{_NAME}(?:\s{_NAME}){{1,3}}\s\|\s(?:[Tt]he\s)?{_NAME}(?:\s{_NAME}){{0,3}}"),
    re.compile(r"(?:from )?(?:staff|wire|agency)(?:,? (?:and|&) (?:staff|wire|agency))? reports?", re.IGNORECASE),
    re.compile(
        rf"(?:{_STAMP}\s)?\d+\s?(?:hours?|hrs?|h|minutes?|mins?|m|days?|weeks?|months?)(?: ago| [Rr]ead)", re.IGNORECASE
    ),
    # Such as "(Reporting by Jane Doe; editing by John Doe)"
    re.compile(
        r"[(\[]?(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Tt]ranslation|[Cc]ompiled|[Tt]ranslated) by\s"
        rf"(?:(?>{_NAME}|and|in|at|for|of|the|with|additional|reporting|writing|editing|by|&)[,;:.]?\s*)+[)\]]?"
    ),
    # Such as "jdoe@example.com or 407-555-5774", "@janedoe", "Twitter: @janedoe"
    re.compile(
        rf"(?:(?:{_NAME}\s(?=at\b|on\b)|Twitter|Tel|Phone|Fax|Contact|[Ee]-?mail|[Ff]ollow|at|on|or|and|{_EMAIL}"
        rf"|@\w+|{_PHONE})[,:;.|/\s]*)*(?:{_EMAIL}|@\w+)(?:[,:;.|/\s]|or\b|and\b|{_PHONE})*"
    ),
    # Such as "Jane Doe can be reached at jdoe@example.com", "Contact reporter Jane Doe at ..."
    re.compile(
        r"(?:.{3,60}\b(?:can|may) be reached\s|(?:[Cc]ontact|[Rr]each) .{3,40}\s)(?:at|on|via|by)\b"
        rf".*{_EMAIL}.{{,40}}"
    ),
    # Such as "Source: Xinhua | 2019-02-11 04:20:00 | Editor: huaxia", "(With inputs from agencies)"
    re.compile(r"Source:.{1,60}\|.*Editor:.{1,40}"),
    re.compile(r"[(\[]?[Ww]ith (?:agency |wire )?(?:inputs?|reports?|reporting|files)\b[^.]{,60}\.?[)\]]?"),
    # A place alone, such as "DETROIT -"
    re.compile(r"[A-Z][A-Z .,'’-]{2,30}(?:, [A-Z][\w. ]{1,20})?\s?(?:\([^()]{2,30}\))?\s?[-–—]+"),
)
# Behind a headline or a caption: "Updated: 2019-02-11 04:20 (Agency)", "(Published Sunday, March 6, 2016)"
_TRAIL = re.compile(
    rf"(?<=\s)(?:[(\[]{_STAMP}\b[^()\[\]]{{0,60}}\d{{4}}[^()\[\]]{{0,40}}[)\]]"
    rf"|{_STAMP}(?: at| on)?:\s?{_DATE}.{{0,40}})$"
)
_STAMPS = ("dated", "lished", "osted", "ired", "ified", "DATED", "LISHED", "OSTED")
# How broadcasters begin and end: "I'm Jane Doe.", "Jane Doe reports."
_SIGN_OFF = re.compile(rf"{_NAME} {_NAME} reports\.|(?:For [\w ’']+, )?I[’']m {_NAME} {_NAME}(?:,? [\w ,]{{2,40}})?\.")

_AGENCIES = "(?:AP|AFP|CNN|Reuters|REUTERS|UPI|Xinhua|TASS|dpa|DPA|BBC|ANSA|IANS|ANI|PTI)"
_REGION = r"(?:,\s[A-Z][\w.]*(?:\s[A-Z][\w.]*)?)?"
_CAPITALS = rf"[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+){{0,3}}{_REGION}"
_PLACE = rf"[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){{0,3}}{_REGION}"
_OUTLET = r"\([A-Z][\w. /]{1,30}\)"
# Heads of paragraphs such as "LAS VEGAS (AP) — A man ...", "TOWN, Wash. – Police ...", "OSLO, Sept 4 (Reuters) - ...",
# "Town, NV (KTNV) - Six ...", "(CNN)Two ...". A place in small letters needs an outlet or a date beside it.
_DATELINE = re.compile(
    rf"(?!FILE\b)(?:\([\d-]{{3,8}}\)\s)?(?:\d{{1,2}}:\d\d\s[A-Z]{{2,4}}\s)?(?:"
    rf"{_CAPITALS}(?:,\s{_MONTH}\s\d{{1,2}})?(?:\s(?:\([^()]{{2,30}}\)|/[A-Z][\w ]{{1,20}}/))?"
    rf"|{_PLACE},?\s(?:{_DATE}|{_MONTH}\s\d{{1,2}})|{_PLACE}\s{_OUTLET}|{_OUTLET})\s?(?:—|–|--|-)(?=\s[A-Z“\"‘'\d])"
    rf"|(?:{_PLACE}\s)?\({_AGENCIES}\)(?=\s?[A-Z“\"‘])"
)
# How by-lines with a full stop begin.
_STARTS = ("By ", "BY ", "by ", "-", "–", "—", "(", "[", "With ", "Written", "Reporting", "Additional", "Editing")
_MAY_HEAD = re.compile(r"[(—–]|-\s")
_LONGEST_HEAD = 80  # code points


def find_bylines(lines: Sequence[Line]) -> Iterator[Span]:
    """Authors, dates of publication, date lines at the head of a paragraph, contacts."""
    for line in lines:
        words = line.words
        if _may_be_byline(line) and (_is_date(words) or any(rule.fullmatch(words) for rule in _WHOLE)):
            yield line.span
            continue
        head = _DATELINE.match(words) if _MAY_HEAD.search(words, 0, _LONGEST_HEAD) else None
        if head:
            yield line.at(*head.span())
        end = words[-_LONGEST:]
        trail = _TRAIL.search(words) if any(stamp in end for stamp in _STAMPS) else None
        if trail:
            yield line.at(*trail.span())
        yield from (sentence for sentence, part in line.parts if _SIGN_OFF.fullmatch(part))


def _may_be_byline(line: Line) -> bool:
    """Whether it is worth a closer look: by-lines are short, and most have no full stop."""
    words = line.words
    return len(words) <= _LONGEST and (
        line.is_open or "@" in words or words.endswith("m.") or words.startswith(_STARTS)
    )


def _is_date(words: str) -> bool:
    """Whether the words are a date of publication, with no more than names beside it."""
    if not (_FULL_DATE.search(words) or (_STAMPED.match(words) and _DATE_WORDS.search(words))):
        return False
    rest = re.findall(r"[\w.]+", _DATE_WORDS.sub(" ", words))
    named = all(word[0].isupper() or word[0].isdigit() or "." in word for word in rest)
    return named and len(rest) <= _MOST_NAMES
