"""What is said denied, and what is denied said."""

import re
from collections.abc import Iterator
from itertools import chain
from random import Random

from counterpoint.engine.passages import Span
from tests.bench.planting.changes import Change, Edit, Setting, clause_before
from tests.bench.planting.conjugations import PARTICIPLES, SURE_PASTS, past_of

_FORM = rf"(?:[a-z]{{2,}}ed|[a-z]{{2,}}ing|{'|'.join(sorted(PARTICIPLES))})"
_ADJECTIVE = (
    "(?:able|alive|available|aware|dead|due|expected|injured|involved|likely|open|present|ready|safe|visible"
    "|responsible|dangerous|legal|true|in critical|in stable|in custody|on duty|under arrest)"
)
_STATED = re.compile(
    rf"\b(?P<aux>was|were|is|are|has been|have been|had been|will be|would be) (?P<next>{_FORM}|{_ADJECTIVE})\b"
)
_MODAL = re.compile(
    r"\b(?P<aux>will|would|could|can) (?P<next>(?!be\b|have\b|only\b)[a-z]{3,})\b"
    rf"|\b(?P<has>has|have|had) (?P<done>{_FORM})\b"
)
_PAST = re.compile(
    rf"(?<=[a-z\d] )(?P<verb>{'|'.join(sorted(SURE_PASTS))})\b"
    r"|(?:(?<=\b[Hh]e )|(?<=\b[Ss]he )|(?<=\b[Tt]hey )|(?<=\bolice ))(?P<regular>[a-z]{3,}ed)\b"
)
_DENIED = re.compile(
    r"\b(?P<aux>was|were|is|are|has|have|had|will|would|could|can|should)(?: not|n[’']t) "
    r"(?P<next>(?!(?:the )?only\b|(?:just|yet|even|necessarily|always|until|all|every|far|long)\b)\w+)\b"
)
_DID_NOT = re.compile(r"\b(?:did not|didn[’']t) (?P<base>[a-z]{2,})\b(?! (?:only|just|yet|even|until|any|have to)\b)")
_WONT = {"wo": "will", "ca": "can"}
_WONT_FORM = re.compile(r"\b(?:(?P<aux>wo|ca)n[’']t|cannot) (?P<next>(?!only\b|just\b|even\b)\w+)\b")
#: Before the verb, in its clause: words that make it no statement of its own, or that "not" would deny in part.
_DEPENDENT = re.compile(
    r"\b(?:when|while|as|after|before|because|if|since|although|though|where|until|once|whether|who|which|whose|than"
    r"|what|how|why|all|every|both|neither|no|nobody|none|nothing|each|any|had|few|little|two|three|four|five|six|seven"
    r"|eight|nine|ten|dozens|hundreds|thousands|\d+|hardly|only|some|many|most|not|never|there|or|also|nor|everyone"
    r"|everybody|anyone|so|either|rather|even|unless|fail\w*|den\w+|did|everything|it)\b|n[’']t\b",
    re.IGNORECASE,
)
_PARTIAL = re.compile(
    r"^.{0,40}?\b(?:any|either|only|also|but|still|already|currently|even|yet|at all|anymore|too|until|because|just)\b"
)
_OPEN_QUESTION = re.compile(r"\b(?:whether|how|who|why|when|if|what|any\w*)\b")
_IS_DENIED = re.compile(r"\b(?:not|never|no|nor|neither|without)\b|n[’']t\b", re.IGNORECASE)
_FEWEST_AFTER = 2  # words


def plant_denials(setting: Setting, chance: Random) -> Iterator[Change]:
    """A statement with "not", a denial without."""
    yield from _inserted(setting, chance)
    yield from _removed(setting)


def _inserted(setting: Setting, chance: Random) -> Iterator[Change]:
    text = setting.text
    if _IS_DENIED.search(text):
        return
    for match in chain(_STATED.finditer(text), _MODAL.finditer(text), _PAST.finditer(text)):
        if not _is_plain(setting, Span(*match.span())):
            continue
        if match.re is _PAST:
            base = SURE_PASTS.get(match["verb"]) or setting.lexicon.lemma(match["regular"])
            words = f"did not {base}" if base in setting.lexicon.verbs else ""
        else:
            told = {name: word for name, word in match.groupdict().items() if word}
            aux, following = told.get("aux") or told["has"], told.get("next") or told["done"]
            first, _, rest = aux.partition(" ")
            denial = chance.choice(["not", "never"]) if rest.startswith("been") else "not"
            words = " ".join(filter(None, (first, denial, rest, following)))
        if words:
            yield _change("not", match, words)
            return


def _removed(setting: Setting) -> Iterator[Change]:
    text = setting.text
    if len(_IS_DENIED.findall(text)) > 1 or re.search(r"\b(?:any\w*|either|yet|until|but)\b", text):
        return
    for match in chain(_DENIED.finditer(text), _WONT_FORM.finditer(text), _DID_NOT.finditer(text)):
        if not setting.is_free(Span(*match.span())) or _OPEN_QUESTION.search(text[match.end() :]):
            continue
        if match.re is not _DID_NOT:
            aux = _WONT[match["aux"] or "ca"] if match.re is _WONT_FORM else match["aux"]
            yield _change("not gone", match, f"{aux} {match['next']}")
        elif match["base"] in setting.lexicon.verbs:
            yield _change("did not gone", match, past_of(match["base"]))


def _change(way: str, match: re.Match[str], words: str) -> Change:
    return Change("polarity", way, (Edit(Span(*match.span()), words),))


def _is_plain(setting: Setting, span: Span) -> bool:
    """Whether the verb is that of a statement, whose denial would be the opposite of the whole of it."""
    clause, rest = clause_before(setting.text, span.start), setting.text[span.end :]
    is_statement = bool(clause.strip()) and not _DEPENDENT.search(clause)
    is_whole = len(rest.split()) >= _FEWEST_AFTER and not _PARTIAL.search(rest)
    is_told = span.of(setting.text).endswith(("said", "told", "going"))
    return is_statement and is_whole and not is_told and setting.is_free(span)
