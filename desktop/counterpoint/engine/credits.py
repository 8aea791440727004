"""Credits: who made a picture or owns a text. No claims of the story."""

import re
from collections.abc import Iterator, Sequence

from counterpoint.engine.lines import Line, Vocabulary
from counterpoint.engine.passages import Span

_AGENCY = (
    r"(?:AP|AFP|REUTERS|Reuters|Getty(?: Images)?|EPA|PA|Xinhua|XINHUA|TASS|DPA|dpa|ANSA|Kyodo|UPI|Bloomberg|Alamy|Shutterstock"
    r"|iStock|Rex(?: Features)?|Splash(?: News)?|SIPA|ZUMA|Zuma(?: Press)?|(?:The )?Associated Press|Agence France-Presse"
    r"|Press Association|NurPhoto|Anadolu(?: Agency)?|Sputnik|RIA Novosti|Ukrinform|Unsplash|Pexels|Wikimedia(?: Commons)?"
    r"|Creative Commons|Flickr|Handout|Pool|POOL|WireImage|FilmMagic|Imago|Agencies|YouTube|Facebook|Instagram|Twitter)"
)
_NAME = r"[A-Z\u00c0-\u00de][\w.’'&-]*"
_NAMES = rf"{_NAME}(?:,? {_NAME}){{0,4}}"
# What a picture desk's or an outlet's name ends with; it tells where a credit ends that a caption follows at once.
_OUTLET = (
    r"(?:Productions|News|Images|Press|Times|Post|Herald|Tribune|Journal|Media|TV|Agency|Pictures|Photography|Photos|Daily"
    r"|Chronicle|Star|Sun|Globe|Gazette|Guardian|Telegraph|Independent)"
)
_APART = r"(?:^|(?<=[.!?…\"”’)\]|]\s))"  # at the beginning, after a finished sentence or a bar
_MEDIUM = (
    r"(?:[Pp]hoto(?:graph)?|[Pp]icture|[Ii]mage|[Cc]redit|[Ss]creen(?:shot|grab|cap)|[Ii]llustration|[Gg]raphic)s?"
)

_HINT = re.compile(
    rf"[(\[/©]|hoto|mage|redit|creen|ource|lide|allery|ideo|FILE|[Cc]opyright|COPYRIGHT|eserved|aption|Information from|{_AGENCY}"
)
_RULES = (
    # "... in Washington. (Photo by Jane Doe/Getty Images)", "[Photo/Agencies]", "(Courtesy of the family)"
    re.compile(
        rf"[(\[]\s*(?:[^()\[\]]*\s)?(?:{_MEDIUM}|[Cc]ourtesy|[Hh]andout|[Ff]ile|Source|Via)\b[^()\[\]]{{0,90}}[)\]]"
    ),
    # "(AFP/Getty Images)", "(John Doe, File/Associated Press)"
    re.compile(rf"[(\[][^()\[\]]{{0,60}}(?:/\s?{_AGENCY}|{_AGENCY}\s?/)[^()\[\]]{{0,40}}[)\]]"),
    # "... following the summit. /Jane Doe/Pool"
    re.compile(rf"(?<=\s)/{_NAMES}/{_NAMES}$"),
    # "Jane Doe/Town Productions A child is taken to hospital. Jane Doe/Getty Images"
    re.compile(rf"{_APART}{_NAMES}\s?/\s?(?:{_NAME} ){{0,4}}?(?:{_AGENCY}|{_OUTLET})\b(?: via {_AGENCY})?(?!\s[a-z])"),
    re.compile(rf"(?<=[.!?…\"”’)\]]\s){_NAMES}\s?/\s?{_NAMES}$"),
    # "... in 2007. Photograph: Getty Images", "Screenshot: “example.com”", "Photo by Jane Doe"
    re.compile(
        rf"{_APART}{_MEDIUM}(?: credit| source| courtesy(?: of)?| by| via)?\s?(?:[:/]\s?|(?<=by )|(?<=of )|(?<=via ))"
        rf"[“\"]?(?:{_NAME}|[\w-]+\.(?:com|org|net|co\.uk))(?:(?:[ ,/]+| for | of | the | via ){_NAME}){{0,5}}[”\"]?$"
    ),
    # "Screengrab from video", "Photo from open sources", "Illustrative image: a harbour", "Source: Town News"
    re.compile(rf"^(?:[Ii]llustrative )?{_MEDIUM} from (?:\w+ ?){{1,4}}$|^[Ii]llustrative {_MEDIUM}(?::.{{1,60}})?$"),
    re.compile(rf"^(?:SOURCES?|Sources?|Video by):?\s{_NAMES}(?:(?: and | AND |/|, ){_NAMES}){{0,3}}$"),
    # "... is towed away ©Jane Doe (AFP)", "© REUTERS/ Stringer The rocket takes off."
    re.compile(
        rf"©\s?(?:{_AGENCY}(?:\s?/\s?(?:Stringer|Pool|Handout|{_NAME} {_NAME}))?|{_NAMES})(?:\s?\({_AGENCY}\))?"
    ),
    # "... the summit. Reuters", "the launch site. AP Photo"
    re.compile(rf"(?<=[.!?…\"”’)\]]\s){_AGENCY}(?:[ /|,-]+(?:{_AGENCY}|{_NAME})){{0,4}}$"),
    # "FILE - In this photo of May 4 ..."
    re.compile(r"^FILE(?: PHOTO| PICTURE)?\s?[-–—:](?=\s)"),
    # Labels that pages print around pictures
    re.compile(
        r"^(?:Image|Picture) (?:copyright|source),? .{1,60}?(?:(?= Image caption)|$)|\b(?:Image|Media|Video) caption(?=\s)"
    ),
    re.compile(r"^Enlarge this image(?: toggle caption.*)?$|^toggle caption.*$"),
    re.compile(r"(?:^|\s)Hide [Cc]aption(?: \d+ of \d+)?$|^Buy Photo\b|\bBuy Photo$"),
)
# "Getty Images A supermoon appears bigger", a caption without a full stop behind its agency's name
_BEFORE_CAPTION = re.compile(rf"^{_AGENCY}(?::[A-Z][\w ]+?| - \w+| or licensors)?(?= (?:[A-Z][\w’']*|\d+) \w)")
_ASSOCIATED = re.compile(r"^AP:Associated Press(?= )")
_ONLY_AGENCIES = re.compile(
    rf"(?:(?:{_AGENCY}|[KW][A-Z]{{2,3}}(?:-TV)?|or|licensors|Contributor|via|[-–/|,&])(?:\s+|$))+"
)
# "... said Dr Doe. (Town University)", after a finished sentence or a caption
_NAMES_IN_BRACKETS = re.compile(r"\(([^()]{2,60})\)$")
_MOST_SMALL = (
    4  # words in lower case: "courtesy of the family" has four, "this site has photos of the cast" is a sentence
)
_SMALL = frozenset(["of", "the", "and", "for", "via", "de", "la", "van", "von", "al", "&", "by"])

