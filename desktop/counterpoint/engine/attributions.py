"""Attributions: who says it."""

from collections.abc import Iterator, Sequence

from counterpoint.engine.details import Aspect, Attribution, Name, NameKind, Title
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.words import Word

_HE = frozenset({"he", "she"})
_STOPS = frozenset(
    "that which but and or because when where while if as although though than after before since until".split()
)
_AUXILIARIES = frozenset("has have had was were is are did does also later earlier then again previously".split())
_PREPOSITIONS = frozenset("of for from with at in on by to about".split())
_DETERMINERS = frozenset(
    "the a an his her their its our my this these those some many several other one two three".split()
)
_MODALS = frozenset(
    "to would could should might may must can will not never did does don't didn't won't wouldn't".split()
)
_FARTHEST = 14  # words between a speaker and the verb of saying


def find_attributions(
    text: str,
    span: Span,
    words: Sequence[Word],
    names: Sequence[Name],
    roles: Sequence[Title],
    lexicon: Lexicon,
    before: str = "",
) -> tuple[Attribution, ...]:
    """Who says what one sentence tells, in text order.

    Args:
        text: the source's canonical text.
        span: the sentence.
        words: its words; names, roles: its linked names and roles.
        names: see words.
        roles: see words.
        lexicon: the word lists.
        before: the entity key of the last person who spoke in the sentences before (`last_speaker`), "" for none.
    """
    return tuple(_Sentence(text, span, words, names, roles, lexicon, before).attributions())


def last_speaker(attributions: Sequence[Attribution], names: Sequence[Name], before: str = "") -> str:
    """The person whom "he" or "she" means after a sentence with these attributions and names, "" when not safe."""
    persons = {name.value for name in names if name.kind is NameKind.PERSON}
    spoken = [found.value for found in attributions if found.value in persons or found.value == before]
    if spoken:
        return spoken[-1]
    return before if not persons or persons == {before} else ""


