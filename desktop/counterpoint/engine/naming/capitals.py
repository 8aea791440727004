"""Where capitals make a name: which capitalised words of a sentence begin one, and how far it goes."""

import re
from collections.abc import Mapping, Sequence

from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.naming.evidence import NameEvidence, folded, is_headline_case, opens
from counterpoint.engine.passages import Span
from counterpoint.engine.words import Word

_CALENDAR = frozenset(
    str.split(
        "january february march april may june july august september october november december jan feb mar apr jun jul"
        " aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur"
        " thurs fri sat sun mondays tuesdays wednesdays thursdays fridays saturdays sundays est edt pst pdt cst cdt mst"
        " gmt bst utc cet am pm"
    )
)
#: Small words inside names of persons and places: "Ursula von der Leyen", "Avenue des Ternes", "Bashar al-Assad".
_PARTICLES = frozenset(
    str.split("van von der den de la le les du des da di del della dos das bin bint ibn al el ben ter y zu af")
)
_LEADING_PARTICLES = frozenset({"al", "el", "bin", "van", "von"})
#: What is written as one with a name, but is no part of it: "US-led", "White House-run".
_COMPOUNDS = frozenset(str.split("led born era wide run like held style only free made based area type"))
#: Words that no dictionary of nouns and verbs has, and that begin sentences.
_NEVER = frozenset(
    str.split(
        "anyone everyone someone anybody everybody somebody nobody upon please yes no today tonight tomorrow yesterday"
        " although whatever whenever wherever whoever according despite amid among unlike click download"
    )
)
_NUMBERS = frozenset(str.split("two three four five six seven eight nine ten eleven twelve dozens hundreds thousands"))
_CONTRACTED = frozenset({"ll", "ve", "re", "d", "m", "t"})
_ADDRESSES = re.compile(r"(?:https?://|www\.|pic\.twitter\.|[@#])\S+|\S+\.(?:com|org|net|gov|edu|co\.uk)\b\S*")

_ACRONYM = range(2, 7)  # letters
_LONG_WORD = 5  # letters; a point after a shorter one may be an abbreviation's
_TITLE_WORDS = 5
_BETWEEN = 3  # small words within a name


