"""Clauses without a parser: which verbs a sentence has, whose acts they are and what they act upon.

Good enough to ask whether two sentences have the same subject and the same verb; no more is claimed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.verbs import (
    BE,
    DO,
    HAVE,
    OPENERS,
    PREPOSITIONS,
    PRONOUNS,
    SAYING,
    Form,
    Syntax,
    VerbGroup,
)
from counterpoint.engine.words import Word

_RELATIVES = frozenset("who which that".split())
_DENYING = frozenset("no longer never not".split())
_MEASURES = frozenset(
    "form kind sort type number lot set series range variety group member dozen hundred thousand all some none neither"
    " either one both each most many few several half majority minority part any".split()
)


@dataclass(frozen=True, slots=True)
class Predicate:
    """One verb of a sentence with what belongs to it.

    `span` runs from the first auxiliary to the verb (or to the complement's first word after "be"); `verb` is the
    lemma of the verb, of the complement after a form of "be" ("was unarmed" -> "unarmed"); `main` that word's place.
    `subject` holds the content words and pronouns before it, its head first; `objects` those after it up to the first
    preposition; `rest` those after that, up to the clause's end; `agents` those after "by". `negation` is the cue that
    denies it.
    """

    span: Span
    main: Span
    verb: str
    subject: tuple[Word, ...]
    objects: tuple[Word, ...]
    rest: tuple[Word, ...]
    agents: tuple[Word, ...] = ()
    is_passive: bool = False
    is_copula: bool = False
    is_finite: bool = True
    is_past: bool = False
    negation: Span | None = None
    auxiliary: str = ""

    @property
    def undergoers(self) -> tuple[Word, ...]:
        """Whom it befalls: the subject of a passive, else the objects."""
        return self.subject if self.is_passive else self.objects

    @property
    def doers(self) -> tuple[Word, ...]:
        """Who does it: the subject, the words after "by" of a passive."""
        return self.agents if self.is_passive else self.subject


def _verb(word: Word) -> str:
    """The verb's normal form, of function words, too: "has" -> "have"."""
    if not word.is_function:
        return word.lemma
    return "be" if word.lemma in BE else "have" if word.lemma in HAVE else "do" if word.lemma in DO else word.lemma


def find_predicates(text: str, span: Span, words: Sequence[Word], lexicon: Lexicon) -> tuple[Predicate, ...]:
    """The verbs of a sentence with their subjects and objects, in text order."""
    reader = Syntax(text, span, words, lexicon)
    groups = reader.groups()
    found: list[Predicate] = []
    for number, group in enumerate(groups):
        start = groups[number - 1].main + 1 if number else 0
        stop = groups[number + 1].first if number + 1 < len(groups) else reader.size
        subject = _find_subject(reader, start, group, found)
        objects, rest, agents = _find_objects(reader, group, stop)
        gap = reader.gaps[group.first]
        is_quoting = any(mark in gap for mark in '”"’') or (start == group.first and gap)
        if objects and is_quoting and words[group.main].lemma in SAYING:
            subject, objects = objects, ()  # “...,” said Witkoff
        found.append(
            Predicate(
                words[group.first].span.joined(words[group.main].span),
                words[group.main].span,
                _verb(words[group.main]),
                subject,
                objects,
                rest,
                agents,
                group.is_passive,
                group.is_copula,
                group.is_finite,
                _is_past(group),
                words[group.negation].span if group.negation is not None else None,
                group.auxiliary,
            )
        )
    return tuple(found)


def _is_past(group: VerbGroup) -> bool:
    """Whether the act is over: "killed", "was seen", "have put"; not "have to go"."""
    is_perfect = group.auxiliary.startswith(("has", "have")) and group.main > group.first
    return group.form is Form.PAST or is_perfect or group.auxiliary.startswith(("was", "were", "had", "did"))


def _find_subject(reader: Syntax, start: int, group: VerbGroup, found: Sequence[Predicate]) -> tuple[Word, ...]:
    stop = group.first
    while stop > start and (reader.is_adverb(stop - 1) or reader.lowers[stop - 1] in _DENYING):
        stop -= 1
    before = found[-1] if found else None
    if not group.is_finite:
        return _subject_of_infinitive(reader, group, before) if before else ()
    if stop > start and reader.lowers[stop - 1] in _RELATIVES:
        return _noun_phrase(reader, start, stop - 1) or (before.subject if before else ())
    if before and reader.lowers[group.first - 1] in {"and", "but", "or"} and start < group.first:
        return before.subject
    stop = _without_parenthesis(reader, start, stop)
    own = max((at + 1 for at in range(start, stop) if reader.lowers[at] in OPENERS), default=start)
    if start and own == start and start < stop and reader.lowers[start] in PREPOSITIONS:
        own = max((at for at in range(start, stop) if reader.gaps[at]), default=stop)
    return _noun_phrase(reader, own, stop) or (before.subject if before else ())


def _subject_of_infinitive(reader: Syntax, group: VerbGroup, before: Predicate) -> tuple[Word, ...]:
    """Who is to act: whom "ordered the crew to leave" orders, "kept the flames from spreading" keeps; else who did."""
    leads = reader.lowers[group.first] == "to" or (group.first > 0 and reader.lowers[group.first - 1] == "from")
    if leads and before.objects and reader.lexicon.listed("steering", before.verb):
        return before.objects
    return before.subject


def _without_parenthesis(reader: Syntax, start: int, stop: int) -> int:
    """Where the subject ends when a comma closes a phrase after it: "Smith, 34, died", "Smith, the mayor, said"."""
    if stop > start and reader.gaps[stop] in {",", "—", "–", ")", "),"}:
        for at in range(stop - 1, start, -1):
            if reader.gaps[at] and reader.gaps[at] not in {"-", "'", "’", ".", "$"}:
                return at
    return stop


def _noun_phrase(reader: Syntax, start: int, stop: int) -> tuple[Word, ...]:
    """Head first, then the other content words of the subject that ends at `stop`."""
    commas = [
        at for at in range(start + 1, stop) if reader.gaps[at] and reader.gaps[at] not in {"-", "'", "’", "$", ".", "‘"}
    ]
    if commas and (
        reader.lowers[start] in PREPOSITIONS or reader.lowers[start] in OPENERS or reader.gaps[commas[-1]] != ","
    ):
        start = commas[-1]
    phrase = [at for at in range(start, stop) if not reader.closed[at] or reader.lowers[at] in PRONOUNS]
    if not phrase:
        return ()
    return _head_first(reader, phrase, stop)


def _head_first(reader: Syntax, phrase: Sequence[int], stop: int) -> tuple[Word, ...]:
    """The words of a phrase, its head first: the last word before a preposition, past "forms of" and its like."""
    if not phrase:
        return ()
    ends = [
        at
        for at in range(phrase[0], stop)
        if reader.lowers[at] in PREPOSITIONS or (at > phrase[0] and reader.gaps[at] == ",")
    ]
    first = next(
        (at for at in ends if not (reader.lowers[at] == "of" and reader.words[at - 1].lemma in _MEASURES)), stop
    )
    phrase = [at for at in phrase if not reader.is_possessor(at)] or phrase
    heads = [at for at in phrase if at < first] or phrase
    head = next((at for at in reversed(heads) if not reader.is_time(at)), heads[-1])
    return (reader.words[head], *(reader.words[at] for at in phrase if at != head))


def _find_objects(
    reader: Syntax, group: VerbGroup, stop: int
) -> tuple[tuple[Word, ...], tuple[Word, ...], tuple[Word, ...]]:
    """The objects, what follows their first preposition, and what follows "by"."""
    objects: list[int] = []
    rest: list[int] = []
    agents: list[int] = []
    into = objects
    for at in range(group.main + 1, stop):
        lower = reader.lowers[at]
        if _ends_objects(reader, at, is_first=at == group.main + 1, has_some=bool(into)):
            break
        if lower in PREPOSITIONS and lower != "of":
            into = agents if lower == "by" else rest
        elif not reader.closed[at] or (lower in PRONOUNS and not into):
            into.append(at)
    return (
        _head_first(reader, objects, stop),
        tuple(reader.words[at] for at in rest),
        _head_first(reader, agents, stop),
    )


def _ends_objects(reader: Syntax, at: int, *, is_first: bool, has_some: bool) -> bool:
    lower, gap = reader.lowers[at], reader.gaps[at]
    if (gap and gap not in {"-", "'", "’", "‘", "“", '"', "$", "£", "€", ","}) or lower in OPENERS:
        return True
    return gap == "," and not is_first and lower not in {"and", "or"} and has_some
