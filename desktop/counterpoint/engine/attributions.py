"""Attributions: who says it."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from counterpoint.engine.details import Aspect, Attribution, Name, NameKind, Reference, Title
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.words import Word

_Named = TypeVar("_Named", Name, Title)

_STOPS = frozenset(
    str.split(
        "that which who whom whose what why how but and or because when where while if as although though than after"
        " before since until"
    )
)
_AUXILIARIES = frozenset(str.split("has have had was were is are did does"))
_ADVERBS = frozenset(str.split("also later earlier then again previously still now just even however reportedly"))
_BEING = frozenset(str.split("was were been being is are be"))
_PREPOSITIONS = frozenset(str.split("of for from with at in on by to about into under near"))
_DETERMINERS = frozenset(
    str.split("the a an his her their its our my this these those some many several other one two three any no")
)
_MODALS = frozenset(str.split("to would could should might may must can will not never don't didn't won't wouldn't"))
_PLURALS = frozenset(
    str.split("police people they we i you who men women some others many two three both media family")
)
_PRONOUNS = frozenset({"he", "she"})
_THINKING = frozenset({"think", "believe"})
_ARTICLES = frozenset({"the", "a", "an"})
_FARTHEST = 14  # words between a speaker and the verb of saying
_LONGEST = 8  # words of a speaker's phrase after the verb


def find_attributions(  # noqa: PLR0913, PLR0917
    text: str,
    span: Span,
    words: Sequence[Word],
    names: Sequence[Name],
    roles: Sequence[Title],
    references: Sequence[Reference],
    lexicon: Lexicon,
) -> tuple[Attribution, ...]:
    """Who says what one sentence tells, in text order. `names` and `roles` are linked, of the sentence or of more.

    `references` tell whom "he" and "she" mean; where they do not, a pronoun is no speaker.
    """
    return tuple(_Sentence(text, span, words, names, roles, references, lexicon).attributions())


class _Sentence:
    """One sentence being read for speakers. Words are spoken of by their place in it."""

    def __init__(  # noqa: PLR0913, PLR0917
        self,
        text: str,
        span: Span,
        words: Sequence[Word],
        names: Sequence[Name],
        roles: Sequence[Title],
        references: Sequence[Reference],
        lexicon: Lexicon,
    ) -> None:
        self._text = text
        self._words = [word for word in words if span.contains(word.span)]
        self._lower = [word.text.lower() for word in self._words]
        self._lexicon = lexicon
        self._saying = lexicon.lists.get("saying", {})
        self._speakers = lexicon.lists.get("speakers", {})
        self._meant = {reference.span.start: reference for reference in references}
        self._name_of = self._places([name for name in names if span.contains(name.span)])
        self._role_of = self._places([role for role in roles if span.contains(role.span)])

    def _places(self, details: Sequence[_Named]) -> dict[int, _Named]:
        """Word -> the detail that it is a part of."""
        return {i: d for i, word in enumerate(self._words) for d in details if d.span.contains(word.span)}

    def attributions(self) -> Iterator[Attribution]:
        for i, word in enumerate(self._words):
            if self._lower[i] == "according" and self._lower[i + 1 : i + 2] == ["to"]:
                speaker = self._after(i + 2)
                verb = word.span.joined(self._words[i + 1].span)
            elif word.lemma in self._saying and self._is_verb(i):
                speaker = self._speaker(i)
                verb = word.span
            else:
                continue
            if speaker:
                yield Attribution(aspect=Aspect.ATTRIBUTION, span=speaker[0], value=speaker[1], verb=verb)

    def _gap(self, i: int) -> str:
        """What stands before word i, white space apart."""
        return self._text[self._words[i - 1].span.end : self._words[i].span.start].strip() if i else ""

    def _cuts(self, i: int) -> bool:
        """Whether a mark that ends a phrase stands before word i."""
        return self._gap(i) not in {"", "-", "'", "’", "."}

    # --- verbs of saying

    def _is_verb(self, i: int) -> bool:
        """Whether a word that can be a verb of saying is one here, and tells of something said."""
        word, lower = self._words[i], self._lower[i]
        if word.is_function or not word.text[0].islower() or self._gap(i) == "-" or i in self._name_of:
            return False
        before = self._lower[i - 1] if i else ""
        if self._gap(i):
            return lower != word.lemma
        if lower.endswith("ing"):
            return before in {"is", "was", "are", "were"}
        if before in _DETERMINERS or before in _PREPOSITIONS or before in _MODALS or before == "s":
            return False
        if lower == word.lemma:
            return self._is_plural(i - 1)
        return not (lower.endswith("s") and self._is_noun_here(i))

    def _is_plural(self, i: int) -> bool:
        """Whether the word can be the subject of "say"."""
        if i < 0 or self._lower[i] in _PLURALS or self._lower[i] in _ADVERBS:
            return i >= 0
        return self._lower[i].endswith("s") and (i in self._name_of or self._words[i].lemma != self._lower[i])

    def _is_noun_here(self, i: int) -> bool:
        """Whether a form in -s is no verb: "member states are", "reports from the scene"."""
        if i + 1 >= len(self._words) or self._cuts(i + 1):
            return False
        return self._lower[i + 1] in _AUXILIARIES | _MODALS | {"from", "and", "of", "s"}

    def _speaker(self, verb: int) -> tuple[Span, str] | None:
        if verb + 1 < len(self._words) and self._lower[verb + 1] == "by":
            return self._after(verb + 2)
        gap = self._gap(verb)
        inverted = self._after(verb + 1) if gap and gap[-1] in ",”\"’'—–?!»" else None
        if inverted and (gap != "," or self._ends_after(inverted[0])):
            return inverted
        return self._subject(verb) or inverted or (self._after(verb + 1) if verb == 0 else None)

    def _ends_after(self, span: Span) -> bool:
        """Whether no verb follows the words: "said the ministry.", not "said the minister was"."""
        following = next((i for i, word in enumerate(self._words) if word.span.start >= span.end), len(self._words))
        if following >= len(self._words) or self._cuts(following):
            return True
        return self._lower[following] in _PREPOSITIONS | _STOPS | {"early", "late"} or self._is_day(following)

    def _is_day(self, i: int) -> bool:
        return self._words[i].is_capitalised and self._lower[i].endswith("day")

    # --- X said

    def _subject(self, verb: int) -> tuple[Span, str] | None:
        """The noun phrase before the verb."""
        last = verb - 1
        while last >= 0 and self._is_adverb(last) and not self._cuts(last + 1):
            last -= 1
        if last < 0 or (self._words[last].span.end < self._words[verb].span.start and self._is_passive(verb)):
            return None
        if self._gap(last + 1) == ",":
            return self._before_apposition(last)
        if self._cuts(last + 1) or (self._lower[last] in _PRONOUNS and self._words[verb].lemma in _THINKING):
            return None  # what somebody thought is not told on that person's word
        return self._phrase_ending(last)

    def _is_adverb(self, i: int) -> bool:
        lower = self._lower[i]
        return lower in _AUXILIARIES or lower in _ADVERBS or (lower.endswith("ly") and not self._speaks(i))

    def _is_passive(self, verb: int) -> bool:
        """Whether nobody is named as saying it: "it was announced that"."""
        return self._lower[verb - 1] in _BEING and not self._lower[verb].endswith("ing")

    def _phrase_ending(self, last: int) -> tuple[Span, str] | None:
        """The speaker whose phrase ends with the word."""
        word = self._lower[last]
        if word in _PRONOUNS:
            meant = self._meant.get(self._words[last].span.start)
            return (self._words[last].span, self._speakers.get(meant.value, meant.value)) if meant else None
        if word == "who" and last:
            return self._before_apposition(last - 1) if self._cuts(last) else self._phrase_ending(last - 1)
        if self._words[last].is_function:
            return None
        first = last
        while first > 0 and last - first < _FARTHEST and self._goes_back(first):
            first -= 1
        return self._headed(first, last)

    def _goes_back(self, first: int) -> bool:
        """Whether the phrase that holds word `first` also holds the one before it."""
        i = first - 1
        if first in self._name_of and self._name_of.get(i) is self._name_of[first]:
            return True
        if self._cuts(first) or self._lower[i] in _STOPS or self._lower[i] in _AUXILIARIES:
            return False
        word = self._words[i]
        is_past = self._lower[i].endswith("ed") and word.lemma in self._lexicon.verbs and word.lemma != self._lower[i]
        return i in self._name_of or not (is_past or (word.lemma in self._saying and self._is_verb(i)))

    def _headed(self, first: int, last: int) -> tuple[Span, str] | None:
        """The speaker in a noun phrase: the head before the first preposition, or else the last word."""
        while first < last and (self._lower[first] in _PREPOSITIONS or self._lower[first] in _STOPS):
            first += 1
        head = last
        for i in range(first + 1, last + 1):
            if self._lower[i] in _PREPOSITIONS and i not in self._name_of:
                head = i - 1
                break
        if self._speaks(head):
            return self._as_speaker(first, head)
        if head == last or not self._speaks(last):
            return None
        first = max(i for i in range(first, last + 1) if i == first or self._lower[i - 1] in _PREPOSITIONS)
        return self._as_speaker(first, last)

    def _before_apposition(self, last: int) -> tuple[Span, str] | None:
        """The speaker before a phrase between commas: "Bellini, former mayor of Trieste, tweeted"."""
        for i in range(last, max(0, last - _FARTHEST), -1):
            if self._gap(i) == ",":
                found = self._phrase_ending(i - 1)
                if found:
                    return found
        return None

    # --- said X

    def _after(self, first: int) -> tuple[Span, str] | None:
        """The speaker in the noun phrase that begins at word `first`."""
        if first >= len(self._words) or self._cuts(first):
            return None
        if self._lower[first] == "on" and first + 1 in self._name_of:
            first += 2  # "wrote on Twitter Marco Bellini"
        end = first
        while end < len(self._words) and end - first < _LONGEST and (end == first or not self._cuts(end)):
            name = self._name_of.get(end)
            if name and name.kind is NameKind.PERSON:
                return name.span, name.value
            if not name and (self._lower[end] in _PREPOSITIONS or self._lower[end] in _STOPS):
                break
            if end > first and not name and not self._speaks(end) and not self._leads_on(end):
                break
            end += 1
        speaking = [i for i in range(first, end) if self._speaks(i)]
        return self._as_speaker(first, speaking[-1]) if speaking else None

    def _leads_on(self, i: int) -> bool:
        """Whether the word can stand before the noun that speaks: "an unnamed senior", "the ministry's"."""
        word = self._words[i]
        if word.is_function:
            return self._lower[i] == "s" or self._lower[i] in _DETERMINERS
        return any(self._speaks(k) and not self._cuts(k) for k in range(i + 1, min(i + 4, len(self._words))))

    # --- speakers

    def _speaks(self, i: int) -> bool:
        """Whether the word can be a speaker's: a name, a listed noun, a person or a group of persons."""
        if i in self._name_of:
            return True
        word = self._words[i]
        if word.is_function:
            return False
        if self._lower[i] in self._speakers or word.lemma in self._speakers:
            return True
        return self._lexicon.category(word.lemma) in {"person", "group"}

    def _as_speaker(self, first: int, head: int) -> tuple[Span, str]:
        name = self._name_of.get(head)
        if name:
            return name.span, name.value
        while first < head and self._lower[first] in _ARTICLES:
            first += 1
        role = self._role_of.get(head)
        value = (role.bearer or role.value) if role else ""
        return self._words[first].span.joined(self._words[head].span), value or self._norm(head)

    def _norm(self, i: int) -> str:
        lemma = self._words[i].lemma
        return self._speakers.get(self._lower[i]) or self._speakers.get(lemma) or lemma
