"""Credits: who made a picture or owns a text. No claims of the story."""

import re
from collections.abc import Iterator, Sequence

from counterpoint.engine.noise.lines import Line, Vocabulary
from counterpoint.engine.passages import Span

_AGENCY = (
    r"(?:AP|AFP|REUTERS|Reuters|Getty(?: Images)?|EPA|PA|Xinhua|XINHUA|TASS|DPA|dpa|ANSA|Kyodo|UPI|Bloomberg|Alamy"
    r"|ALAMY|GETTY|REX|SWNS|Shutterstock|iStock|Rex(?: Features)?|Splash(?: News)?|SIPA|ZUMA|Zuma(?: Press)?"
    r"|(?:The )?Associated Press|Agence France-Presse|Press Association|NurPhoto|Anadolu(?: Agency)?|Sputnik"
    r"|RIA Novosti|Ukrinform|Unsplash"
    r"|Pexels|Wikimedia(?: Commons)?|Creative Commons|Flickr|Handout|Pool|POOL|WireImage|FilmMagic|Imago|Agencies"
    r"|YouTube|Facebook|Instagram|Twitter)"
)
_NAME = r"[A-Z\u00c0-\u00de][\w.’'&-]*"
_NAMES = rf"{_NAME}(?:,? {_NAME}){{0,4}}"
# What a picture desk's or an outlet's name ends with; it tells where a credit ends that a caption follows at once.
_OUTLET = (
    r"(?:Productions|News|Images|Press|Times|Post|Herald|Tribune|Journal|Media|TV|Agency|Pictures|Photography|Photos"
    r"|Daily|Chronicle|Star|Sun|Globe|Gazette|Guardian|Telegraph|Independent)"
)
_APART = r"(?:^|(?<=[.!?…\"”’)\]|]\s))"  # at the beginning, after a finished sentence or a bar
_MEDIUM = (
    r"(?:[Pp]hoto(?:graph)?|[Pp]icture|[Ii]mage|[Cc]redit|[Ss]creen(?:shot|grab|cap)|[Ii]llustration|[Gg]raphic)s?"
)
_DOMAIN = r"[\w-]+\.(?:com|org|net|co\.uk)"

# In brackets, such as "(Photo by Jane Doe/Getty Images)", "[Photo/Agencies]", "(Courtesy of the family)"
_LABELLED = re.compile(
    rf"[(\[]\s*(?:[^()\[\]]*\s)?(?:{_MEDIUM}|[Cc]ourtesy|[Hh]andout|[Ff]ile|Source|Via)\b[^()\[\]]{{0,90}}[)\]]"
)
# In brackets at the end, such as "[Reuters]", "(AFP via Getty Images)"
_AGENCIES = re.compile(rf"[(\[]{_AGENCY}(?:(?:[ ,/]+| via ){_AGENCY})*[)\]]$")
# Behind a label, such as "Photograph: Getty Images", "Screenshot: “example.com”", "Photo by Jane Doe"
_BEHIND_LABEL = re.compile(
    rf"{_APART}{_MEDIUM}(?: [Cc]redit| [Ss]ource| courtesy(?: of)?| by| via)?\s?"
    r"(?:[:/]\s?|(?<=by )|(?<=of )|(?<=via )|(?<=courtesy ))"
    rf"[“\"]?(?:{_NAME}|{_DOMAIN})(?:(?:[ ,/]+| for | of | the | via ){_NAME}){{0,5}}[”\"]?$"
)
_COURTESY = re.compile(rf"{_APART}Courtesy(?: of| photo| image)?:?\s(?:the )?{_NAMES}$")
# Where it comes from, such as "Screengrab from video", "Illustrative image: a harbour"
_ORIGIN = re.compile(
    rf"^(?:[Ii]llustrative )?{_MEDIUM} from (?:\w+ ?){{1,4}}$|^[Ii]llustrative {_MEDIUM}(?::.{{1,60}})?$"
)
_SOURCE = re.compile(rf"^(?:SOURCES?|Sources?|Video by):?\s{_NAMES}(?:(?: and | AND |/|, ){_NAMES}){{0,3}}$")
_CAPTION = re.compile(
    r"\b(?:Image|Media|Video) caption(?=\s)|^Enlarge this image(?: toggle caption.*)?$|^toggle caption.*$"
    r"|(?<=\s)Hide [Cc]aption(?: \d+ of \d+)?$|^Hide [Cc]aption\b.*$"
)
_COPIED = re.compile(r"^(?:Image|Picture) (?:copyright|source),? .{1,60}?(?:(?= Image caption)|$)")