_COPYRIGHT = re.compile(
    r"[(\[]?\s*(?:©\s?(?:copyright\s?)?\d{4}|(?:©\s?)?copyright\b\s?(?:©|\(c\)|\d{4}|by\b|(?-i:[A-Z]))|\(c\)\s?\d{4}"
    r"|all rights? reserved|this (?:material|article|content) may not be (?:published|reproduced|copied))",
    re.IGNORECASE,
)
_IMPRINT = re.compile(
    r"^distributed by\b|\bcontributed reporting\b|(?:click here|visit our .*|see our .*)\b(?:reprint|terms of (?:use|service)|permissions?)|\breproduc\w+ .*\bprohibited"
    r"|\bcontributed to this (?:report|story|article|post)\b|^information from: .*(?:https?:|www\.)"
    r"|^privacy policy\b|^terms of (?:use|service)\b",
    re.IGNORECASE,
)
_UNFAMILIAR = 0.35


def find_credits(lines: Sequence[Line]) -> Iterator[Span]:
    """Picture credits, agency marks and copyright notices."""
    for number, line in enumerate(lines):
        if _HINT.search(line.words):
            yield from _in_line(line, is_first=number == 0)
    yield from _imprints(lines)


def _in_line(line: Line, *, is_first: bool) -> Iterator[Span]:
    words = line.words
    if _ONLY_AGENCIES.fullmatch(words):
        yield line.span
        return
    for rule in _RULES:
        for found in rule.finditer(words):
            if found[0][0] not in "([" or _is_apart(words, found):
                yield line.at(*found.span())
    if line.is_open and not is_first:
        found = _ASSOCIATED.match(words) or _BEFORE_CAPTION.match(words)
        if found:
            yield line.at(*found.span())
    found = _NAMES_IN_BRACKETS.search(words)
    if found and not is_first and _is_credit(words[: found.start()].rstrip(), found[1]):
        yield line.at(*found.span())


def _is_apart(words: str, found: re.Match[str]) -> bool:
    """Whether brackets stand outside sentences, and hold none: "in Kyiv (the photo of which ...) on Friday"."""
    if len(re.findall(r"(?<!\S)[a-z]+(?!\S)", found[0])) > _MOST_SMALL:
        return False
    before, after = words[: found.start()].rstrip(), words[found.end() :].strip()
    return not before or before[-1] in '.!?…"”' or not after or after.startswith("Buy")


def _is_credit(before: str, content: str) -> bool:
    """Whether a name in brackets behind these words is whose picture it is, not a short form of what stands there."""
    tokens = content.replace("/", " ").replace(",", " ").rstrip(".…").split()
    named = all(token[0].isupper() or token in _SMALL for token in tokens) and any(
        token[0].isupper() for token in tokens
    )
    finished = before.endswith((".", "!", "?", "…", "”", '"'))
    return bool(before) and named and (finished or len(tokens) > 1)


def _imprints(lines: Sequence[Line]) -> Iterator[Span]:
    """Copyright notices, and at the end of a text what follows one without telling of the story."""
    vocabulary = Vocabulary(lines) if any(_COPYRIGHT.match(line.words) for line in lines) else None
    follows = False
    for number, line in enumerate(lines):
        for sentence, words in line.parts:
            notice = _COPYRIGHT.match(words) or _IMPRINT.search(words)
            unfamiliar = follows and vocabulary and vocabulary.known_share(words)[0] <= _UNFAMILIAR
            if notice or unfamiliar:
                yield sentence
            follows = bool(notice or unfamiliar) and number * 2 > len(lines)
