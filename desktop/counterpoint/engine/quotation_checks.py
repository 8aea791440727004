"""Every quotation of the draft against all sources: exact, trimmed, altered, another speaker's, not found."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from counterpoint.engine.checks import QuotationCheck, QuotationFinding
from counterpoint.engine.claims import Claim, ClaimId
from counterpoint.engine.comparators.quotations import compare_two, is_spelling
from counterpoint.engine.comparators.sides import Side
from counterpoint.engine.details import Attribution, Name, NameKind, Quotation
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.quotations import find_quotations, quoted_words
from counterpoint.engine.sources import Role, Source, SourceId

_Words = Sequence[tuple[str, Span]]

_APART = 80  # code points between two parts of one speech ("...," the minister said, "...")
_TERM = 2  # words; shorter is a term, no sentence, and is right wherever a source uses it
_ENDS = frozenset(".!?…")
_MARKS = " \n“”„«»\"‘’'"


def check_quotations(
    sources: Sequence[Source], claims: Iterable[Claim], lexicon: Lexicon
) -> tuple[QuotationCheck, ...]:
    """Every quotation in a claim of a draft, in order; `claims` are those of all the sources, in order."""
    own: dict[SourceId, list[Claim]] = {source.id: [] for source in sources}
    for claim in claims:
        own[claim.source].append(claim)
    texts = [_Text(source, own[source.id]) for source in sources]
    against = [text for text, source in zip(texts, sources, strict=True) if source.role is not Role.DRAFT]
    people = frozenset(d.value for of in own.values() for c in of for d in c.details if _is_person(d))
    check = _Check(against, people, lexicon)
    return tuple(
        check.of(draft, claim.id, quotation)
        for draft, source in zip(texts, sources, strict=True)
        if source.role is Role.DRAFT
        for claim in own[source.id]
        for quotation in claim.details
        if isinstance(quotation, Quotation)
    )


def _is_person(detail: object) -> bool:
    return isinstance(detail, Name) and detail.kind is NameKind.PERSON


class _Text:
    """A source's text with its quotations, its words, and who says what."""

    def __init__(self, source: Source, claims: Sequence[Claim]) -> None:
        self.id, self.text = source.id, source.text
        self.quotations = find_quotations(source.text)
        self.speeches = tuple(_speeches(source.text, self.quotations))
        self.side = Side(source.text, Span(0, len(source.text)), (), ())
        self._claims = claims
        self._starts = [claim.span.start for claim in claims]
        self._words = quoted_words(source.text, Span(0, len(source.text)))
        self._line = f" {' '.join(word for word, _ in self._words)} "

    def speaker(self, span: Span) -> str:
        """Who says what stands there, as a key; "" where the text does not tell.

        A sentence that is all quotation is still of who has spoken last in its paragraph.
        """
        first = max(0, bisect_right(self._starts, span.start) - 1)
        own = [claim for claim in self._claims[first:] if claim.span.overlaps(span)]
        said = (d.value for claim in own for d in claim.details if isinstance(d, Attribution))
        speaker = next(said, "")
        if speaker or not own or not self._is_all_quoted(own[0].span):
            return speaker
        line = self.text.rfind("\n", 0, span.start) + 1
        earlier = (claim for claim in reversed(self._claims[:first]) if claim.span.start >= line)
        return next((d.value for claim in earlier for d in claim.details if isinstance(d, Attribution)), "")

    def _is_all_quoted(self, span: Span) -> bool:
        words = quoted_words(self.text, span)
        return all(any(quotation.span.contains(place) for quotation in self.quotations) for _, place in words)

    def find(self, words: Sequence[str]) -> Span | None:
        """Where the words stand in this order, with or without quotation marks."""
        at = self._line.find(f" {' '.join(words)} ")
        if at < 0:
            return None
        first = self._line.count(" ", 0, at)
        return self._words[first][1].joined(self._words[first + len(words) - 1][1])


@dataclass(frozen=True, slots=True)
class _Hit:
    """A quotation of a source that has the draft's words, wholly or in part."""

    text: _Text
    finding: QuotationFinding
    a: Span
    b: Span
    words: tuple[tuple[Span, Span], ...] = ()  # that differ

    @property
    def rank(self) -> tuple[int, int, int]:
        order = tuple(QuotationFinding).index(self.finding)
        return order, len(self.words), self.b.start


