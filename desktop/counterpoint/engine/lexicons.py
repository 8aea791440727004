"""The word lists as a value: what WordNet and our own curated lists know of words, apart from any text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

#: Suffixes taken off a word until a known one is left, in WordNet's own order (its `morphy`).
SUFFIXES = (
    ("ies", "y"), ("ches", "ch"), ("shes", "sh"), ("sses", "ss"), ("xes", "x"), ("zes", "z"), ("men", "man"), ("s", ""),
    ("ied", "y"), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""), ("est", "e"), ("est", ""), ("er", "e"),
)  # fmt: skip
#: Known words that end so are no plurals: "pass", "virus", "crisis".
SINGULAR_ENDINGS = ("ss", "us", "is")
#: Ends a phrase of the topics that is told of what follows it.
OF_NEXT = "*"
_FIRST_WORD = re.compile(r"[^ '’-]*")
VERB_SUFFIXES = {"ied", "ed", "ing"}


@dataclass(frozen=True, slots=True)
class Topic:
    """Phrases and the poles that they stand for, of which any two exclude one another when told of one thing.

    `of` is what they can be told of, empty for anything: nouns, and categories of nouns with an "@" before them.
    """

    poles: Mapping[str, str]
    of: frozenset[str]


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of a phrase of the topics, and what it stands for: each of its topics with its pole of it.

    `is_of_next` is said of what follows, as the gunman of "search for the gunman".
    """

    words: tuple[str, ...]
    stands: tuple[tuple[str, str], ...]
    is_of_next: bool = False


