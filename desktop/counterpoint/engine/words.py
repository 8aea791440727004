"""Words of a text with their spans and normal forms: what every stage after the sentences reads."""

import re
from dataclasses import dataclass

from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span

#: Initialisms with points ("U.S.", "a.m."), numbers with separators inside, letters with one apostrophe inside
#: ("didn't", "O'Neill"); hyphens part words ("13-year-old"), and so does a possessive ("Ukraine's").
WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,:]\d+)*|[^\W\d_]+['’](?!s\b|S\b)[^\W\d_]+|[^\W\d_]+")

FUNCTION_WORDS = frozenset(
    """a an the this that these those some any each every no not and or but nor so yet if then than as of in on at by
    for with from to into onto over under about after before between against during through per via up down out
    off again i you he she it we they me him her us them my your his its our their who whom whose which what
    where when why how is are was were be been being am do does did done have has had having will would shall
    should can could may might must there here also just only very too more most such own same other another
    both all while because until since though although however s t re ve ll d m isn't aren't wasn't weren't
    don't doesn't didn't won't wouldn't can't couldn't hasn't haven't hadn't shouldn't it's that's he's she's
    they're we're i'm you're there's what's let's who's""".split()
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it stands, its normal form, and whether it only serves the grammar.

    `meaning` is one normal form for all the words of a line of the list "synonyms": "phone" and "call".
    """

    span: Span
    text: str
    lemma: str
    is_function: bool
    meaning: str = ""

    @property
    def is_capitalised(self) -> bool:
        return self.text[0].isupper()


def find_words(text: str, span: Span, lexicon: Lexicon) -> tuple[Word, ...]:
    """The words of text within span, in order."""
    found: list[Word] = []
    for match in WORD.finditer(text, span.start, span.end):
        word = match.group()
        lower = word.lower().replace("’", "'")
        is_function = lower in FUNCTION_WORDS and word != "US"
        lemma = lower if is_function else lexicon.lemma(word)
        meaning = lexicon.listed("synonyms", lemma) or lemma
        found.append(Word(Span(*match.span()), word, lemma, is_function, meaning))
    return tuple(found)