class _Sentence:
    """One sentence being read for speakers."""

    def __init__(  # noqa: PLR0913, PLR0917
        self,
        text: str,
        span: Span,
        words: Sequence[Word],
        names: Sequence[Name],
        roles: Sequence[Title],
        lexicon: Lexicon,
        before: str,
    ) -> None:
        self._text = text
        self._words = [word for word in words if span.contains(word.span)]
        self._lower = [word.text.lower() for word in self._words]
        self._lexicon = lexicon
        self._before = before
        self._name_of: dict[int, Name] = {}
        self._role_of: dict[int, Title] = {}
        names = [name for name in names if span.contains(name.span)]
        roles = [role for role in roles if span.contains(role.span)]
        for i, word in enumerate(self._words):
            for name in names:
                if name.span.contains(word.span):
                    self._name_of[i] = name
            for role in roles:
                if role.span.contains(word.span):
                    self._role_of[i] = role

    def attributions(self) -> Iterator[Attribution]:
        saying = self._lexicon.lists.get("saying", {})
        for i, word in enumerate(self._words):
            if self._lower[i] == "according" and i + 2 < len(self._words) and self._lower[i + 1] == "to":
                speaker = self._after(i + 2)
                verb = word.span.joined(self._words[i + 1].span)
            elif word.lemma in saying and word.text[0].islower() and not word.is_function and self._is_verb(i):
                speaker = self._subject(i) or self._inverted(i)
                verb = word.span
            else:
                continue
            if speaker:
                span, value = speaker
                yield Attribution(aspect=Aspect.ATTRIBUTION, span=span, value=value, verb=verb)

    def _gap(self, i: int) -> str:
        """What stands before word i."""
        return self._text[self._words[i - 1].span.end : self._words[i].span.start] if i else ""

    def _is_verb(self, i: int) -> bool:
        before = self._lower[i - 1] if i else ""
        if self._lower[i].endswith("ing") and before not in {"is", "was", "are", "were"}:
            return False
        if self._gap(i) == "-" or self._is_plural_noun(i):
            return False
        is_noun = before in _DETERMINERS or before in _PREPOSITIONS or before in {"s", "any", "no", "it"} | _MODALS
        if not is_noun or self._gap(i).strip():
            return True
        return before in {"did", "does"} or (before == "it" and self._lower[i] != "was")

    def _is_plural_noun(self, i: int) -> bool:
        """ "Member states are", "reports from the scene": a form in -s that is no verb here."""
        if not self._lower[i].endswith("s") or i + 1 >= len(self._words):
            return False
        return not self._cut(i + 1) and self._lower[i + 1] in _AUXILIARIES | _MODALS | {"from", "and"}

    # --- X said

    def _subject(self, verb: int) -> tuple[Span, str] | None:
        """The noun phrase before the verb."""
        last = verb - 1
        while (
            last >= 0
            and (self._lower[last] in _AUXILIARIES or self._lower[last].endswith("ly"))
            and not self._cut(last + 1)
        ):
            last -= 1
        if last < 0:
            return None
        if self._lower[last] == "been" or (
            self._lower[verb - 1] in {"was", "were", "been", "is", "are"} and not self._lower[verb].endswith("ing")
        ):
            return None  # passive: "it was announced that"
        gap = self._gap(last + 1)
        if gap.strip() == ",":
            return self._before_apposition(last)
        if gap.strip():
            return None
        return self._phrase_ending(last)

    def _cut(self, i: int) -> bool:
        return bool(self._gap(i).strip())

    def _phrase_ending(self, last: int) -> tuple[Span, str] | None:
        if last in self._name_of:
            return self._named(last)
        word = self._lower[last]
        if word in _HE:
            return (self._words[last].span, self._before) if self._before and self._agrees(word) else None
        if word == "who" and last:
            return self._before_apposition(last - 1) if self._cut(last) else self._phrase_ending(last - 1)
        if self._words[last].is_function:
            return None
        first = last
        while first > 0 and not self._cut(first) and last - first < _FARTHEST and self._lower[first - 1] not in _STOPS:
            if self._is_clause_verb(first - 1):
                break
            first -= 1
        return self._headed(first, last)

    def _is_clause_verb(self, i: int) -> bool:
        word = self._words[i]
        return (
            i not in self._name_of
            and word.lemma in self._lexicon.verbs
            and self._lower[i] != word.lemma
            and self._lower[i].endswith("ed")
        )

    def _headed(self, first: int, last: int) -> tuple[Span, str] | None:
        """A noun phrase with its head: the noun before the first preposition, or the last one."""
        while first < last and (self._lower[first] in _PREPOSITIONS or self._lower[first] in _STOPS):
            first += 1
        end = last
        for i in range(first + 1, last + 1):
            if self._lower[i] in _PREPOSITIONS:
                end = i - 1
                break
        if not self._speaks(end):
            if end == last or not self._speaks(last):
                return None
            end = last
            first = max(i for i in range(first, last + 1) if i == first or self._lower[i - 1] in _PREPOSITIONS)
        return self._as_speaker(first, end)

    def _as_speaker(self, first: int, head: int) -> tuple[Span, str]:
        if head in self._name_of:
            named = self._named(head)
            if named:
                return named
        while first < head and self._lower[first] in {"the", "a", "an"}:
            first += 1
        role = self._role_of.get(head)
        value = role.bearer if role and role.bearer else self._norm(head)
        return Span(self._words[first].span.start, self._words[head].span.end), value

    def _norm(self, i: int) -> str:
        speakers = self._lexicon.lists.get("speakers", {})
        return speakers.get(self._lower[i]) or speakers.get(self._words[i].lemma) or self._words[i].lemma

    def _speaks(self, i: int) -> bool:
        """Whether the word can be a speaker's: a name, a listed noun, a person or a group of persons."""
        if i in self._name_of:
            return True
        word = self._words[i]
        if word.is_function:
            return False
        speakers = self._lexicon.lists.get("speakers", {})
        listed = self._lower[i] in speakers or word.lemma in speakers
        return listed or self._lexicon.category(word.lemma) in {"person", "group"}

    def _named(self, i: int) -> tuple[Span, str] | None:
        name = self._name_of[i]
        if i + 1 < len(self._words) and self._lower[i + 1] == "s" and self._gap(i + 1) in {"'", "’"}:
            return None
        return name.span, name.value

    def _agrees(self, pronoun: str) -> bool:
        gender = self._lexicon.listed("given_names", self._before.split()[0])
        return gender is None or gender in {pronoun, "both"}

    def _before_apposition(self, last: int) -> tuple[Span, str] | None:
        """The speaker before a phrase between commas: "Estrosi, former mayor of Nice, tweeted"."""
        for i in range(last, max(-1, last - _FARTHEST), -1):
            if i and self._gap(i).strip() == ",":
                found = self._phrase_ending(i - 1)
                if found:
                    return found
        return None

    # --- said X

    def _inverted(self, verb: int) -> tuple[Span, str] | None:
        """The speaker after the verb, where a quotation or a comma stands before it."""
        gap = self._gap(verb).strip()
        if verb and not (gap and gap[-1] in ",”\"’'—–?!»"):
            return None
        return self._after(verb + 1)

    def _after(self, i: int) -> tuple[Span, str] | None:
        """The noun phrase that begins at word i."""
        if i >= len(self._words) or self._cut(i):
            return None
        first = i
        while i < len(self._words) and (i == first or not self._cut(i)) and i - first < 8:
            if i in self._name_of and self._name_of[i].kind is not NameKind.PLACE:
                return self._named_or_head(first, i)
            if i > first and (self._lower[i] in _PREPOSITIONS or self._lower[i] in _STOPS):
                break
            i += 1
        head = i - 1
        return (
            self._as_speaker(first, head)
            if head >= first and self._speaks(head) and head not in self._name_of
            else self._place_speaker(head)
        )

    def _place_speaker(self, i: int) -> tuple[Span, str] | None:
        return self._named(i) if i in self._name_of else None

    def _named_or_head(self, first: int, i: int) -> tuple[Span, str] | None:
        """A name, unless it only stands before the speaking noun: "an Elysée adviser", "Reuters's sources"."""
        end = i
        while end + 1 < len(self._words) and self._name_of.get(end + 1) is self._name_of[i]:
            end += 1
        following = end + 1
        if following < len(self._words) and self._lower[following] == "s" and self._gap(following) in {"'", "’"}:
            following += 1
        if (
            following < len(self._words)
            and self._gap(following) == " "
            and self._speaks(following)
            and self._words[following].text[0].islower()
        ):
            return self._as_speaker(first, following)
        return self._named(i)
