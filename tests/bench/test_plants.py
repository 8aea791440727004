"""The planting rules: what each changes in a sentence, and what it leaves alone."""

from collections.abc import Sequence
from random import Random

import pytest

from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.quotations import find_quotations
from counterpoint.engine.sources import Source, SourceId
from counterpoint.resources import load_lexicon
from tests.bench.planting.changes import Setting
from tests.bench.planting.choices import Article, choose, share_out
from tests.bench.planting.copies import Plant, changed_words, make_copy, make_paraphrase, retell
from tests.bench.planting.passages import PLANTERS, find_passages
from tests.bench.planting.persons import surnames_of


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def setting_of(sentence: str, lexicon: Lexicon) -> Setting:
    return Setting(sentence, tuple(q.span for q in find_quotations(sentence)), surnames_of(sentence, lexicon), lexicon)


def planted(kind: str, sentence: str, lexicon: Lexicon) -> dict[str, str]:
    """The changed words of every change of a kind, beside what stands there instead."""
    changes = PLANTERS[kind](setting_of(sentence, lexicon), Random(1))  # noqa: S311
    return {" ".join(edit.span.of(sentence) for edit in c.edits): c.edits[0].new for c in changes}


@pytest.mark.parametrize(
    ("kind", "sentence", "words"),
    [
        ("number", "The storm tore the roofs off 14 houses near the harbour.", ["14"]),
        ("number", "Three strikers were fined $250 each.", []),  # the same of each
        ("number", "Three strikers were fined $250 by the court.", ["250", "Three"]),
        ("number", "The ferry, 32 metres long, carried about 300 passengers.", ["32", "300"]),
        ("number", "More than 40 players signed the letter.", []),  # so may "more than 50"
        ("number", "The toll rose to 12 people on Tuesday.", []),  # it may have grown since
        ("number", "Jane Miller, 54, led the march.", ["54"]),
        ("number", "Flight 207 stopped on Route 66.", []),
        ("time", "The bridge was closed on Tuesday.", ["Tuesday"]),
        ("time", "The mayor said on Tuesday that the bridge was closed.", []),  # it may have been said twice
        ("time", "The vote was held on March 12 in a school.", ["12"]),
        ("time", "The blaze began at about 6:30 p.m. in a barn.", ["6"]),
        ("time", "The company was founded in 1998 by two brothers.", ["1998"]),
        ("place", "A tram left the rails in Vienna.", ["Vienna"]),
        ("place", "Trams left the rails in Vienna and Prague.", []),  # which of them, nobody could tell
        ("place", "The thieves fled along Harbour Road.", ["Harbour"]),
        ("name", "Police arrested Peter Novak at the border.", ["Peter", "Novak", "Peter Novak"]),
        ("name", "The tunnel is safe, Peter Novak said.", []),  # others may have said it too
        ("role", "The driver was thrown from the lorry.", ["driver"]),
        ("role", "The fire killed her brother and a neighbour.", ["brother"]),
        ("role", "The prize went to Sheriff Anna Weber.", ["Sheriff"]),
        ("polarity", "The tunnel was damaged by the quake.", ["was damaged"]),
        ("polarity", "The tunnel was not damaged by the quake.", ["was not damaged"]),
        ("polarity", "The union did not accept the offer.", ["did not accept"]),
        ("polarity", "Two tunnels were damaged by the quake.", []),  # two others may not have been
        ("polarity", "When the tunnel was damaged, trains stopped.", []),
        ("opposite", "The jury found that the shot was accidental.", ["accidental"]),
        ("opposite", "The council rejected the plan.", ["rejected"]),
        ("opposite", "He had a first aid kit in the lorry.", []),
        ("certainty", "The port has been closed by the army.", ["has been closed"]),
        ("certainty", "The army plans to close the port.", ["plans to close"]),
        ("certainty", "The council has approved the plan.", ["has approved"]),
        ("certainty", "The pilot was charged with fraud.", ["was charged", "charged with"]),
    ],
)
def test_each_rule_changes_what_is_a_fact_of_its_kind(
    kind: str, sentence: str, words: list[str], lexicon: Lexicon
) -> None:
    assert sorted(planted(kind, sentence, lexicon)) == sorted(words)