@dataclass(frozen=True)
class Lexicon:
    """Words and what they are to one another.

    Args:
        words: every known lemma, lower case.
        verbs: those that are verbs.
        irregular: inflected form -> lemma.
        categories: noun -> the category of its commonest sense ("person", "location", "artifact" ...).
        senses: noun -> numbers of its commonest senses; acts: the same for verbs; parents: sense -> the wider senses.
        opposites: pairs of words of opposite meaning, both ways.
        lists: name of a curated list -> its members (may be several words) -> the entry that they belong to.
        topics: by name, what can't both be told of one event.
    """

    words: frozenset[str]
    verbs: frozenset[str]
    irregular: Mapping[str, str]
    categories: Mapping[str, str]
    senses: Mapping[str, tuple[int, ...]]
    acts: Mapping[str, tuple[int, ...]]
    parents: Mapping[int, tuple[int, ...]]
    opposites: frozenset[tuple[str, str]]
    lists: Mapping[str, Mapping[str, str]]
    topics: Mapping[str, Topic]

    @cached_property
    def _lemmas(self) -> dict[str, str]:
        return {}

    @cached_property
    def _known_kinships(self) -> dict[tuple[str, str], float]:
        return {}

    @cached_property
    def role_starts(self) -> frozenset[str]:
        """The words that an office or a relationship of the lists can begin with."""
        listed = (*self.lists.get("titles", {}), *self.lists.get("relationships", {}))
        return frozenset(_FIRST_WORD.match(role).group() for role in listed)  # pyright: ignore[reportOptionalMemberAccess]

    @cached_property
    def _known_meanings(self) -> dict[str, tuple[tuple[frozenset[int], frozenset[int]], ...]]:
        return {}

    def lemma(self, word: str) -> str:
        """The normal form of a word: "pledged" -> "pledge", "countries" -> "country"; an unknown word in lower case.

        A form that can be a verb's is taken for it ("meeting" -> "meet"): two accounts often differ in nothing else.
        """
        known = self._lemmas.get(word)
        if known is None:
            known = self._lemmas[word] = self._find_lemma(word.lower().replace("’", "'"))
        return known

    def _find_lemma(self, word: str) -> str:
        if word in self.words and word.endswith(SINGULAR_ENDINGS):
            return word
        if word in self.irregular:
            return self.irregular[word]
        for suffix, instead in SUFFIXES:
            if word.endswith(suffix) and len(word) >= len(suffix) + 2:
                stem = word[: -len(suffix)] + instead
                if stem in (self.verbs if suffix in VERB_SUFFIXES else self.words):
                    return self._kept(word, stem, suffix)
                if suffix in VERB_SUFFIXES and not instead and stem[-1:] == stem[-2:-1] and stem[:-1] in self.verbs:
                    return stem[:-1]  # "stopped" -> "stop"
        return word

    def _kept(self, word: str, stem: str, suffix: str) -> str:
        """Whether the word is a lemma of its own rather than the stem's form: "news", "forest", "officer" are."""
        if word not in self.words or suffix in VERB_SUFFIXES:
            return stem
        is_plural = suffix in {"s", "ies", "men"} and (stem in self.categories or stem in self.verbs)
        return stem if is_plural else word

    def listed(self, name: str, word: str) -> str | None:
        """The entry of a curated list that the word (or words) belongs to; None when it is not on it."""
        return self.lists.get(name, {}).get(word)

    def category(self, noun: str) -> str:
        """The category of the noun's commonest sense, "" when unknown."""
        return self.categories.get(noun, "")

    def kinship(self, a: str, b: str) -> float:
        """How near the meanings of two nouns or verbs are.

        1 the same word, 0.9 synonyms, 0.7 one is a kind of the other, 0.4 kinds of one thing, 0 strangers; senses and
        steps as in WordNet (Fellbaum 1998), and as the lists "synonyms" and "wider_kinds" have it.
        """
        if a == b:
            return 1.0
        known = self._known_kinships.get((a, b))
        if known is None:
            known = self._known_kinships[a, b] = self._find_kinship(a, b)
        return known

    def _find_kinship(self, a: str, b: str) -> float:
        best = self._listed_kinship(a, b)
        if best:
            return best
        for (ours, above_ours), (theirs, above_theirs) in zip(self._meanings(a), self._meanings(b), strict=True):
            if not ours.isdisjoint(theirs):
                return 0.9
            if not (above_ours.isdisjoint(theirs) and above_theirs.isdisjoint(ours)):
                best = 0.7
            elif not above_ours.isdisjoint(above_theirs):
                best = max(best, 0.4)
        return best

    def _listed_kinship(self, a: str, b: str) -> float:
        if (self.listed("synonyms", a) or a) == (self.listed("synonyms", b) or b):
            return 0.9
        return 0.7 if self.are_wider(a, b) else 0.0

    def are_wider(self, a: str, b: str) -> bool:
        """Whether the list of wider kinds has one of two nouns as a kind of the other: "ferry" of "ship"."""
        one, other = self.listed("synonyms", a) or a, self.listed("synonyms", b) or b
        return self.listed("wider_kinds", one) == other or self.listed("wider_kinds", other) == one

    def _meanings(self, word: str) -> tuple[tuple[frozenset[int], frozenset[int]], ...]:
        """The word's senses and all that are wider, as a noun and as a verb."""
        known = self._known_meanings.get(word)
        if known is None:
            found = [frozenset(senses.get(word, ())) for senses in (self.senses, self.acts)]
            known = tuple((own, frozenset(w for sense in own for w in self.parents.get(sense, ()))) for own in found)
            self._known_meanings[word] = known
        return known

    @cached_property
    def _opposed(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for word, opposite in self.opposites:
            found.setdefault(word, set()).add(opposite)
        return {word: frozenset(opposites) for word, opposites in found.items()}

    def opposites_of(self, word: str) -> frozenset[str]:
        """The words of opposite meaning."""
        return self._opposed.get(word, frozenset())

    def are_opposite(self, a: str, b: str) -> bool:
        return (a, b) in self.opposites

    @cached_property
    def phrases(self) -> Mapping[str, tuple[Phrase, ...]]:
        """The topics' phrases by their first word, the longest first."""
        stands: dict[tuple[str, ...], list[tuple[str, str]]] = {}
        for name, topic in self.topics.items():
            for phrase, pole in topic.poles.items():
                stands.setdefault(tuple(phrase.split()), []).append((name, pole))
        found: dict[str, list[Phrase]] = {}
        for words in sorted(stands, key=lambda words: (-len(words), words)):
            is_of_next = words[-1] == OF_NEXT
            phrase = Phrase(words[:-1] if is_of_next else words, tuple(stands[words]), is_of_next)
            found.setdefault(words[0], []).append(phrase)
        return {first: tuple(phrases) for first, phrases in found.items()}


def parse_list(text: str) -> dict[str, str]:
    """A curated list: lines "entry: member, member", "#" begins a comment; an entry is a member of itself.

    Raises:
        ValueError: a member stands in two entries, or a line has no colon.
    """
    found: dict[str, str] = {}
    lines = (line.partition("#")[0].strip() for line in text.split("\n"))
    for line in filter(None, lines):
        entry, colon, members = line.partition(":")
        if not colon:
            raise ValueError(f"no colon in {line!r}")
        for member in [entry, *members.split(",")]:
            word = member.strip()
            if word and found.setdefault(word, entry.strip()) != entry.strip():
                raise ValueError(f"{word!r} stands in {found[word]!r} and in {entry!r}")
    return found


def parse_topics(text: str) -> dict[str, Topic]:
    """The topics by name, of lines "topic / pole: phrase, phrase"; the pole "of" holds what they are told of.

    Raises:
        ValueError: a phrase stands at two poles of a topic, or a line has no colon or no slash.
    """
    poles: dict[str, dict[str, str]] = {}
    of: dict[str, set[str]] = {}
    for line in filter(None, (line.partition("#")[0].strip() for line in text.split("\n"))):
        entry, colon, members = line.partition(":")
        topic, slash, pole = entry.partition(" / ")
        if not colon or not slash:
            raise ValueError(f"no topic and pole in {line!r}")
        known = poles.setdefault(topic, {})
        for phrase in filter(None, (member.strip() for member in members.split(","))):
            if pole == "of":
                of.setdefault(topic, set()).add(phrase)
            elif known.setdefault(phrase, pole) != pole:
                raise ValueError(f"{phrase!r} stands at two poles of {topic!r}")
    return {topic: Topic(known, frozenset(of.get(topic, ()))) for topic, known in poles.items()}


def build_lexicon(
    wordnet: Mapping[str, Any],
    lists: Mapping[str, Mapping[str, str]],
    topics: Mapping[str, Topic],
) -> Lexicon:
    """The lexicon of resources/words/wordnet.json (see build.py there), the parsed curated lists and the topics.

    The curated list "opposites" (entry and members are opposites of one another) is joined to WordNet's.
    """
    pairs = {tuple(pair) for pair in wordnet["opposites"]}
    pairs |= {(member, entry) for member, entry in lists.get("opposites", {}).items() if member != entry}
    return Lexicon(
        words=frozenset(wordnet["words"].split()),
        verbs=frozenset(wordnet["verbs"].split()),
        irregular=wordnet["irregular"],
        categories={noun: category for category, nouns in wordnet["categories"].items() for noun in nouns.split()},
        senses={noun: tuple(senses) for noun, senses in wordnet["nouns"].items()},
        acts={verb: tuple(senses) for verb, senses in wordnet["acts"].items()},
        parents={int(sense): tuple(wider) for sense, wider in wordnet["parents"].items()},
        opposites=frozenset(pairs | {(b, a) for a, b in pairs}),
        lists=lists,
        topics=topics,
    )