@dataclass(frozen=True, slots=True)
class _Check:
    """What a draft's quotations are held against: the sources' texts, and the keys of the people named in them."""

    texts: Sequence[_Text]
    people: frozenset[str]
    lexicon: Lexicon

    def of(self, draft: _Text, claim: ClaimId, quotation: Quotation) -> QuotationCheck:
        span, found = quotation.span, [hit for text in self.texts for hit in self._hits(draft, quotation, text)]
        if not found:
            return self._not_found(draft, claim, quotation)
        hits = sorted(found, key=lambda hit: (*hit.rank, hit.text.id))
        speaker, best = draft.speaker(span), hits[0]
        same = next((hit for hit in hits if not self._is_another(speaker, hit.text.speaker(hit.b))), None)
        if best.words or (same is not None and same.finding is not QuotationFinding.ALTERED):
            best = same or best
            return QuotationCheck(claim, span, best.finding, _explained(draft, best), best.text.id, best.a, best.b)
        told = "In the source these are another speaker's words."
        return QuotationCheck(claim, span, QuotationFinding.OTHER_SPEAKER, told, best.text.id, best.a, best.b)

    def _is_another(self, speaker: str, other: str) -> bool:
        """Whether two people, each known by name, say it; a role or a group may be the one who is named."""
        return speaker != other and speaker in self.people and other in self.people

    def _hits(self, draft: _Text, quotation: Quotation, text: _Text) -> Iterator[_Hit]:
        ours = [word for word, _ in quoted_words(draft.text, quotation.span)]
        sides = draft.side, text.side
        for theirs in text.quotations:
            place = _place(ours, quoted_words(text.text, theirs.span))
            if place is not None:
                yield _verbatim(quotation.span, place, theirs.span, text, is_term=len(ours) <= _TERM)
                continue
            found = [finding.reason for finding in compare_two(quotation, theirs, sides, self.lexicon)]
            altered = tuple((r.a, r.b) for r in found if r.is_difference)
            if altered:
                yield _Hit(text, QuotationFinding.ALTERED, *altered[0], altered)
            elif found:
                yield _hit((draft, quotation), (text, theirs))
        for words, span in text.speeches:
            place = _place(ours, words)
            if place is not None:
                yield _verbatim(quotation.span, place, span, text, is_term=False)

    def _not_found(self, draft: _Text, claim: ClaimId, quotation: Quotation) -> QuotationCheck:
        words, span = [word for word, _ in quoted_words(draft.text, quotation.span)], quotation.span
        finding, told = QuotationFinding.NOT_FOUND, "A source has these words as its own, not as a quotation."
        if len(words) <= _TERM:
            finding, told = QuotationFinding.EXACT, "A term that a source uses."
        for text in self.texts:
            place = text.find(words)
            if place is not None:
                return QuotationCheck(claim, span, finding, told, text.id, span, place)
        return QuotationCheck(claim, span, QuotationFinding.NOT_FOUND, "No source has these words.")


def _verbatim(span: Span, place: Span, whole: Span, text: _Text, *, is_term: bool) -> _Hit:
    """The draft's words as they stand in a quotation, `whole`, of the source."""
    if is_term or _is_whole(place, whole, text.text):
        return _Hit(text, QuotationFinding.EXACT, span, place)
    return _Hit(text, QuotationFinding.TRIMMED, span, whole)


def _speeches(text: str, quotations: Sequence[Quotation]) -> Iterator[tuple[_Words, Span]]:
    """The words of speeches that are quoted in parts, with who says them in between; and from where to where."""
    parts: list[Quotation] = []
    for quotation, after in zip_longest(quotations, quotations[1:]):
        parts.append(quotation)
        between = text[quotation.span.end : after.span.start] if after else "\n"
        if len(between) > _APART or "\n" in between:
            if len(parts) > 1:
                words = tuple(word for part in parts for word in quoted_words(text, part.span))
                yield words, parts[0].span.joined(parts[-1].span)
            parts = []


def _place(ours: Sequence[str], words: _Words) -> Span | None:
    """Where they stand among the words, none left out."""
    values = [word for word, _ in words]
    for at in range(len(values) - len(ours) + 1):
        if values[at : at + len(ours)] == list(ours):
            return words[at][1].joined(words[at + len(ours) - 1][1])
    return None


def _hit(own: tuple[_Text, Quotation], other: tuple[_Text, Quotation]) -> _Hit:
    """Of one quotation in two wordings that mean the same: spelled otherwise, trimmed, or with words of its own."""
    (draft, ours), (text, theirs) = own, other
    words = quoted_words(draft.text, ours.span), quoted_words(text.text, theirs.span)
    values = [value for value, _ in words[0]], [value for value, _ in words[1]]
    if _are_spelled_alike(*values):
        return _Hit(text, QuotationFinding.EXACT, ours.span, theirs.span)
    for tag, a, b, c, d in SequenceMatcher(None, *values, autojunk=False).get_opcodes():
        if tag in ("replace", "delete") and not _are_spelled_alike(values[0][a:b], values[1][c:d]):
            added = words[0][a][1].joined(words[0][b - 1][1])
            replaced = words[1][c][1].joined(words[1][d - 1][1]) if d > c else theirs.span
            return _Hit(text, QuotationFinding.ALTERED, added, replaced, ((added, replaced),))
    return _Hit(text, QuotationFinding.TRIMMED, ours.span, theirs.span)


def _are_spelled_alike(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether these are the very words, British or American, in one word or two: all else is not word for word."""
    if "".join(ours) == "".join(theirs):
        return True
    return len(ours) == len(theirs) and all(map(is_spelling, ours, theirs))


def _is_whole(place: Span, quotation: Span, text: str) -> bool:
    """Whether whole sentences of the quotation stand there: nothing before or after them in the same sentence."""
    before, after = text[quotation.start : place.start].rstrip(_MARKS), text[place.end : quotation.end].lstrip(_MARKS)
    opens = not any(map(str.isalnum, before)) or before[-1] in _ENDS
    closes = not any(map(str.isalnum, after)) or after[0] in _ENDS
    return opens and closes


def _explained(draft: _Text, hit: _Hit) -> str:
    if hit.finding is QuotationFinding.EXACT:
        return "Word for word as the source has it."
    if hit.finding is QuotationFinding.TRIMMED:
        return "The source's words, with some of them left out."
    pairs = (f"“{a.of(draft.text)}” for “{b.of(hit.text.text)}”" for a, b in hit.words)
    return f"Other words than the source's: {', '.join(pairs)}."
