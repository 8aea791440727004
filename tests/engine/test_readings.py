"""Reading sources: what each says alone, and what is joined when they are read together."""

import pickle

from counterpoint.engine.comparators.sides import Side, once
from counterpoint.engine.details import Attribution, Name, Title
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.memories import Memory
from counterpoint.engine.passages import Span
from counterpoint.engine.readings import Reading, link_readings, read_as_claim, read_source
from counterpoint.engine.sources import Source
from tests.engine.accounts import SENTENCES, account, sources


def details(reading: Reading, kind: type) -> list[tuple[str, str]]:
    found = [detail for side in reading.sides for detail in side.details if isinstance(detail, kind)]
    return [(detail.span.of(reading.source.text), detail.value) for detail in found]


def linked(lexicon: Lexicon, *texts: str) -> tuple[Reading, ...]:
    return link_readings([read_source(source, lexicon) for source in sources(texts)], lexicon)


def test_a_source_in_another_language_has_no_claims(lexicon: Lexicon) -> None:
    text = "Quatre-vingt-quatre personnes ont été tuées à Nice, a déclaré le maire vendredi.\n"
    reading = read_source(account(0, text), lexicon)
    assert not reading.is_compared
    assert reading.sides == ()


def test_an_empty_source_is_read(lexicon: Lexicon) -> None:
    reading = read_source(account(0, "\n"), lexicon)
    assert (reading.sides, reading.headline, reading.noise) == ((), None, ())


def test_a_whole_text_can_be_one_claim(lexicon: Lexicon) -> None:
    (side,) = read_as_claim(account(0, f"  {SENTENCES[0]} {SENTENCES[2]}\n"), lexicon).sides
    assert side.span.of(side.text) == f"{SENTENCES[0]} {SENTENCES[2]}"


def test_names_of_several_sources_have_one_key(lexicon: Lexicon) -> None:
    first, second = linked(
        lexicon,
        "French President Emmanuel Macron spoke in Paris on Thursday. Macron met the mayor.",
        "Mr Macron said that troops would be sent.",
    )
    (key,) = {value for words, value in details(first, Name) if "Macron" in words}
    assert ("Macron", key) in details(second, Name)


def test_a_role_has_the_bearer_that_any_source_names(lexicon: Lexicon) -> None:
    first, second = linked(
        lexicon,
        "French President Emmanuel Macron spoke in Paris on Thursday.",
        "The French president said that troops would be sent.",
    )
    bearers = [d.bearer for r in (first, second) for side in r.sides for d in side.details if isinstance(d, Title)]
    assert bearers == ["emmanuel macron", "emmanuel macron"]
    assert [value for _, value in details(second, Title)] == ["president"]


def test_he_is_who_spoke_before(lexicon: Lexicon) -> None:
    (reading,) = linked(lexicon, "Emmanuel Macron said the plan was ready.\nHe added that troops would be sent.")
    assert [value for _, value in details(reading, Attribution)] == ["emmanuel macron"] * 2


def test_every_detail_lies_in_its_claim(lexicon: Lexicon) -> None:
    for reading in linked(lexicon, "\n".join(SENTENCES), *SENTENCES):
        for side in reading.sides:
            assert all(side.span.contains(detail.span) for detail in side.details)


# --- what is found in a claim once


def test_a_claim_is_asked_once_for_each_word_list() -> None:
    asked: list[object] = []

    @once
    def count(side: Side, words: frozenset[str]) -> int:
        asked.append(words)
        return len(words & set(side.text.split()))

    one, two = (Side("one two", Span(0, 7), (), ()) for _ in range(2))
    some, others = frozenset({"one"}), frozenset({"one", "two"})
    assert [count(one, some), count(one, others), count(one, some), count(two, some)] == [1, 2, 1, 1]
    assert asked == [some, others, some]


def test_a_claim_is_the_same_whatever_was_found_in_it(lexicon: Lexicon) -> None:
    (side,) = read_as_claim(Source(account(0, "").id, SENTENCES[0]), lexicon).sides
    (again,) = read_as_claim(Source(account(0, "").id, SENTENCES[0]), lexicon).sides
    once(lambda own: own)(side)
    assert side == again
    assert hash(side) == hash(again)
    copy = pickle.loads(pickle.dumps(side))  # noqa: S301 (our own)
    assert copy == side
    assert copy.answers == {}


def test_a_memory_gives_the_same_claim_again(lexicon: Lexicon) -> None:
    memory = Memory()
    first, second = (read_source(account(0, SENTENCES[0]), lexicon).sides for _ in range(2))
    assert memory.known(first)[0] is first[0]
    assert memory.known(second)[0] is first[0]
