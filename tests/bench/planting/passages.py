"""The sentences of an article that assert something, each with what can be changed in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.quotations import find_quotations
from counterpoint.engine.readings import read_source
from counterpoint.engine.sentences import find_sentences
from counterpoint.engine.sources import Source
from tests.bench.planting.changes import Change, Planter, Setting
from tests.bench.planting.denials import plant_denials
from tests.bench.planting.moments import plant_moments
from tests.bench.planting.numbers import plant_numbers
from tests.bench.planting.opposites import plant_opposites
from tests.bench.planting.persons import plant_names, surnames_of
from tests.bench.planting.places import plant_places
from tests.bench.planting.roles import plant_roles
from tests.bench.planting.stages import plant_stages

PLANTERS: dict[str, Planter] = {
    "number": plant_numbers,
    "name": plant_names,
    "place": plant_places,
    "time": plant_moments,
    "polarity": plant_denials,
    "opposite": plant_opposites,
    "certainty": plant_stages,
    "role": plant_roles,
}
_FEWEST_WORDS, _MOST_WORDS = 6, 60
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|my|My|our|Our|us|me)\b")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of an article and its possible changes. What is drawn by lot for it follows from `seed`."""

    span: Span
    setting: Setting
    changes: tuple[Change, ...]
    seed: str


def find_passages(source: Source, lexicon: Lexicon, name: str) -> tuple[Passage, ...]:
    """The sentences of an article that make claims, each with its possible changes; the same at every run."""
    text = source.text
    claims = [side.span for side in read_source(source, lexicon).sides]
    quotations = [quotation.span for quotation in find_quotations(text)]
    surnames = surnames_of(text, lexicon)
    found: list[Passage] = []
    for span in find_sentences(text):
        quoted = _within(span, quotations)
        setting = Setting(span.of(text), quoted, surnames, lexicon)
        is_claim = any(claim.overlaps(span) for claim in claims)
        if is_claim and text.count(setting.text) == 1 and _is_told(setting):
            found.append(Passage(span, setting, find_changes(setting, f"{name} {span.start}"), f"{name} {span.start}"))
    return tuple(found)


def find_changes(setting: Setting, seed: str) -> tuple[Change, ...]:
    """Every change of every kind that a sentence offers."""
    return tuple(c for kind, plant in PLANTERS.items() for c in plant(setting, Random(f"{seed} {kind}")))  # noqa: S311


def _within(sentence: Span, quotations: Sequence[Span]) -> tuple[Span, ...]:
    """What of the quotations lies in the sentence, in its own offsets."""
    parts = (
        (max(q.start, sentence.start) - sentence.start, min(q.end, sentence.end) - sentence.start)
        for q in quotations
        if q.overlaps(sentence)
    )
    return tuple(Span(*part) for part in parts)


def _is_told(setting: Setting) -> bool:
    """Whether the account itself tells a whole sentence of prose there, not somebody in a longer quotation."""
    words = setting.text
    is_prose = "\n" not in words and words.endswith(".") and _FEWEST_WORDS <= len(words.split()) <= _MOST_WORDS
    is_cut = words.count('"') % 2 == 1 or words.count("“") != words.count("”") or words.startswith(("'", "‘"))
    own = "".join(c for i, c in enumerate(words) if setting.is_free(Span(i, i + 1)))
    return is_prose and not is_cut and not _FIRST_PERSON.search(own)
