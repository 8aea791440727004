"""Roles: what a person is or was, and to whom: "French President", "the special envoy", "ex-wife"."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from counterpoint.engine.details import Aspect, Name, NameKind, Title
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.capitals import folded
from counterpoint.engine.passages import Span
from counterpoint.engine.sources import SourceId
from counterpoint.engine.words import Word

_LONGEST = 5  # words of a title
_ADDRESS = frozenset("mr mrs ms miss mx mme monsieur herr frau senor senora sir dame".split())
_FORMER = frozenset("former ex onetime erstwhile".split())
#: Titles that are common words of other meaning in lower case; they count only beside a name.
_AMBIGUOUS = frozenset(
    "general major private count chair lord king queen justice captain minister leader agent".split()
)
_DETERMINERS = frozenset("the a an his her their its my our your this that".split())
_PERSON_KINDS = frozenset({NameKind.PERSON, NameKind.OTHER})
_BEING = frozenset("is was be been become became remains remained as".split())


def find_roles(
    text: str, span: Span, words: Sequence[Word], names: Sequence[Name], lexicon: Lexicon
) -> tuple[Title, ...]:
    """The roles named in one sentence, with their bearers where the sentence names them, in text order."""
    return tuple(_Sentence(text, span, words, names, lexicon).roles())


def link_roles(roles: Mapping[SourceId, Sequence[Title]]) -> dict[SourceId, tuple[Title, ...]]:
    """The same roles, their bearers filled in where all sources together know of one only: "the French president"."""
    bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for titles in roles.values():
        for title in titles:
            if title.bearer and title.of and not title.is_former:
                bearers[title.value, title.of].add(title.bearer)
    known = {role: min(who) for role, who in bearers.items() if len(who) == 1}

    def filled(title: Title) -> Title:
        if title.bearer or title.is_former:
            return title
        return replace(title, bearer=known.get((title.value, title.of), ""))

    return {source: tuple(filled(title) for title in titles) for source, titles in roles.items()}


class _Sentence:
    """One sentence being read for roles."""

    def __init__(self, text: str, span: Span, words: Sequence[Word], names: Sequence[Name], lexicon: Lexicon) -> None:
        self._text = text
        self._words = [word for word in words if span.contains(word.span)]
        self._lexicon = lexicon
        self._starts = {name.span.start: name for name in names if span.contains(name.span)}
        self._ends = {name.span.end: name for name in self._starts.values()}

    def roles(self) -> Iterator[Title]:
        i = 0
        while i < len(self._words):
            length, value = self._role(i)
            if not value:
                i += 1
                continue
            title = self._title(i, i + length - 1, value)
            if title:
                yield title
            i += length

    def _role(self, i: int) -> tuple[int, str]:
        """How many words from i on name a role, and its normal form; 0 and "" for none."""
        lists = self._lexicon.lists
        titles, relations = lists.get("titles", {}), lists.get("relationships", {})
        start = self._words[i].span.start
        for length in range(min(_LONGEST, len(self._words) - i), 0, -1):
            phrase = folded(self._text[start : self._words[i + length - 1].span.end])
            value = titles.get(phrase) or relations.get(phrase)
            if value:
                return (0, "") if value in _ADDRESS else (length, value)
        word = self._words[i]
        if not word.is_function and self._lexicon.category(word.lemma) == "person" and start not in self._starts:
            return 1, word.lemma
        return 0, ""

    def _gap(self, i: int) -> str:
        """What stands before word i."""
        return self._text[self._words[i - 1].span.end : self._words[i].span.start] if i else ""

    def _title(self, first: int, last: int, value: str) -> Title | None:
        if any(name.span.overlaps(self._words[first].span) for name in self._starts.values()):
            return None
        start, is_former = self._former(first)
        of, end = self._of_after(last)
        before = self._of_before(start)
        bearer = self._bearer(start, first, last, end)
        if not bearer and not self._stands_alone(start, first, value, of or before):
            return None
        return Title(
            aspect=Aspect.ROLE,
            span=Span(self._words[start].span.start, self._words[end].span.end),
            value=value,
            bearer=bearer,
            of=of or before,
            is_former=is_former,
        )

    def _former(self, first: int) -> tuple[int, bool]:
        for back in (1, 2, 3):
            i = first - back
            if i < 0 or self._gap(i + 1) not in {" ", "-"}:
                break
            if self._words[i].text.lower() in _FORMER:
                return i, True
            if self._words[i].is_function:
                break
        return first, False

    def _of_after(self, last: int) -> tuple[str, int]:
        """What the role is held in, named after it: "mayor of Nice", and the last word of that."""
        i = last + 1
        if i >= len(self._words) or self._gap(i) != " " or self._words[i].text not in {"of", "for"}:
            return "", last
        i += 1
        while i < len(self._words) and self._words[i].text in {"the", "a", "an"}:
            i += 1
        if i >= len(self._words):
            return "", last
        name = self._starts.get(self._words[i].span.start)
        if name:
            end = max(k for k in range(i, len(self._words)) if self._words[k].span.end <= name.span.end)
            return name.value, end
        return ("", last) if self._words[i].is_function else (self._words[i].lemma, i)

    def _of_before(self, start: int) -> str:
        """What the role is held in, named before it: "French President", "Ukraine's president", "Trump's envoy"."""
        i = start
        while i and self._gap(i) == " " and i > start - 2 and self._is_modifier(i - 1):
            i -= 1
        if not i:
            return ""
        name = self._ends.get(self._words[i - 1].span.end)
        if name and self._gap(i) == " ":
            return name.value
        if self._words[i - 1].text in {"s", "S"} and i >= 2 and self._gap(i - 1) in {"'", "’"}:
            name = self._ends.get(self._words[i - 2].span.end)
            return name.value if name else self._words[i - 2].lemma
        return ""

    def _is_modifier(self, i: int) -> bool:
        word = self._words[i]
        return word.text[0].islower() and not word.is_function and word.span.end not in self._ends

    def _bearer(self, start: int, first: int, last: int, end: int) -> str:
        return self._bearer_after(last, end) or self._bearer_before(start, end)

    def _bearer_after(self, last: int, end: int) -> str:
        for i in dict.fromkeys((last + 1, end + 1)):
            if i < len(self._words) and self._gap(i) in ({" ", ". "} if i == last + 1 else {", "}):
                name = self._starts.get(self._words[i].span.start)
                if name and name.kind in _PERSON_KINDS:
                    return name.value
        return ""

    def _bearer_before(self, start: int, end: int) -> str:
        """ "Christian Estrosi, the former mayor of Nice," and "Estrosi is mayor of Nice"."""
        i = start
        while i > 0 and self._gap(i) in {" ", "'", "’"} and start - i < 5:
            word = self._words[i - 1]
            name = self._ends.get(word.span.end)
            if name and name.kind is NameKind.PERSON:
                break
            if word.text.lower() in _BEING:
                return self._subject(i - 1)
            if word.is_function and word.text.lower() not in {*_DETERMINERS, "s"}:
                return ""
            i -= 1
        if i == 0 or self._gap(i) != ", " or not self._closes(end):
            return ""
        name = self._ends.get(self._words[i - 1].span.end)
        return name.value if name and name.kind in _PERSON_KINDS else ""

    def _subject(self, verb: int) -> str:
        i = verb
        while i > 0 and self._words[i - 1].text.lower() in {"who", "has", "had", "also", "now", "then"}:
            i -= 1
        name = self._ends.get(self._words[i - 1].span.end) if i else None
        return name.value if name and name.kind in _PERSON_KINDS else ""

    def _closes(self, end: int) -> bool:
        """Whether the phrase ends as an apposition does."""
        if end + 1 >= len(self._words):
            return True
        gap = self._gap(end + 1)
        return gap.strip() != "" or self._words[end + 1].text in {"who", "at", "in", "from", "with"}

    def _stands_alone(self, start: int, first: int, value: str, of: str) -> bool:
        """Whether the words name a role without naming who bears it."""
        lists = self._lexicon.lists
        if value not in lists.get("titles", {}) and value not in lists.get("relationships", {}):
            return False
        if of:
            return True
        if value in _AMBIGUOUS and self._words[first].text[0].islower():
            return False
        before = self._words[start - 1].text.lower() if start else ""
        return before in _DETERMINERS or start != first
