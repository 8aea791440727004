"""Articles for measuring: as many accounts of one story as are asked for, the same every time.

Half of their sentences are the sample's with other numbers, half are invented by templates: like accounts of one event,
they share much of their words and differ in what they tell.
"""

import re
from collections.abc import Iterator
from random import Random

from counterpoint.engine.sentences import find_sentences
from counterpoint.engine.sources import Source, SourceId
from counterpoint.readers.files import read_file
from counterpoint.resources import seeds

_TEMPLATES = (
    "{n} people were {fate} when a {vehicle} hit a {place} in {town} on {day} {part}, {who} said.",
    "The {vehicle} was travelling at about {n} miles per hour when it left the road near the {place}, {who} said.",
    "{person}, {n}, of {town}, was taken to hospital in a {state} condition.",
    "“We heard a loud noise and then people were running from the {place},” {person} told reporters on {day}.",
    "{who} has not said whether the driver, who was {fate}, will be charged.",
    "It was the {ordinal} accident at the {place} in {town} since {year}, and residents had asked for a lower limit.",
    "The mayor of {town}, {person}, called for calm and promised {n} million euros to rebuild the {place}.",
    "Investigators believe that the brakes of the {vehicle} may have failed, but {who} denied it on {day}.",
    "At least {n} firefighters and two helicopters were sent to {town}, where the {place} was closed until {day}.",
    "{person}, a former driver of the company, said the {vehicle} had been repaired {n} times this year.",
    "The company, which runs {n} other {vehicle}s in {town}, said it was cooperating with {who}.",
    "Neither {who} nor the company could say how many people had been on the {vehicle} that {part}.",
)
_WORDS = {
    "fate": "killed injured hurt rescued arrested evacuated".split(),
    "vehicle": "truck bus train tram car".split(),
    "place": ["market", "bridge", "station", "school", "bus stop", "shopping centre"],
    "town": "Northfield Harrow Ellmau Porto Trieste Kyoto".split(),
    "day": "Monday Tuesday Wednesday Thursday Friday Saturday".split(),
    "part": "morning afternoon evening night".split(),
    "who": ["police", "the fire department", "a spokesman for the city", "the transport ministry", "witnesses"],
    "person": ["Jane Miller", "Peter Novak", "Maria Silva", "Kenji Tanaka", "Amina Okafor", "Lars Weber"],
    "state": "critical serious stable".split(),
    "ordinal": "first second third fourth".split(),
    "year": "2009 2015 2019 2021".split(),
}
_NUMBER = re.compile(r"(?<![\d.,])[1-9]\d?(?![\d.,])")
_PARAGRAPH = 3  # sentences


def articles(count: int, words: int = 500) -> tuple[Source, ...]:
    """So many accounts, each of that many words."""
    sample = [span.of(text) for text in (read_file(path).text for path in seeds()) for span in find_sentences(text)]
    return tuple(Source(SourceId(f"made{n:03}"), _article(Random(n), sample, words)) for n in range(count))  # noqa: S311


def _article(chance: Random, sample: list[str], words: int) -> str:
    said: list[str] = []
    for sentence in _sentences(chance, sample):
        said.append(sentence)
        if sum(len(each.split()) for each in said) >= words:
            break
    return "\n\n".join(" ".join(said[i : i + _PARAGRAPH]) for i in range(0, len(said), _PARAGRAPH)) + "\n"


def _sentences(chance: Random, sample: list[str]) -> Iterator[str]:
    while True:
        slots = {name: chance.choice(choices) for name, choices in _WORDS.items()}
        sentence = chance.choice(_TEMPLATES).format(n=chance.randint(2, 60), **slots)
        yield sentence[0].upper() + sentence[1:]
        yield _NUMBER.sub(lambda _: str(chance.randint(2, 60)), chance.choice(sample))
