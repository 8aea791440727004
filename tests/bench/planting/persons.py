"""Persons and organisations of the story changed for others."""

import re
from collections.abc import Iterator, Sequence
from random import Random

from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from tests.bench.planting.changes import Change, Edit, Setting, is_speaker, mentions

_SURNAMES = (
    "Abbott Barlow Castellano Dunmore Eastwood Farrell Granger Holloway Ivers Jankowski Kowalczyk Lindqvist Mercer"
    " Norwood Okonjo Pemberton Quigley Rossi Sandoval Thackeray Underhill Vasquez Whitlock Yarborough Zimmerman"
).split()
_HE = (
    "Adrian Bernard Cedric Desmond Everett Fergus Gordon Horace Julian Leonard Malcolm Nathaniel Oscar Rupert Victor"
).split()
_SHE = (
    "Beatrice Cecilia Dorothy Eleanor Florence Harriet Isabel Josephine Lydia Margaret Nadine Ophelia Ruth Winifred"
).split()
_BODIES = (
    ("FBI", "DEA", "ATF"), ("NASA", "SpaceX"), ("Republicans", "Democrats"), ("Republican", "Democratic"),
    ("Senate", "House of Representatives"), ("Army", "Navy", "Air Force"), ("Pentagon", "State Department"),
    ("Boeing", "Airbus"), ("Facebook", "Twitter", "Instagram"), ("Google", "Microsoft", "Apple"),
    ("Red Cross", "Red Crescent"), ("Taliban", "Islamic State"), ("Hamas", "Hezbollah"), ("Toyota", "Honda", "Ford"),
    ("Supreme Court", "High Court"), ("Delta", "United"), ("Marines", "Rangers"), ("United Nations", "European Union"),
)  # fmt: skip
CAPITAL = r"(?:[A-Z][’'])?[A-Z][a-z]+(?:-[A-Z][a-z]+)?"
_PERSON = re.compile(
    rf"(?<![\w’'-])(?P<first>{CAPITAL}) (?:[A-Z]\. |{CAPITAL} )??(?P<last>{CAPITAL}(?:[A-Z][a-z]+)?)"
    r"(?![\w/-])(?! [A-Z])"
)
_NO_SURNAMES = frozenset(
    """day street road avenue park county city hall house school hospital church river beach lake island tech university
    state center medical jr sr doe""".split()
)
_DIRECTION = re.compile(r"North|South|East|West|N\.|S\.|E\.|W\.|SW|SE|NW|NE|Northeast|Northwest|Southeast|Southwest")
_MOST_MENTIONS = 3


def surnames_of(text: str, lexicon: Lexicon) -> frozenset[str]:
    """The surnames that stand behind a given name in an article."""
    return frozenset(match["last"] for match in _persons_in(text, lexicon))


def plant_names(setting: Setting, chance: Random) -> Iterator[Change]:
    """Another given name, surname or whole name for a person; another organisation of its sort."""
    text = setting.text
    seen: set[str] = set()
    for match in _persons_in(text, setting.lexicon):
        if match["last"] not in seen and not is_speaker(text, Span(*match.span())):
            seen.add(match["last"])
            yield from _person(match, setting, chance)
    for surname in sorted(setting.surnames - seen):
        if _is_alone(surname, text):
            yield from changed("name", "surname alone", surname, other(surname, _SURNAMES, chance), setting)
    for group in _BODIES:
        told = [name for name in group if mentions(text, name)]
        if len(told) == 1 and _is_alone(told[0], text):
            yield from changed("name", "organisation", told[0], other(told[0], group, chance), setting)


def changed(kind: str, way: str, name: str, instead: str, setting: Setting) -> Iterator[Change]:
    """The name's every mention in the sentence changed; nothing where one of them is quoted."""
    spans = mentions(setting.text, name)
    is_free = 0 < len(spans) <= _MOST_MENTIONS and all(setting.is_free(span) for span in spans)
    if is_free and instead not in setting.text:
        yield Change(kind, way, tuple(Edit(span, instead) for span in spans))


def other(name: str, others: Sequence[str], chance: Random) -> str:
    """Another of the names, with another first letter where there is one."""
    return chance.choice([each for each in others if each[0] != name[0]] or [each for each in others if each != name])


def follows_capital(text: str, span: Span) -> bool:
    """Whether the words before belong to the name: "Del" in "Del Monte Road", but not "East"."""
    before = re.search(r"([A-Z][\w.’'-]*) $", text[: span.start])
    return bool(before and before.start() and not _DIRECTION.fullmatch(before[1]))


def _persons_in(text: str, lexicon: Lexicon) -> Iterator[re.Match[str]]:
    for match in _PERSON.finditer(text):
        words = {word.lower() for word in match[0].split()}
        if lexicon.listed("given_names", match["first"].lower()) and not words & _NO_SURNAMES:
            yield match


def _person(match: re.Match[str], setting: Setting, chance: Random) -> Iterator[Change]:
    first, last = match["first"], match["last"]
    firsts = _SHE if setting.lexicon.listed("given_names", first.lower()) == "she" else _HE
    new_first, new_last = other(first, firsts, chance), other(last, _SURNAMES, chance)
    if first != last:
        yield from changed("name", "given name", first, new_first, setting)
        yield from changed("name", "surname", last, new_last, setting)
    span = Span(*match.span())
    if len(mentions(setting.text, last)) == len(mentions(setting.text, first)) == 1 and setting.is_free(span):
        yield Change("name", "whole name", (Edit(span, f"{new_first} {new_last}"),))


def _is_alone(name: str, text: str) -> bool:
    """Whether the name stands by itself, as no speaker's: not in "Smith Street", "Air Force One", "ABC (now XYZ)"."""
    spans = mentions(text, name)
    longer = re.compile(r"(?:[’']s)? (?:[A-Z][a-z]+|[A-Z]{2,})|/| \(")
    return bool(spans) and not any(
        is_speaker(text, span) or longer.match(text, span.end) or follows_capital(text, span) for span in spans
    )
