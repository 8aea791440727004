"""Negations: what a sentence denies, whichever words it takes to do so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterpoint.engine.details import Aspect, Polarity
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.verbs import BE, DO, HAVE, PREPOSITIONS, Form, is_manner, verb_form
from counterpoint.engine.words import Word

_NOT = frozenset("not never cannot".split())
_REACH = 6  # words between a cue and what it denies, in "has not yet been formally charged"
_SKIPPED = frozenset(
    """a an the any to be been being have has had yet also ever even still so very it him her them his their its
    actually really currently formally officially yet previously otherwise later then now all about""".split()
)
_TENTATIVE = frozenset("appear seem believe think expect suppose".split())  # denies what follows
_BEINGS = frozenset("person group animal location artifact object body".split())
_TERMS = frozenset("until unless alone".split())  # up to which, or but for which, it is denied
_LEAST_STEM = 4  # letters left after a prefix: "unit", "index", "until" hold none
_MARKS = frozenset(("", "-", "'", "’", "‘", "“", '"', "$", "£", "€"))  # may stand inside a phrase


@dataclass(frozen=True, slots=True)
class _Denial:
    """Words by number: the cue's first and last, the target's first and last; `value` is the target's normal form."""

    first: int
    last: int
    target: tuple[int, int]
    value: str
    is_inside: bool = False  # cue and target are one word: "unloaded"


def find_polarities(text: str, span: Span, words: Sequence[Word], lexicon: Lexicon) -> tuple[Polarity, ...]:
    """The negations of a sentence, in text order; two that cancel each other are left out.

    `value` joins what is denied with a limiting adverb or a hyphenated word: "not seriously hurt" is "seriously-hurt",
    "not gang-related" is "gang-relate": neither denies "hurt" or "related".
    """
    denials = _resolved(list(_Reader(text, span, words, lexicon).denials()))
    return tuple(
        Polarity(
            aspect=Aspect.POLARITY,
            span=words[denial.first].span.joined(words[denial.last].span),
            value=denial.value,
            target=words[denial.target[0]].span.joined(words[denial.target[1]].span),
        )
        for denial in denials
    )


def _resolved(denials: list[_Denial]) -> list[_Denial]:
    """Without those that deny a denial: "not unloaded" is loaded, "never failed to pay" leaves "failed" denied."""
    if len(denials) < 2:  # noqa: PLR2004
        return denials
    left: list[_Denial] = []
    for denial in denials:
        others = [other for other in denials if other is not denial]
        inner = next((d for d in others if denial.target[0] <= d.first <= denial.target[1]), None)
        is_denied = any(d.target[0] <= denial.first <= d.target[1] for d in others)
        if not is_denied and not (inner and inner.is_inside):
            left.append(denial)
    return left