# The rules for lines that have a sign: most lines have none.
_RULES = {
    "(": (_LABELLED, _AGENCIES),
    "[": (_LABELLED, _AGENCIES),
    "/": (
        # In brackets without a label, such as "(AFP/Getty Images)", "(John Doe, File/Associated Press)"
        re.compile(rf"[(\[][^()\[\]]{{0,60}}(?:/\s?{_AGENCY}|{_AGENCY}\s?/)[^()\[\]]{{0,40}}[)\]]"),
        # Behind a bar, such as "... following the summit. /Jane Doe/Pool"
        re.compile(rf"(?<=\s)/{_NAMES}/{_NAMES}$"),
        # Name and agency, such as "Jane Doe/Town Productions A child is taken to hospital. Jane Doe/Getty Images"
        re.compile(
            rf"{_APART}{_NAMES}\s?/\s?(?:{_NAME} ){{0,4}}?(?:{_AGENCY}|{_OUTLET})\b(?: via {_AGENCY})?(?!\s[a-z])"
        ),
        re.compile(rf"(?<=[.!?…\"”’)\]]\s){_NAMES}\s?/\s?{_NAMES}$"),
        re.compile(rf"^{_AGENCY}(?: Photo| Images| File)?\s?/\s?{_NAMES}$"),
    ),
    # Behind the sign, such as "... is towed away ©Jane Doe (AFP)", "© REUTERS/ Stringer The rocket takes off."
    "©": (
        re.compile(
            rf"©\s?(?:{_AGENCY}(?: Photo)?(?: \d{{4}})?(?:\s?/\s?(?:Stringer|Pool|Handout|{_NAME} {_NAME}))?|{_NAMES})"
            rf"(?:\s?\({_AGENCY}\))?"
        ),
    ),
    "hoto": (_BEHIND_LABEL, _ORIGIN, re.compile(r"^Buy Photo\b|\bBuy Photo$")),
    "mage": (_BEHIND_LABEL, _ORIGIN, _COPIED),
    "icture": (_BEHIND_LABEL, _ORIGIN, _COPIED),
    "redit": (_BEHIND_LABEL,),
    "ourtesy": (_COURTESY,),
    "creen": (_BEHIND_LABEL, _ORIGIN),
    "llustration": (_BEHIND_LABEL, _ORIGIN),
    "ource": (_SOURCE,),
    "OURCE": (_SOURCE,),
    "Video by": (_SOURCE,),
    "aption": (_CAPTION,),
    "Enlarge": (_CAPTION,),
    # How agencies begin the caption of an old picture
    "FILE": (re.compile(r"^FILE(?: PHOTO| PICTURE)?\s?[-–—:](?=\s)"),),
}
# An agency behind a finished sentence, such as "... left the summit. Reuters", "... the launch site. AP Photo"
_BEHIND = re.compile(rf"(?<=[.!?…\"”’)\]]\s){_AGENCY}(?:[ /|,-]+(?:{_AGENCY}|{_NAME})){{0,4}}$")
# A caption without a full stop behind its agency's name, such as "Getty Images A ferry lies in the harbour"
_BEFORE_CAPTION = re.compile(
    rf"^(?:AP:Associated Press(?= )|{_AGENCY}(?::[A-Z][\w ]+?| - \w+| or licensors)?(?= (?:[A-Z][\w’']*|\d+) \w))"
)
_ONLY_AGENCIES = re.compile(
    rf"(?:(?:{_AGENCY}|[KW][A-Z]{{2,3}}(?:-TV)?|or|licensors|Contributor|via|[-–/|,&])(?:\s+|$))+"
)
# A name in brackets behind a finished sentence or a caption, such as "... said Dr Doe. (Town University)"
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]$")
_SMALL = frozenset("of the and for via de la van von al & by".split())
_MOST_SMALL = 4  # words in small letters between brackets: "this site has photos of the cast" is a sentence

