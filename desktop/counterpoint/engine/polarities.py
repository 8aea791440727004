"""Negations: what a sentence denies, whichever words it takes to do so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterpoint.engine.clauses import BE, PREPOSITIONS, Form, verb_form
from counterpoint.engine.details import Aspect, Polarity
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.words import Word

_NOT = frozenset("not never cannot".split())
_REACH = 5  # words between a cue and what it denies, in "has not yet been formally charged"
_SKIPPED = frozenset(
    "a an the any to be been being have has had yet also ever even still so very it him her them his their".split()
)
_LEAST_STEM = 4  # letters left after a prefix: "unit", "index", "until" hold none


@dataclass(frozen=True, slots=True)
class _Denial:
    """Words by number: the cue's first and last, the target's first and last; `value` is the target's normal form."""

    first: int
    last: int
    target: tuple[int, int]
    value: str
    is_inside: bool = False  # cue and target are one word: "unloaded"


def find_polarities(text: str, span: Span, words: Sequence[Word], lexicon: Lexicon) -> tuple[Polarity, ...]:
    """The negations of a sentence, in text order; two that cancel each other are left out."""
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
    left: list[_Denial] = []
    for denial in denials:
        inner = next((d for d in denials if d is not denial and denial.target[0] <= d.first <= denial.target[1]), None)
        outer = next((d for d in denials if d is not denial and d.target[0] <= denial.first <= d.target[1]), None)
        if not outer and not (inner and inner.is_inside):
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
        for at, lower in enumerate(self._lowers):
            if lower in _NOT or lower.endswith("n't"):
                found = None if self._is_rhetorical(at) else self._denied(at, at)
            elif lower == "no":
                found = self._no(at)
            elif lower in {"yet", "ruled", "rule", "rules", "ruling"}:
                found = self._split_cue(at)
            else:
                kind = self._lexicon.listed("negations", self._words[at].lemma) or self._lexicon.listed(
                    "negations", lower
                )
                found = self._governed(at, kind) if kind and not self._is_rhetorical(at) else self._prefixed(at)
            if found:
                yield found

    def _split_cue(self, at: int) -> _Denial | None:
        """Cues of two words: "have yet to arrest", "ruled out a vote"."""
        after = self._lowers[at + 1] if at + 1 < self._size else ""
        wanted = "to" if self._lowers[at] == "yet" else "out"
        if after != wanted or (
            wanted == "to" and not {"has", "have", "had", "is", "are"} & set(self._lowers[max(0, at - 2) : at])
        ):
            return None
        return self._denied(at, at + 1) if wanted == "to" else self._no(at + 1)

    def _is_rhetorical(self, at: int) -> bool:
        before = self._lowers[at - 1] if at else ""
        after = self._lowers[at + 1] if at + 1 < self._size else ""
        own = "not" if self._lowers[at].endswith("n't") else self._lowers[at]
        phrases = (f"{own} {after}", f"{self._lowers[at]} {after}", f"{before} {own}")
        return any(self._lexicon.listed("negations", phrase) == "rhetorical" for phrase in phrases)

    def _breaks(self, at: int) -> bool:
        return at >= self._size or self._gaps[at] not in {"", "-", "'", "’", "‘", "“", '"', "$", "£", "€"}

    def _denied(self, first: int, last: int) -> _Denial | None:
        """What a negation before a verb or a complement denies: the next word with a meaning of its own."""
        at = last + 1
        while not self._breaks(at) and at <= last + _REACH:
            if not self._words[at].is_function and not self._is_adverb(at):
                return self._with_target(first, last, at)
            if self._lowers[at] in PREPOSITIONS and self._lowers[at] != "to":
                break
            at += 1
        return None

    def _is_adverb(self, at: int) -> bool:
        return self._lowers[at].endswith("ly") or self._lowers[at] in _SKIPPED

    def _with_target(self, first: int, last: int, at: int) -> _Denial:
        start = at
        is_verb = verb_form(self._words[at], self._lexicon) is not Form.NONE
        has_article = self._lowers[at - 1] in {"a", "an", "the", "any"}
        while at + 1 < self._size and (
            self._gaps[at + 1] == "-"
            or (not self._gaps[at + 1] and not self._words[at + 1].is_function and (has_article or not is_verb))
        ):
            at += 1
        return _Denial(first, last, (start, at), self._words[at].lemma)

    def _no(self, at: int) -> _Denial | None:
        after = self._lowers[at + 1] if at + 1 < self._size else ""
        if self._breaks(at + 1) or after[:1].isdigit() or self._is_rhetorical(at):
            return None
        if after == "longer":
            return self._denied(at, at + 1)
        if after == "one":
            return self._verb_after(at, at + 1)
        here = at + 1
        while (
            not self._breaks(here) and (self._is_adverb(here) or self._words[here].is_function) and here <= at + _REACH
        ):
            if self._lowers[here] in PREPOSITIONS:
                return None
            here += 1
        start = here
        while here + 1 < self._size and not self._breaks(here + 1) and self._is_noun_phrase(here + 1):
            here += 1
        if here >= self._size or self._words[here].is_function:
            return None
        first = at - 1 if self._lowers[at] == "out" else at
        return _Denial(first, at, (start, here), self._words[here].lemma)

    def _is_noun_phrase(self, at: int) -> bool:
        """Whether the word goes on with a phrase after "no": not "filed" in "no charges filed"."""
        word = self._words[at]
        form = verb_form(word, self._lexicon)
        return not word.is_function and (form in {Form.NONE, Form.BASE} or self._gaps[at] == "-")

    def _verb_after(self, first: int, last: int) -> _Denial | None:
        """The verb whose subject the cue is or heads: "none of the victims was hurt"."""
        for at in range(last + 1, min(last + 8, self._size)):
            if self._breaks(at):
                break
            form = verb_form(self._words[at], self._lexicon)
            before = self._lowers[at - 1]
            if form is Form.PAST or (form is not Form.NONE and (before in BE or before == self._lowers[last])):
                return _Denial(first, last, (at, at), self._words[at].lemma)
        return None

    def _governed(self, at: int, kind: str) -> _Denial | None:
        after = self._lowers[at + 1] if at + 1 < self._size else ""
        if kind == "nobody":
            return self._verb_after(at, at)
        if kind == "refused":
            return self._denied(at, at + 1) if after == "to" else None
        if kind == "denied" and verb_form(self._words[at], self._lexicon) is not Form.NONE:
            return self._clause_denied(at)
        if kind == "without":
            return self._no(at)
        if kind == "prevented":
            start = next((i for i in range(at + 1, min(at + 8, self._size)) if self._lowers[i] == "from"), None)
            return self._denied(at, start) if start else None
        return None

    def _clause_denied(self, at: int) -> _Denial | None:
        """The verb that "deny" takes back ("denied taking bribes", "denied that he fled"), or the noun after it."""
        after = self._lowers[at + 1] if at + 1 < self._size else ""
        if after == "that":
            return self._verb_after(at, at + 1)
        denied = self._denied(at, at)
        is_object = denied and (
            denied.target[0] == at + 1 or not self._lowers[at + 1][:1].isalpha() or after in _SKIPPED
        )
        return denied if is_object else None

    def _prefixed(self, at: int) -> _Denial | None:
        """A word whose prefix denies the rest: "unloaded", "uninjured", "inactive", "non-lethal"."""
        lower, lexicon = self._lowers[at], self._lexicon
        if lower == "non" and at + 1 < self._size and self._gaps[at + 1] == "-":
            return self._with_target(at, at, at + 1)
        for prefix in ("un", "in", "im", "ir", "il", "dis", "non"):
            rest = lower[len(prefix) :]
            if not lower.startswith(prefix) or len(rest) < _LEAST_STEM:
                continue
            stem = lexicon.lemma(rest)
            is_participle = (
                prefix in {"un", "non"} and rest != stem and stem in lexicon.verbs and not rest.endswith("s")
            )
            is_pair = lexicon.are_opposite(lower, rest) and rest in lexicon.words
            if (is_participle and not rest.endswith("ing")) or is_pair:
                return _Denial(at, at, (at, at), stem, is_inside=True)
        return None