class _Reader:
    """One sentence being read for its negations."""

    def __init__(self, text: str, span: Span, words: Sequence[Word], lexicon: Lexicon) -> None:
        self._words = words
        self._lexicon = lexicon
        self._lowers = [word.text.lower().replace("’", "'") for word in words]
        ends = [span.start, *(word.span.end for word in words)]
        self._gaps = [text[end : word.span.start].strip() for end, word in zip(ends, words, strict=False)]
        self._size = len(words)

    def denials(self) -> Iterator[_Denial]:
        cues = self._lexicon.lists.get("negations", {})
        for at, lower in enumerate(self._lowers):
            if lower == "without" and at and self._words[at].is_capitalised and self._words[at - 1].is_capitalised:
                continue  # of a name: "Doctors Without Borders"
            if lower in _NOT or lower.endswith("n't"):
                found = None if self._is_rhetorical(at) or self._has_term(at) else self._denied(at, at)
            elif lower == "no":
                found = self._no(at)
            elif lower == "nor" and (self._low(at + 1) in DO or self._low(at + 1) in HAVE or self._low(at + 1) in BE):
                found = self._denied(at, at + 1)
            elif lower in {"yet", "ruled", "rule", "rules", "ruling"}:
                found = self._split_cue(at)
            else:
                kind = cues.get(lower) or cues.get(self._words[at].lemma)
                found = self._governed(at, kind) if kind and not self._is_rhetorical(at) else self._prefixed(at)
            if found:
                yield found
                yield from self._coordinated(found)

    def _coordinated(self, denial: _Denial) -> Iterator[_Denial]:
        """The second of two that one cue denies: "not drug-related or gang-related"."""
        at = denial.target[1] + 1
        is_joined = self._low(at) in {"or", "nor"} and not self._breaks(at) and not self._breaks(at + 1)
        if is_joined and not denial.is_inside and not self._words[at + 1].is_function:
            yield self._with_target(denial.first, denial.last, at + 1)

    def _low(self, at: int) -> str:
        return self._lowers[at] if 0 <= at < self._size else ""

    def _form(self, at: int) -> Form:
        return verb_form(self._words[at], self._lexicon)

    def _breaks(self, at: int) -> bool:
        return at >= self._size or self._gaps[at] not in _MARKS

    def _is_rhetorical(self, at: int) -> bool:
        own = "not" if self._lowers[at].endswith("n't") else self._lowers[at]
        after, later = self._low(at + 1), self._low(at + 2)
        if own == "not" and after in {"have", "need"} and later == "to":
            return True
        phrases = (f"{own} {after}", f"{self._lowers[at]} {after}", f"{self._low(at - 1)} {own}")
        return any(self._lexicon.listed("negations", phrase) == "rhetorical" for phrase in phrases)

    def _has_term(self, at: int) -> bool:
        """Whether it is denied only up to a time or but for a case: "did not leave until Friday"."""
        for here in range(at + 1, min(at + 9, self._size)):
            if self._breaks(here):
                return False
            if self._lowers[here] in _TERMS or (self._lowers[here] == "before" and self._is_future(at)):
                return True
        return False

    def _is_future(self, at: int) -> bool:
        """Whether it is denied of what is to come: "will not begin before May"."""
        return self._lowers[at] in {"won't", "cannot", "can't"} or self._low(at - 1) in {"will", "would", "can"}

    def _denied(self, first: int, last: int) -> _Denial | None:
        """What a negation before a verb or a complement denies: the next word with a meaning of its own."""
        limit = ""
        for at in range(last + 1, min(last + 1 + _REACH, self._size)):
            if self._breaks(at):
                break
            lower = self._lowers[at]
            if lower in PREPOSITIONS and lower not in {"to", "about"}:
                return (
                    self._placed(first, last, at)
                    if self._lowers[last] in BE or self._low(first - 1) in {*BE, "s"}
                    else None
                )
            if lower == "have" and {self._low(last - 1), self._low(last)} & DO:
                return self._no(at, first)
            if self._words[at].is_function or lower in _SKIPPED:
                continue
            if lower == "going" and self._low(at + 1) == "to":
                continue
            if is_manner(lower, self._lexicon) and not self._breaks(at + 1):
                limit = f"{lower}-"
                continue
            return self._tentative(first, last, at) or self._with_target(first, last, at, limit)
        return None

    def _placed(self, first: int, last: int, at: int) -> _Denial | None:
        """What "was not at home" denies: the noun after the preposition."""
        here = at + 1
        while (
            not self._breaks(here) and here <= at + _REACH and (self._words[here].is_function or self._is_adverb(here))
        ):
            here += 1
        if self._breaks(here) or self._words[here].is_function:
            return None
        end = self._phrase_end(here)
        return _Denial(first, last, (at, end), self._words[end].lemma)

    def _tentative(self, first: int, last: int, at: int) -> _Denial | None:
        """What "does not appear to be random" and "don’t believe that it was random" deny: "random"."""
        if self._words[at].lemma not in _TENTATIVE or self._breaks(at + 1):
            return None
        if self._low(at + 1) == "to":
            return self._denied(first, at + 1)
        for here in range(at + 1, min(at + _REACH, self._size - 1)):
            if self._breaks(here):
                break
            if self._lowers[here] in BE:
                found = self._denied(here, here)
                return _Denial(first, last, found.target, found.value) if found else None
        return None

    def _with_target(self, first: int, last: int, at: int, limit: str = "") -> _Denial:
        """The denial of the word, of the hyphenated word that it begins, or of the noun that its phrase ends with."""
        start = at
        while at + 1 < self._size and self._joins(at + 1):
            at += 1
        if at > start:
            return _Denial(
                first, last, (start, at), limit + "-".join(word.lemma for word in self._words[start : at + 1])
            )
        if self._low(at - 1) in {"a", "an", "the", "any"}:
            at = self._phrase_end(at)
        return _Denial(first, last, (start, at), limit + self._words[at].lemma)

    def _joins(self, at: int) -> bool:
        """Whether the word is one with that before it: "gang-related", and "life threatening" without its hyphen."""
        if self._gaps[at] == "-":
            return True
        is_participle = self._form(at) is Form.ING and self._form(at - 1) is Form.NONE
        return not self._gaps[at] and is_participle and self._low(at - 1) in self._lexicon.categories

    def _phrase_end(self, at: int) -> int:
        while at + 1 < self._size and not self._breaks(at + 1) and self._is_noun_phrase(at + 1):
            at += 1
        return at

    def _is_noun_phrase(self, at: int) -> bool:
        """Whether the word goes on with a phrase: not "filed" in "no charges filed"."""
        form = self._form(at)
        is_inside = not self._breaks(at + 1) and not self._words[at + 1].is_function  # "voting records"
        is_noun = form is Form.ING and (is_inside or bool(self._lexicon.category(self._lowers[at])))
        is_open = form in {Form.NONE, Form.BASE} or is_noun or self._gaps[at] == "-"
        return not self._words[at].is_function and is_open

    def _split_cue(self, at: int) -> _Denial | None:
        """Cues of two words: "have yet to arrest", "ruled out a vote"."""
        after = self._low(at + 1)
        if self._lowers[at] != "yet":
            return self._no(at + 1) if after == "out" else None
        has_auxiliary = {"has", "have", "had", "is", "are"} & set(self._lowers[max(0, at - 2) : at])
        return self._denied(at, at + 1) if after == "to" and has_auxiliary else None

    def _no(self, at: int, cue: int | None = None) -> _Denial | None:
        """What "no" and its like deny, or "did not have": the noun that ends the phrase after it."""
        after = self._low(at + 1)
        if self._breaks(at + 1) or after[:1].isdigit() or self._is_rhetorical(at):
            return None
        if after == "longer":
            return self._denied(at, at + 1)
        if after == "one":
            return self._verb_after(at, at + 1)
        here = at + 1
        while (
            not self._breaks(here) and here <= at + _REACH and (self._words[here].is_function or self._is_adverb(here))
        ):
            if self._lowers[here] in PREPOSITIONS:
                return None
            here += 1
        if self._breaks(here) or self._words[here].is_function:
            return None
        end = self._phrase_end(here)
        first = at - 1 if self._lowers[at] == "out" else at
        return _Denial(first if cue is None else cue, at, (here, end), self._words[end].lemma)

    def _is_adverb(self, at: int) -> bool:
        return is_manner(self._lowers[at], self._lexicon) or self._lowers[at] in _SKIPPED

    def _verb_after(self, first: int, last: int) -> _Denial | None:
        """The verb whose subject the cue is or heads: "none of the victims was hurt"; its complement after "be"."""
        for at in range(last + 1, min(last + 9, self._size)):
            if self._breaks(at):
                break
            if self._lowers[at] in BE or self._lowers[at] in {"has", "have", "had"}:
                found = self._denied(first, at)
                return _Denial(first, last, found.target, found.value) if found else None
            form = self._form(at)
            has_subject = self._lowers[last] == "that" and not self._low(at - 1).endswith("s")  # "that the bank holds"
            if form is Form.PAST or (form is Form.THIRD and (at == last + 1 or has_subject)):
                return _Denial(first, last, (at, at), self._words[at].lemma)
        return None

    def _governed(self, at: int, kind: str) -> _Denial | None:
        """What a cue of the list denies, by what stands after it, or before: "took nothing"."""
        form, after = self._form(at), self._low(at + 1)
        if kind == "nobody":
            is_object = at > 0 and not self._gaps[at] and self._form(at - 1) in {Form.PAST, Form.THIRD, Form.BASE}
            return self._with_target(at, at, at - 1) if is_object else self._verb_after(at, at)
        if kind == "refused" and after == "to":
            return self._denied(at, at + 1)
        if kind == "denied" and form is not Form.NONE:
            return self._clause_denied(at)
        is_bare = not self._breaks(at + 1) and not self._words[at + 1].is_function
        if kind == "without" or (kind == "escaped" and form is not Form.NONE and is_bare):
            return self._no(at)
        start = next((i for i in range(at + 1, min(at + 8, self._size)) if self._lowers[i] == "from"), None)
        return self._denied(at, start) if kind == "prevented" and start else None

    def _clause_denied(self, at: int) -> _Denial | None:
        """The verb that "deny" takes back ("denied taking bribes", "denied that he fled"), or the noun after it."""
        if self._low(at + 1) == "that":
            return self._verb_after(at, at + 1)
        if self._breaks(at + 1) or self._low(at + 1) in PREPOSITIONS:
            return None
        if self._form(at + 1) is Form.ING:
            return self._denied(at, at)
        found = self._no(at)
        return None if found and self._is_being(found.target[1]) else found

    def _is_being(self, at: int) -> bool:
        """Whether the word is a person or a thing, which can be dismissed or rejected and be there all the same."""
        return self._words[at].is_capitalised or self._lexicon.category(self._words[at].lemma) in _BEINGS

    def _prefixed(self, at: int) -> _Denial | None:
        """A word whose prefix denies the rest: "unloaded", "uninjured", "inactive", "non-lethal"."""
        lower = self._lowers[at]
        if lower[:1] not in "undi":
            return None
        if lower == "non" and at + 1 < self._size and self._gaps[at + 1] == "-":
            return self._with_target(at, at, at + 1)
        for prefix in ("un", "in", "im", "ir", "il", "dis", "non"):
            rest = lower[len(prefix) :]
            if lower.startswith(prefix) and len(rest) >= _LEAST_STEM:
                stem = self._lexicon.lemma(rest)
                if self._is_denial(prefix, lower, rest, stem):
                    return _Denial(at, at, (at, at), stem, is_inside=True)
        return None

    def _is_denial(self, prefix: str, lower: str, rest: str, stem: str) -> bool:
        lexicon = self._lexicon
        if lexicon.are_opposite(lower, rest):
            return rest in lexicon.words
        is_participle = rest != stem and stem in lexicon.verbs and not rest.endswith(("s", "ing", "er"))
        return prefix in {"un", "non"} and is_participle and rest not in {"ited", "ions"}