class Capitals:
    """The capitals of one sentence. Words are spoken of by their place in it."""

    def __init__(self, text: str, words: Sequence[Word], lexicon: Lexicon, evidence: NameEvidence) -> None:
        self.words = words
        self.keys = [folded(word.text) for word in words]
        self._text = text
        self._lexicon = lexicon
        self._evidence = evidence
        self._is_headline = is_headline_case(text, words)
        self._is_shouting = self._is_headline and all(w.text.isupper() for w in words if len(w.text) > _BETWEEN)
        self._ends = self.listed("name_endings")
        self._web = self._web_addresses()

    def _web_addresses(self) -> list[Span]:
        if not self.words:
            return []
        start, end = self.words[0].span.start, self.words[-1].span.end
        words = self._text[start:end]
        if not ("@" in words or "#" in words or "/" in words or ".co" in words or ".org" in words):
            return []
        return [Span(*match.span()) for match in _ADDRESSES.finditer(self._text, start, end)]

    def listed(self, name: str) -> Mapping[str, str]:
        return self._lexicon.lists.get(name, {})

    def gap(self, i: int) -> str:
        """What stands between word i and the next; a line's end after the last."""
        return self._text[self.words[i].span.end : self.words[i + 1].span.start] if i + 1 < len(self.words) else "\n"

    # --- where names are

    def begins(self, i: int) -> bool:
        """Whether a name, or a title before one, begins at word i."""
        word = self.words[i]
        if not word.text[0].isupper():
            return self._is_leading_particle(i)
        key = self.keys[i]
        if key in _NEVER or key.partition("'")[2] in _CONTRACTED or any(span.overlaps(word.span) for span in self._web):
            return False
        if key in _NUMBERS and not self._leads_on(i):
            return False
        if word.is_function or len(word.text) == 1 or key in _CALENDAR:
            return self._is_exceptional(i)
        return self._is_candidate(i)

    def _is_leading_particle(self, i: int) -> bool:
        """Whether a name begins in lower case, its own name left out: "al-Shabab", "bin Laden"."""
        if self.keys[i] not in _LEADING_PARTICLES or self.gap(i) not in {" ", "-"}:
            return False
        return self.words[i + 1].text[0].isupper() and not self._is_headline and not self.words[i + 1].is_function

    def _is_exceptional(self, i: int) -> bool:
        """Whether a word that is no name as a rule is one here: "IS" the group, "Lancaster, PA", "J. Edgar", May."""
        key = self.keys[i]
        if key in _CALENDAR:
            return self._is_person_like(i)
        if len(self.words[i].text) == 1:
            return self._is_initial(i)
        if not self.is_acronym(i):
            return False
        is_state = key in self.listed("states") and i > 0 and self.gap(i - 1) == ", "
        return is_state or key in self.listed("organisations")

    def _is_candidate(self, i: int) -> bool:
        """Whether a capitalised content word is a name's."""
        key = self.keys[i]
        seen = key in self._evidence.inner and key not in self._evidence.small
        if self._is_headline:
            return seen or self.is_place_or_organisation(key) or self.is_surname(key)
        if self._is_common_label(i):
            return False
        if not opens(self._text, self.words, i):
            return not self._is_shouted(i)
        return self._opens_name(i, key, seen=seen)

    def _opens_name(self, i: int, key: str, *, seen: bool) -> bool:
        """Whether a word that opens a sentence, and would have its capital in any case, is a name's."""
        is_small = key in self._evidence.small and key not in self._evidence.inner
        if seen or (self.is_place_or_organisation(key) and not is_small):
            return True
        if self.is_acronym(i) and not self._is_shouted(i):
            return True
        if key in self.listed("given_names") and (not self.is_common(i) or self._leads_name(i)):
            return True
        if key in self._evidence.inner or not (is_small or self.is_common(i)):
            return True
        if not is_small and (self._says(i) or self._is_surname_only(i)):
            return True
        return self._leads_name(i)

    def _says(self, i: int) -> bool:
        """Whether the word says something, though as a common noun it could not: "Macron said"."""
        if self.gap(i) != " " or self.words[i + 1].lemma not in self.listed("saying"):
            return False
        word, speakers = self.words[i], self.listed("speakers")
        speaks = self.keys[i] in speakers or word.lemma in speakers
        is_third = not self.words[i + 1].text.endswith("ing") and self.words[i + 1].text != self.words[i + 1].lemma
        return is_third and not speaks and self._lexicon.category(word.lemma) not in {"person", "group"}

    def _is_surname_only(self, i: int) -> bool:
        """Whether a dictionary has the word for somebody who bore it, hardly as a noun: "Farrell's son"."""
        word = self.words[i]
        is_bare = word.text.lower() == word.lemma and word.lemma not in self._lexicon.senses
        return is_bare and self._lexicon.category(word.lemma) == "person" and word.lemma not in self._lexicon.verbs

    def _is_person_like(self, i: int) -> bool:
        """Whether a month is a person: only where a first name or a surname stands beside "May" or "April"."""
        given = self.listed("given_names")
        if i > 0 and self.gap(i - 1) == " " and self.keys[i - 1] in given:
            return True
        after = self.gap(i) == " " and self.words[i + 1].text[0].isupper()
        return after and self.keys[i] in given and self.keys[i + 1] not in _CALENDAR

    def _is_initial(self, i: int) -> bool:
        end = self.words[i].span.end
        return self._text[end : end + 1] == "." and self.words[i].text != "I"

    def is_acronym(self, i: int) -> bool:
        word = self.words[i].text
        return not self._is_shouting and len(word.replace(".", "")) in _ACRONYM and word.isupper()

    def _is_shouted(self, i: int) -> bool:
        """Whether a common word stands in capitals for emphasis: "READ MORE", "NOT", "FILE"."""
        word, key = self.words[i], self.keys[i]
        if not word.text.isupper() or self.is_place_or_organisation(key) or "." in word.text:
            return False
        if self.gap(i) == ", " and self.keys[i + 1] in self.listed("states"):
            return False  # "MILTON, Wash."
        can_be_said = any(vowel in key[1:] for vowel in "aeiouy")  # not so "ICBM", which a dictionary has too
        return key in self._evidence.small or (len(key) > _BETWEEN and can_be_said and self.is_common(i))

    def _is_common_label(self, i: int) -> bool:
        """Whether the word is a label before a colon: "Updated: 9 May"."""
        return self.gap(i).startswith(":") and self.is_common(i) and not self.is_place_or_organisation(self.keys[i])

    def is_place_or_organisation(self, key: str) -> bool:
        lists = self._lexicon.lists
        if any(key in lists.get(name, ()) for name in ("countries", "places", "organisations")):
            return True
        return len(key) > _BETWEEN and key in lists.get("states", ())

    def is_surname(self, key: str) -> bool:
        """Whether the source has the word after a given name or a title."""
        firsts = self._evidence.before.get(key, ())
        return any(f in self.listed("given_names") or f in self.listed("titles") for f in firsts)

    def is_common(self, i: int) -> bool:
        """Whether a dictionary has the word."""
        word = self.words[i]
        return word.lemma in self._lexicon.words or word.text.lower() in self._lexicon.words

    def _leads_name(self, i: int) -> bool:
        """Whether a sentence's first word, a common one, begins a name or title that goes on: "Prime Minister Tusk"."""
        if not self._leads_on(i):
            return False
        key = self.keys[i]
        if self.title_length(i):
            return True
        following = self.keys[i + 1]
        if following in self.listed("countries") and f"{key} {following}" not in self.listed("countries"):
            return False  # "New Portuguese minister"
        if key in self._evidence.small or key in _NUMBERS or key.endswith("ing"):
            return False
        return key in self._evidence.inner or self.keys[i + 1] not in self._evidence.alone

    def _leads_on(self, i: int) -> bool:
        """Whether a capitalised content word follows at once."""
        if self.gap(i) not in {" ", "-", ". ", " & "}:
            return False
        following = self.words[i + 1]
        return following.text[0].isupper() and not following.is_function and self.keys[i + 1] not in _CALENDAR

    # --- how far they go

    def run_end(self, first: int) -> int:
        last = first + max(1, self.title_length(first)) - 1
        while (step := self._step(first, last)) > 0:
            last += step
        return last

    def _step(self, first: int, last: int) -> int:
        """How many words further the name goes."""
        gap = self.gap(last)
        if gap in {"'", "’"}:
            return self._genitive_step(last)
        if not (gap in {" ", "-", "‑", " & ", "\u00a0"} or (gap == ". " and self._is_abbreviation(last))):
            return 0
        following = last + 1
        if self._is_capital(following):
            return 1
        if gap == "-":
            return int(self.words[following].text[0].isdigit() or self._is_second_syllable(first, following))
        return self._joined_step(first, last)

    def _is_second_syllable(self, first: int, i: int) -> bool:
        """Whether the word ends a given name: "Kim Jong-un", not "White House-led"."""
        key = self.keys[i]
        return i - first > 1 and len(key) < _LONG_WORD and key.islower() and key not in _COMPOUNDS

    def _genitive_step(self, last: int) -> int:
        """The step over a genitive in a name: "St. Joseph's Hospital", not "Ukraine's Parliament"."""
        if self.keys[last + 1] != "s" or self.gap(last + 1) != " " or last + 2 >= len(self.words):
            return 0
        end = self._last_capital(last + 2)
        if self.is_place_or_organisation(self.keys[last]) or not self._is_capital(last + 2):
            return 0
        return 2 if self.keys[end] in self._ends and not self.title_length(last + 2) and end - last <= _BETWEEN else 0

    def _is_capital(self, i: int) -> bool:
        """Whether the word can go on a name."""
        word, key = self.words[i], self.keys[i]
        if not word.text[0].isupper() or any(span.overlaps(word.span) for span in self._web):
            return False
        if len(word.text) == 1:
            return self._is_initial(i) or (i > 0 and self.gap(i - 1) in {"-", " & "})
        if word.is_function and key not in _PARTICLES:
            return False
        if self._is_headline:
            return self.begins(i)
        if self._is_shouted(i) and not self.words[i - 1].text.isupper():
            return False
        return key not in _CALENDAR or self._is_person_like(i)

    def _is_abbreviation(self, i: int) -> bool:
        key = self.keys[i]
        if len(key) == 1 or key in {"st", "ste", "mt", "ft"}:
            return True
        return len(key) <= _LONG_WORD and key in self.listed("titles")

    def _joined_step(self, first: int, last: int) -> int:
        """The step over small words within a name: particles, "of the", "and" where such a name has them."""
        i = last + 1
        while i < len(self.words) and self.words[i].text[0].islower() and i - last <= _BETWEEN:
            if self.gap(i) not in {" ", "-"}:
                return 0
            i += 1
        if i >= len(self.words) or not self._is_capital(i):
            return 0
        between = self.keys[last + 1 : i]
        if all(word in _PARTICLES for word in between):
            return i - last
        phrase = " ".join(between)
        goes_on = (phrase in {"of", "of the", "for", "for the"} and self._goes_on(first, last)) or (
            phrase == "and" and self._ands(last, i)
        )
        return i - last if goes_on else 0

    def _goes_on(self, first: int, last: int) -> bool:
        """Whether "of" goes on with it: "Coalition of the Willing", not "President of France"."""
        if self._is_headline or self.title_length(first) == last - first + 1:
            return False
        key = self.keys[last]
        if key in self.listed("name_heads"):
            return True
        joins = any(self.words[i].text == "for" or self.words[i].text == "of" for i in range(first, last))
        return joins and self.is_common(last) and not self.is_place_or_organisation(key)

    def _ands(self, last: int, following: int) -> bool:
        """Whether "and" joins words of one name: "Food and Drug Administration", not "France and United Nations"."""
        if self._ends.get(self.keys[self._last_capital(following)]) != "organisation" or self.keys[last] in self._ends:
            return False
        return self.is_common(last) and not self.is_place_or_organisation(self.keys[last])

    def _last_capital(self, i: int) -> int:
        while i + 1 < len(self.words) and self.gap(i) == " " and self._is_capital(i + 1):
            i += 1
        return i

    def title_length(self, i: int, last: int | None = None) -> int:
        """How many words from i on are one title."""
        titles = self.listed("titles")
        end = len(self.words) - 1 if last is None else last
        for length in range(min(_TITLE_WORDS, end - i + 1), 0, -1):
            if " ".join(self.keys[i : i + length]) in titles:
                return length
            plural = self.words[i + length - 1].lemma
            if plural != self.keys[i + length - 1] and " ".join([*self.keys[i : i + length - 1], plural]) in titles:
                return length
        return 0
