"""Small accounts of one story for the engine's tests, made of sentences that agree and conflict."""

from collections.abc import Sequence

from hypothesis import strategies as st

from counterpoint.engine.sources import Source, SourceId
from counterpoint.engine.texts import canonical_text

SENTENCES = [
    "Eighty-four people were killed in Nice on Thursday night, the mayor said.",
    "At least 80 people died when a truck drove into a crowd in Nice, officials said.",
    "The driver of the truck was shot dead by police.",
    "Police did not shoot the driver, who was arrested at the scene.",
    "Leaders of 35 countries met in Paris on September 4 to discuss security guarantees for Ukraine.",
    "The meeting in Paris brought together representatives of thirty allies.",
    "“We are ready to send troops,” French President Emmanuel Macron said.",
    "Macron announced that 26 countries had agreed to send troops after a ceasefire.",
    "The Kremlin has not commented on the plan, which could cost €1 billion a year by 2027.",
    "A small bird was found in the cockpit, and the flight from Singapore to London was delayed by five hours.",
    "Jane Miller, 34, a former mayor of Northfield, said she was not there.",
    "Her husband, Peter Miller, 36, was taken to hospital in a critical condition.",
]


def account(number: int, text: str) -> Source:
    return Source(SourceId(f"s{number:02}"), text)


def sources(texts: Sequence[str]) -> list[Source]:
    return [account(number, text) for number, text in enumerate(texts)]


TEXTS = st.one_of(
    st.lists(st.sampled_from(SENTENCES), max_size=5).map("\n".join),
    st.text(max_size=60).map(lambda text: canonical_text(text).text),
)
ACCOUNTS = st.lists(TEXTS, max_size=4).map(sources)
