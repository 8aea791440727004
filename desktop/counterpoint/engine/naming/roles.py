"""Roles: what a person is or was, and to whom: "French President", "the special envoy", "ex-wife"."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from counterpoint.engine.details import Aspect, Name, NameKind, Title
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.naming.evidence import folded
from counterpoint.engine.passages import Span
from counterpoint.engine.sources import SourceId
from counterpoint.engine.words import Word

_LONGEST = 5  # words of a title
_SECOND = frozenset({"deputy"})  # what is a role of its own and that of whoever stands in for another
_ADDRESS = frozenset(str.split("mr mrs ms miss mx mme monsieur herr frau senor senora sir dame"))
_FORMER = frozenset(str.split("former ex onetime erstwhile"))
#: Titles that are common words of other meaning in lower case; they count only beside a name.
_AMBIGUOUS = frozenset(
    str.split("general major private count chair lord king queen justice captain minister leader agent")
)
#: Relationships whose words are common in other senses.
_LOOSE = frozenset(str.split("partner friend boss child parent twin lover tenant landlord colleague neighbor"))
_DETERMINERS = frozenset(str.split("the a an his her their its my our your this that"))
_PERSON_KINDS = frozenset({NameKind.PERSON, NameKind.OTHER})
_BEING = frozenset(str.split("is was be been become became remains remained as"))


_PARTICIPLES = frozenset(str.split("elected appointed retired acting incoming outgoing serving leading fallen fired"))
_NUMBERS = frozenset(str.split("one two three four five six seven eight nine ten eleven twelve"))
_MODIFIERS = 4  # words between an article and the role
_PHRASE = 7  # words between a bearer and the role


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
        may_begin = folded(self._words[i].text) in self._lexicon.role_starts
        for length in range(min(_LONGEST, len(self._words) - i) if may_begin else 0, 0, -1):
            phrase = folded(self._text[start : self._words[i + length - 1].span.end])
            value = titles.get(phrase) or relations.get(phrase)
            if value in _SECOND and length == 1:
                return self._second(i, value)
            if value:
                return (0, "") if value in _ADDRESS else (length, value)
        return (1, self._words[i].lemma) if self._is_person(i) else (0, "")

    def _second(self, i: int, value: str) -> tuple[int, str]:
        """The role with what its holder stands in for: "deputy mayor", "deputy transport minister"."""
        for at in (i + 1, i + 2):
            if at >= len(self._words) or self._gap(at) not in {" ", "-"} or self._words[at].span.start in self._starts:
                break
            length, first = self._role(at)
            if first:
                return at - i + length, f"{value} {first}"
        return 1, value

    def _is_person(self, i: int) -> bool:
        """Whether the word is a common noun for a person, in the singular; "told" is not a Tell."""
        word = self._words[i]
        if word.is_function or word.text.lower() != word.lemma or word.lemma in self._lexicon.lists.get("saying", {}):
            return False
        return self._lexicon.category(word.lemma) == "person" and word.span.start not in self._starts

    def _gap(self, i: int) -> str:
        """What stands before word i."""
        at_end = i >= len(self._words)
        return "" if at_end or not i else self._text[self._words[i - 1].span.end : self._words[i].span.start]

    def _title(self, first: int, last: int, value: str) -> Title | None:
        if any(name.span.overlaps(self._words[first].span) for name in self._starts.values()):
            return None
        start, is_former = self._former(first)
        of, end = self._of_after(last)
        before = self._of_before(start)
        bearer = self._bearer(start, last, end)
        if not bearer and not self._stands_alone((start, first, last), value, of or before):
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
            if i and (self._words[i - 1].text.lower(), self._gap(i), self._words[i].text.lower()) == (
                "one",
                "-",
                "time",
            ):
                return i - 1, True
            if self._words[i].is_function:
                break
        return first, False

    def _of_after(self, last: int) -> tuple[str, int]:
        """What the role is held in, named after it: "mayor of Trieste", and the last word of that."""
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
            return name.value, end + self._continues(end)
        word = self._words[i]
        is_noun = not word.is_function and word.text.isalpha() and self._gap(i + 1) != "-"
        return (word.lemma, i) if is_noun and word.lemma not in _NUMBERS else ("", last)

    def _continues(self, end: int) -> int:
        """1 where a common noun ends what is named: "president of the Riviera region"."""
        if self._gap(end + 1) != " " or self._words[end + 1].is_function:
            return 0
        word = self._words[end + 1]
        is_noun = bool(self._lexicon.category(word.lemma)) and word.lemma not in self._lexicon.verbs
        return int(is_noun and word.text[0].islower())

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
        if self._words[i - 1].text in {"s", "S"} and i > 1 and self._gap(i - 1) in {"'", "’"}:
            name = self._ends.get(self._words[i - 2].span.end)
            return name.value if name else self._words[i - 2].lemma
        return ""

    def _is_modifier(self, i: int) -> bool:
        word = self._words[i]
        return word.text[0].islower() and not word.is_function and word.span.end not in self._ends

    def _bearer(self, start: int, last: int, end: int) -> str:
        return self._bearer_after(last, end) or self._bearer_before(start, end)

    def _bearer_after(self, last: int, end: int) -> str:
        """The bearer in "President Macron", "mayor of Harrow Ana Ruiz" and "the mayor of Harrow, Ana Ruiz,"."""
        places = ((last + 1, {" ", ". "}), (end + 1, {", "}), (end + 1, {" "}))
        for i, gaps in places:
            name = self._starts.get(self._words[i].span.start) if i < len(self._words) else None
            if name and name.kind in _PERSON_KINDS and self._gap(i) in gaps and (" " in gaps or self._is_apart(name)):
                return name.value
        return ""

    def _is_apart(self, name: Name) -> bool:
        """Whether a mark closes the name as an apposition: "her husband, Peter Jordan, died"."""
        return self._text[name.span.end : name.span.end + 1] in {
            ",",
            ".",
            ";",
            ")",
            "",
        }

    def _bearer_before(self, start: int, end: int) -> str:
        """The bearer in "Marco Bellini, the former mayor of Trieste," and "Bellini is mayor of Trieste"."""
        i = start
        while i > 0 and self._gap(i) in {" ", "'", "’"} and start - i < _PHRASE:
            word = self._words[i - 1]
            name = self._ends.get(word.span.end)
            if name and name.kind is NameKind.PERSON:
                break
            if word.text.lower() in _BEING:
                return self._subject(i - 1)
            lower = word.text.lower()
            if word.is_function and lower not in _DETERMINERS and lower != "s":
                return ""
            if word.lemma in self._lexicon.verbs and lower != word.lemma and lower not in _PARTICIPLES:
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
        if self._words[end + 1].lemma in self._lexicon.lists.get("saying", {}):
            return True
        return gap.strip() != "" or self._words[end + 1].text in {"who", "at", "in", "from", "with"}

    def _stands_alone(self, places: tuple[int, int, int], value: str, of: str) -> bool:
        """Whether the words name a role without naming who bears it."""
        start, first, last = places
        lists = self._lexicon.lists
        is_relative = value in lists.get("relationships", {})
        if not is_relative and (value not in lists.get("titles", {}) or self._owns(last)):
            return False
        if self._is_plural(last) or (
            self._words[first].text in _AMBIGUOUS and self._describes(last) and not (of and value == "chairman")
        ):
            return False
        is_near = is_relative and value not in _LOOSE
        return bool(of) or start != first or is_near or self._is_determined(first)

    def _is_determined(self, first: int) -> bool:
        """Whether an article or the like opens the phrase: "the captain", "a flight captain"."""
        i = first
        while i and first - i < _MODIFIERS and self._gap(i) == " " and not self._words[i - 1].is_function:
            i -= 1
        return i > 0 and self._gap(i) in {" ", "-"} and self._words[i - 1].text.lower() in _DETERMINERS

    def _describes(self, last: int) -> bool:
        """Whether the word only describes what follows: "a general strike", "an agent of change"."""
        if self._words[last].text == "chair":
            return True  # more often a piece of furniture
        if last + 1 >= len(self._words) or self._gap(last + 1) != " ":
            return False
        following = self._words[last + 1]
        if following.is_function:
            return following.text == "of"
        is_past = following.lemma in self._lexicon.verbs and following.text.lower() != following.lemma
        return not is_past or following.text.endswith("s")

    def _is_plural(self, last: int) -> bool:
        """Whether several are meant: "deputies"; whoever they are, they are no one's role."""
        word = self._words[last]
        lower = word.text.lower()
        return lower != word.lemma and (lower.endswith("s") or lower == "children")

    def _owns(self, last: int) -> bool:
        """Whether the role only says whose something is: "the sheriff's department"."""
        return last + 1 < len(self._words) and self._words[last + 1].text == "s"