_COPYRIGHT = re.compile(
    r"[(\[]?\s*(?:tm and )?(?:©\s?(?:copyright\s?)?\d{4}|\(c\)\s?\d{4}"
    r"|(?:©\s?)?copyright\b\s?(?:©|\(c\)|\d{4}|by\b|(?-i:[A-Z]))|all rights? reserved"
    r"|this (?:material|article|content) may not be (?:published|reproduced|copied))",
    re.IGNORECASE,
)
_IMPRINT = re.compile(
    r"^distributed by\b|\bcontributed reporting\b|\bcontributed to this (?:report|story|article|post)\b"
    r"|(?:click here|visit our .*|see our .*)\b(?:reprint|terms of (?:use|service)|permissions?)"
    r"|\breproduc\w+ .*\bprohibited|^information from: .*(?:https?:|www\.)"
    r"|^privacy policy\b|^terms of (?:use|service)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"[Cc]opyright (?:© |\(c\) )?\d{4}|© ?(?:Copyright )?\d{4}")
# No such notice is without one of these.
_SIGNS = (
    *("opyright", "OPYRIGHT", "©", "(c)", "(C)", "eserved", "ESERVED", "may not be", "MAY NOT", "ontribut", "istribut"),
    *("lick here", "our ", "rohibited", "nformation from", "olicy", "erms of"),
)
# Share of words that the story has too: below it what follows a copyright notice belongs to it.
_UNFAMILIAR = 0.35


def find_credits(lines: Sequence[Line]) -> Iterator[Span]:
    """Picture credits, agency marks and copyright notices."""
    for number, line in enumerate(lines):
        if _ONLY_AGENCIES.fullmatch(line.words):
            yield line.span
            continue
        yield from (line.at(*found.span()) for found in _marked(line.words))
        if number > 0:
            yield from (line.at(*found.span()) for found in _at_edges(line))
    yield from _imprints(lines)


def _marked(words: str) -> Iterator[re.Match[str]]:
    for sign, rules in _RULES.items():
        if sign in words:
            for rule in rules:
                yield from (
                    found for found in rule.finditer(words) if found[0][0] not in "([" or _is_apart(words, found)
                )


def _at_edges(line: Line) -> Iterator[re.Match[str]]:
    """Agencies and names without a sign, at the beginning or the end of a line that is no headline."""
    words = line.words
    if line.is_open:
        yield from (found for found in (_BEFORE_CAPTION.match(words), _BEHIND.search(words)) if found)
    if words.endswith((")", "]")):
        found = _IN_BRACKETS.search(words)
        if found and _is_credit(words[: found.start()].rstrip(), found[1]):
            yield found


def _is_apart(words: str, found: re.Match[str]) -> bool:
    """Whether brackets stand outside sentences, and hold none: "in Kyiv (the photo of which ...) on Friday"."""
    if len(re.findall(r"(?<!\S)[a-z]+(?!\S)", found[0])) > _MOST_SMALL:
        return False
    before, after = words[: found.start()].rstrip(), words[found.end() :].strip()
    return not before or before[-1] in '.!?…"”' or not after or after.startswith("Buy")


def _is_credit(before: str, content: str) -> bool:
    """Whether a name in brackets behind these words is whose picture it is, not a short form of what stands there."""
    tokens = content.replace("/", " ").replace(",", " ").rstrip(".…").split()
    capitals = [token for token in tokens if token[0].isupper()]
    named = bool(capitals) and all(token in capitals or token in _SMALL for token in tokens)
    is_finished = before.endswith((".", "!", "?", "…", "”", '"'))
    return bool(before) and named and (is_finished or len(tokens) > 1)


def _imprints(lines: Sequence[Line]) -> Iterator[Span]:
    """Copyright notices, and at the end of a text what follows one without telling of the story."""
    vocabulary = Vocabulary(lines) if any(_COPYRIGHT.match(line.words) for line in lines) else None
    follows = False
    for number, line in enumerate(lines):
        for sentence, words in line.parts:
            is_notice = any(sign in words for sign in _SIGNS) and bool(
                _COPYRIGHT.match(words) or _YEAR.search(words) or _IMPRINT.search(words)
            )
            is_foreign = follows and vocabulary is not None and vocabulary.known_share(words)[0] <= _UNFAMILIAR
            if is_notice or is_foreign:
                yield sentence
            follows = (is_notice or is_foreign) and number * 2 > len(lines)
