"""Who somebody is to somebody, and what somebody is, changed."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from random import Random

from counterpoint.engine.passages import Span
from tests.bench.planting.changes import Change, Edit, Setting, is_speaker, mentions

#: Of each line one word may be changed for any other: nobody can be both at a time, or is not called both.
_KIN = tuple(
    line.split()
    for line in (
        "wife sister mother daughter", "husband brother father son", "ex-wife wife sister",
        "ex-husband husband brother", "ex-girlfriend girlfriend sister", "ex-boyfriend boyfriend brother",
        "girlfriend sister cousin",
        "boyfriend brother cousin", "fiancee wife sister", "brother father cousin", "sister mother cousin",
        "mother aunt grandmother sister", "father uncle grandfather brother", "mom aunt grandmother",
        "dad uncle grandfather", "son nephew grandson brother", "daughter niece granddaughter sister",
        "grandmother mother aunt", "grandfather father uncle", "uncle father brother", "aunt mother sister",
        "cousin brother friend", "neighbor cousin colleague", "neighbour cousin colleague", "parents grandparents",
        "nephew son brother", "niece daughter sister", "friend brother cousin", "roommate cousin brother",
    )
)  # fmt: skip
_FUNCTIONS = tuple(
    line.split(" / ")
    for line in (
        "driver / passenger", "passenger / driver", "pilot / passenger", "spokesman / chief", "spokeswoman / chief",
        "spokesperson / chief", "teacher / student", "student / teacher", "doctor / patient", "nurse / patient",
        "owner / tenant", "manager / security guard", "prosecutor / defense lawyer", "defense lawyer / prosecutor",
        "mayor / governor", "governor / mayor", "prime minister / president", "president / vice president",
        "foreign minister / finance minister", "defense minister / interior minister", "judge / prosecutor",
        "sheriff / deputy", "deputy / sheriff", "captain / co-pilot", "sergeant / lieutenant", "lieutenant / sergeant",
        "victim / suspect", "suspect / witness", "gunman / witness", "shooter / witness", "witness / suspect",
        "homeowner / tenant", "resident / visitor", "singer / actress", "director / deputy director",
        "chief executive / chief financial officer", "CEO / CFO", "senator / governor", "ambassador / foreign minister",
        "coach / captain", "engineer / technician", "researcher / student", "scientist / engineer",
        "professor / student", "author / editor", "detective / sheriff", "police officer / firefighter",
        "chairman / treasurer", "leader / spokesman", "attorney / brother", "lawyer / brother", "zookeeper / visitor",
        "boss / employee", "customer / employee", "employee / customer", "hostage / gunman", "candidate / adviser",
        "landlord / tenant", "coordinator / spokesman", "commander / deputy commander", "officer / paramedic",
        "manager / spokesman",
    )
)  # fmt: skip
_TITLES = tuple(
    line.split(" / ")
    for line in (
        "Sheriff / Police Chief", "Deputy / Detective", "Detective / Deputy", "Sgt. / Lt.", "Lt. / Capt.",
        "Capt. / Sgt.", "Officer / Sgt.", "President / Prime Minister", "Prime Minister / President", "Gov. / Sen.",
        "Sen. / Gov.",
        "Mayor / Gov.", "Chief / Deputy Chief", "Dr. / Judge", "Police Chief / Sheriff", "Secretary / Ambassador",
        "Detective Sgt. / Police Chief", "Lieutenant / Captain", "Captain / Lieutenant", "Sergeant / Lieutenant",
        "Vice President / President", "General / Colonel", "Gen. / Col.", "Director / Deputy Director",
        "Foreign Minister / Defense Minister", "Rep. / Gov.", "Judge / Prosecutor",
        "Agent / Deputy", "Senator / Governor", "Governor / Senator", "Justice / Prosecutor", "Professor / Dean",
    )
)  # fmt: skip
_OWNERS = r"(?:his|her|their|the \w+[’']s|[A-Z][\w-]+[’']s|[a-z]+[’']s|the gunman[’']s|whose)"
#: Who is somebody's sister has a brother or sister: the other end would have to change as well.
_OTHER_ENDS = re.compile(
    r"\b(?:couple|married|divorced?|wed|estranged|marriage|siblings?|parents|family|spouse|husband and wife)\b",
    re.IGNORECASE,
)
_NO_PERSON = "Hospital|Medical|Motors|Court|Assembly|Office|Department|Manager|Counsel|Electric|County"
_NAMED = r"[A-Z][a-z]+(?: [A-Z]\.)?(?: [A-Z][a-z]+)?"


def plant_roles(setting: Setting, chance: Random) -> Iterator[Change]:
    """Another relative, another function, another title of somebody told apart in the sentence."""
    if not _OTHER_ENDS.search(setting.text):
        for word, *others in _KIN:
            yield from _changed("kin", _kin(word), others, setting, chance)
    for word, *others in _FUNCTIONS:
        yield from _changed("function", _beside_name(word), others, setting, chance)
        yield from _changed("function alone", _alone(word), others, setting, chance)
    for word, *others in _TITLES:
        yield from _changed("title", _title(word), others, setting, chance)


@cache
def _title(word: str) -> re.Pattern[str]:
    """The word where a name stands behind it: "Sheriff Jane Roe", not "General Hospital"."""
    return re.compile(rf"(?<![\w-])(?P<n>{re.escape(word)})(?= {_NAMED})(?! (?:{_NO_PERSON})\b)")


@cache
def _kin(word: str) -> re.Pattern[str]:
    """The word where it tells whose relative: "his wife", "Jane's late sister", "the wife of a farmer"."""
    apart = r"(?:\d+-year-old |estranged |late |older |younger |young )?"
    return re.compile(rf"\b{_OWNERS} {apart}(?P<n>{word})\b(?![’'-])|\b(?:a|the) (?P<m>{word}) of (?:[A-Z]|the |a )")


@cache
def _alone(word: str) -> re.Pattern[str]:
    """The word where it stands for the person: "the driver was ..."."""
    return re.compile(
        rf"\b[Tt]he (?P<n>{word})(?=[,.;]| (?:was|is|were|had|has|who|and|in|on|at|to|for|from|with|by|did|could|would"
        r"|will|as|when|after|before|then|[a-z]+ed)\b)"
    )


@cache
def _beside_name(word: str) -> re.Pattern[str]:
    """The word where it tells what a person is: "driver Jane Roe", "Jane Roe, 24, a driver", "was the driver"."""
    return re.compile(
        rf"\b(?P<n>{word})(?=,? {_NAMED}[ ,.])|{_NAMED}, (?:\d+, )?(?:an? |the )?(?:[a-z’']+ ){{0,3}}(?P<m>{word})\b"
        rf"|\b(?:was|is) (?:an?|the) (?:[a-z]+ )?(?P<o>{word})\b"
    )


def _changed(
    way: str, form: re.Pattern[str], others: Sequence[str], setting: Setting, chance: Random
) -> Iterator[Change]:
    for match in form.finditer(setting.text):
        role = next(group for group in match.groups() if group)
        name = next(name for name, group in match.groupdict().items() if group)
        spans = mentions(setting.text, role)
        other = chance.choice(others)
        is_speaker_alone = way == "function alone" and is_speaker(setting.text, Span(*match.span()))
        if is_speaker_alone or re.search(rf"\b{re.escape(other)}\b", setting.text, re.IGNORECASE):
            continue
        if Span(*match.span(name)) == spans[0] and all(setting.is_free(span) for span in spans):
            yield Change("role", way, tuple(Edit(span, other) for span in spans))
            return