@pytest.mark.parametrize(
    ("kind", "sentence", "said"),
    [
        ("polarity", "The tunnel was damaged by the quake.", "was not damaged"),
        ("polarity", "The union did not accept the offer.", "accepted"),
        ("polarity", "The team won’t leave the city.", "will leave"),
        ("polarity", "The minister wrote to the strikers.", "did not write"),
        ("opposite", "The council rejected the plan.", "approved"),
        ("certainty", "The army plans to close the port.", "closed"),
        ("certainty", "The council has approved the plan.", "is considering approving"),
        ("certainty", "The port may be closed by the army.", "will be closed"),
    ],
)
def test_a_turned_verb_is_conjugated(kind: str, sentence: str, said: str, lexicon: Lexicon) -> None:
    assert said in planted(kind, sentence, lexicon).values()


@pytest.mark.parametrize("kind", PLANTERS)
def test_nothing_is_changed_within_a_quotation(kind: str, lexicon: Lexicon) -> None:
    sentence = "“Peter Novak, 54, was not arrested in Vienna on Tuesday and the driver was accidentally hurt.”"
    assert not planted(kind, sentence, lexicon)


def test_every_mention_in_the_sentence_is_changed(lexicon: Lexicon) -> None:
    sentence = "The driver was hurt, and the driver of a tram fled with Novak, as Peter Novak told them."
    assert "driver driver" in planted("role", sentence, lexicon)


@pytest.mark.parametrize(
    ("old", "new", "ours", "theirs"),
    [
        ("was freed", "was not freed", "", "not"),
        ("12", "15", "12", "15"),
        ("has been closed", "is to be closed", "has been", "is to be"),
        ("Peter Novak", "Peter Weber", "Novak", "Weber"),
    ],
)
def test_the_words_that_differ_are_told_from_those_that_do_not(old: str, new: str, ours: str, theirs: str) -> None:
    first, second = changed_words(old, new)
    assert (first.of(old), second.of(new)) == (ours, theirs)


STORY = (
    "A fire destroyed 14 houses in Vienna on Tuesday, police said. Peter Novak, 54, was arrested near the harbour. "
    "His brother was not hurt. The port was closed by the army after the blaze.\n\n"
    "The council has approved a new fire station, according to the mayor. At least two dogs were rescued on Monday."
)


def test_a_copy_knows_where_its_changes_stand(lexicon: Lexicon) -> None:
    source = Source(SourceId("a"), STORY)
    article = Article("fire", source, find_passages(source, lexicon, "fire"))
    [choices] = choose([article], tuple(PLANTERS))
    batches = share_out(choices)
    assert len(choices) > len(batches) > 0
    for batch in batches:
        copy = make_copy(STORY, batch)
        assert len(copy.plants) == len(batch)
        for plant in copy.plants:
            assert all(plant.sentences[0].contains(ours) for ours, _ in plant.words)
            assert all(plant.sentences[1].contains(theirs) for _, theirs in plant.words)
            assert all(ours.of(STORY).lower() != theirs.of(copy.text).lower() for ours, theirs in plant.words)
        untouched = [span.of(STORY) for span in _between(copy.plants, 0, len(STORY))]
        assert untouched == [span.of(copy.text) for span in _between(copy.plants, 1, len(copy.text))]


def _between(plants: Sequence[Plant], side: int, end: int) -> list[Span]:
    edges = [0, *(edge for plant in plants for edge in (plant.sentences[side].start, plant.sentences[side].end)), end]
    return [Span(*edges[i : i + 2]) for i in range(0, len(edges), 2)]


def test_a_sentence_keeps_the_changed_words_however_it_is_told(lexicon: Lexicon) -> None:
    sentence = "An 18-year-old student was arrested on Monday, police said."
    setting = setting_of(sentence, lexicon)
    [change] = PLANTERS["number"](setting, Random(4))  # noqa: S311
    for seed in range(20):
        retold = retell(setting, change, str(seed))
        [place] = retold.places
        assert place.of(retold.text) == change.edits[0].new
        assert retold.text[: place.start].split()[-1].lower() == (
            "an" if change.edits[0].new in {"8", "11", "18"} else "a"
        )


def test_the_same_copy_is_made_at_every_run(lexicon: Lexicon) -> None:
    passages = [find_passages(Source(SourceId("a"), STORY), lexicon, "fire") for _ in range(2)]
    assert [p.changes for p in passages[0]] == [p.changes for p in passages[1]]
    assert make_paraphrase(STORY, passages[0]) == make_paraphrase(STORY, passages[1])
    assert not make_paraphrase(STORY, passages[0]).plants
