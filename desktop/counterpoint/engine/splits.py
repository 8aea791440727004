"""Claims' places: the sentences, and the clauses of sentences, that assert something."""

import re
from collections.abc import Iterator, Sequence

from counterpoint.engine.noise.noises import Noise
from counterpoint.engine.passages import Span, trimmed

_SOME_WORDS = re.compile(r"(?:\W*+\w[\w’'-]*+){3}")  # fewer assert nothing: "Town –", "Good morning"
_FEWEST_WORDS_OF_CLAUSE = 6
_MOST_NOISE = 1000  # pieces in one sentence, which has no more code points
_LONGEST_HEADLINE = 200  # code points
_WORD = re.compile(r"\w[\w’'-]*")
_FULL_STOP = re.compile(r"""[.!?…;,:]["'”’»)\]]*$""")
_QUESTION = re.compile(r"""\?["'”’»)\]]*$""")
_GREETING = re.compile(
    r"(?:good (?:morning|afternoon|evening|night|day)|hello|hi|welcome|thank you|thanks|bye)\b[^.!?]{0,30}[.!?]?",
    re.IGNORECASE,
)
_OPENING = re.compile('[“"‘«]')

_FINITE = (
    r"(?:is|are|was|were|isn[’']t|aren[’']t|wasn[’']t|weren[’']t|has|have|had|hasn[’']t|haven[’']t|hadn[’']t|will|won[’']t"
    r"|would|can|cannot|could|may|might|must|should|do|does|did|don[’']t|doesn[’']t|didn[’']t|said|says|told|tells|took"
    r"|takes|made|makes|went|goes|came|comes|got|gets|gave|gives|found|finds|left|leaves|held|holds|began|begins|became"
    r"|fell|rose|met|won|lost|kept|led|saw|ran|sent|spent|stood|wants|remains?|appears?|seems?|plans?|hopes?|expects?"
    r"|calls?|shows?|\w{3,}ed)"
)
# A subject that stands for itself: "they", "it", "all five" and "21 of them" say nothing without the half before.
_SUBJECT = (
    r"(?!all\b|both\b|most of\b|some of\b|many of\b|\w+ of (?:them|which|whom)\b)"
    r"(?:(?:the|a|an|his|her|its|their|our|another|no|some|many|several|one|two|three|four|five|\d[\d,.]*)"
    r"\s(?:[\w’'-]+\s){0,4}?[\w’'-]+|[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,3})"
)
# Between two statements: a semicolon, or a comma, "and", and a new subject with its verb. As in "France would provide
# the bulk of the troops, while Turkey would be tasked with securing the Black Sea."
_SEAM = re.compile(
    rf";\s(?=\S)|,\s(?:and|but|while)\s(?={_SUBJECT}\s(?:also\s|later\s|then\s|still\s|now\s)?{_FINITE}\b)"
)
_CONTENT = re.compile(
    r"\b(?!would|could|should|will|with|from|that|this|have|been|were|their|they|than|into|more|about|after|when)[a-z]{4,}"
)
_MAY_PART = re.compile(r"; |, (?:and|but|while) ")
_HAS_VERB = re.compile(rf"\b{_FINITE}\b")
# Who says so covers both halves, and so does a condition: such sentences stay whole.
_WHOLE = re.compile(
    r"^(?:if|when|while|although|though|after|before|because|since|as|unless|once|until|whether|that|what|who)\b"
    r"|\b(?:said|says|say|told|tells|according to|added|announced|stated|claimed|claims|warned|reported|reports"
    r"|confirmed|believes?|thinks?|thought|explained|noted|insisted|argued|admitted|alleged|denied|wrote|tweeted|asked|whether|if)\b",
    re.IGNORECASE,
)
_MARKS = re.compile('[“”"«»()\\[\\]]')


def find_claim_spans(text: str, sentences: Sequence[Span], noise: Sequence[Noise]) -> tuple[Span, ...]:
    """The sentences and clauses that assert something, in text order, none of them touching noise.

    Questions, greetings and pieces of fewer than three words assert nothing; a headline does. A sentence is cut where
    two statements stand side by side, each with its own subject and verb, and neither covers the other.
    """
    found: list[Span] = []
    first = 0
    for sentence in sentences:
        while first < len(noise) and noise[first].span.end <= sentence.start:
            first += 1
        for part in _without_noise(text, sentence, noise[first : first + _MOST_NOISE]):
            if asserts(part.of(text)):
                found.extend(_clauses(text, part))
    return tuple(found)


def find_headline(text: str, sentences: Sequence[Span], noise: Sequence[Noise] = ()) -> Span | None:
    """The first line that is no noise, where it stands like a heading over the rest: no full stop, and a text below it.

    With `noise` it is the span of the claim that the headline makes, without an outlet's name behind it.
    """
    for number, sentence in enumerate(sentences):
        for part in _without_noise(text, sentence, noise):
            below = text[sentence.end : sentences[number + 1].start] if number + 1 < len(sentences) else ""
            is_heading = "\n" in below and len(part) <= _LONGEST_HEADLINE and not _FULL_STOP.search(part.of(text))
            return part if is_heading else None
    return None


def asserts(words: str) -> bool:
    """Whether the words of a sentence say that something is so."""
    if not _SOME_WORDS.match(words) or _GREETING.fullmatch(words):
        return False
    if not _QUESTION.search(words):
        return True
    before = _OPENING.split(words, maxsplit=1)[0]  # "The mayor asked, “Is it safe?”" tells what the mayor asked
    return before != words and bool(_SOME_WORDS.match(before))


def _without_noise(text: str, sentence: Span, noise: Sequence[Noise]) -> Iterator[Span]:
    """What noise leaves of the sentence."""
    start = sentence.start
    for piece in noise:
        if piece.span.start >= sentence.end:
            break
        if piece.span.start > start:
            yield trimmed(text, Span(start, piece.span.start))
        start = max(start, piece.span.end)
    if start < sentence.end:
        yield trimmed(text, Span(start, sentence.end))


def _clauses(text: str, sentence: Span) -> Iterator[Span]:
    words = sentence.of(text)
    start = 0
    if _MAY_PART.search(words) and not _WHOLE.search(words):
        for seam in _SEAM.finditer(words):
            left, right = words[start : seam.start()], words[seam.end() :]
            if _is_statement(left) and _is_statement(right) and (seam[0][0] == ";" or not _is_list(left, right)):
                yield trimmed(text, Span(sentence.start + start, sentence.start + seam.start()))
                start = seam.end()
    yield trimmed(text, Span(sentence.start + start, sentence.end))


def _is_list(left: str, right: str) -> bool:
    """Whether the halves tell the same of several: "Three were hurt at sea, while one was hurt in the port"."""
    return not set(_CONTENT.findall(left)).isdisjoint(_CONTENT.findall(right))


def _is_statement(words: str) -> bool:
    """Whether the words can stand alone: long enough, a verb among them, no quotation or bracket cut in two."""
    marks = "".join(_MARKS.findall(words))
    balanced = (
        marks.count("“") == marks.count("”") and marks.count("(") == marks.count(")") and marks.count('"') % 2 == 0
    )
    return balanced and len(_WORD.findall(words)) >= _FEWEST_WORDS_OF_CLAUSE and bool(_HAS_VERB.search(words))
