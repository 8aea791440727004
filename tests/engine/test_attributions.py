import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.engine.attributions import find_attributions
from counterpoint.engine.details import Attribution
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.readings import link_readings, read_source
from counterpoint.engine.sources import Source, SourceId
from counterpoint.engine.texts import canonical_text


def read(text: str, lexicon: Lexicon) -> list[Attribution]:
    (reading,) = link_readings([read_source(Source(SourceId("a"), text), lexicon)], lexicon)
    return [detail for side in reading.sides for detail in side.details if isinstance(detail, Attribution)]


@pytest.mark.parametrize(
    ("sentence", "speaker", "verb"),
    [
        ("Macron said that soldiers would come.", "Macron", "said"),
        ("The plan works, said Tusk.", "Tusk", "said"),
        ("“It works,” said Tusk, who left.", "Tusk", "said"),
        ("“It works,” Tusk said on Monday.", "Tusk", "said"),
        ("“It works”, he was told, Tusk said.", "Tusk", "said"),
        ("“It works,” said Ukrainian President Volodymyr Zelenskyy, welcoming it.", "Volodymyr Zelenskyy", "said"),
        ("According to Reuters, the guarantees involve troops.", "Reuters", "According to"),
        ("The guarantees involve troops, according to Reuters.", "Reuters", "according to"),
        ("According to an Elysée adviser, it was endorsed.", "Elysée adviser", "According to"),
        ("It was endorsed, according to a statement of the Coalition.", "statement", "according to"),
        ("French President Emmanuel Macron announced that 26 countries would help.", "Emmanuel Macron", "announced"),
        ("Marco Bellini, former mayor of Trieste, tweeted.", "Marco Bellini", "tweeted"),
        ("Ana Ruiz, who runs the shop, said it was closed.", "Ana Ruiz", "said"),
        ("Sgt. Mara Quist told reporters that it burned.", "Mara Quist", "told"),
        ("Police say the man fled.", "Police", "say"),
        ("The man fled, police said.", "police", "said"),
        ("Authorities have not confirmed it, but officials said so.", "officials", "said"),
        ("A military source said the town fell.", "military source", "said"),
        ("The town fell, a military source told Reuters.", "military source", "told"),
        ("The town fell, said the ministry.", "ministry", "said"),
        ("The town fell, said Tunisia's foreign ministry.", "Tunisia's foreign ministry", "said"),
        ("Two men, a baker and Rashid Benali, died, said the ministry.", "ministry", "said"),
        ("A spokesman for Lund University said it was closed.", "spokesman", "said"),
        ("The road is shut, a spokeswoman for the county said.", "spokeswoman", "said"),
        ("Witnesses say the man walked in.", "Witnesses", "say"),
        ("Neighbours said they heard shots.", "Neighbours", "said"),
        ("The Marlow County Sheriff's Office says he left.", "Marlow County Sheriff's Office", "says"),
        ("It happened at noon, the paper reported.", "paper", "reported"),
        ("“Come in,” wrote on Twitter Marco Bellini, mayor of Trieste.", "Marco Bellini", "wrote"),
        ("The truck burned, reported local media.", "local media", "reported"),
        ("The deal, reported by Haaretz, failed.", "Haaretz", "reported"),
        ("Police said the woman admitted it.", "woman", "admitted"),
        ("Zelensky also emphasized that membership matters.", "Zelensky", "emphasized"),
        ("The company has denied the report.", "company", "denied"),
        ("Family says he was kind.", "Family", "says"),
        ("The prime minister told the rabbis so.", "prime minister", "told"),
        ("“They fled,” GBI agents said.", "GBI agents", "said"),
    ],
)
def test_who_says_it(sentence: str, speaker: str, verb: str, lexicon: Lexicon) -> None:
    found = [(a.span.of(sentence), a.verb.of(sentence)) for a in read(sentence, lexicon)]
    assert (speaker, verb) in found


@pytest.mark.parametrize(
    "sentence",
    [
        "It was announced that 26 nations had agreed.",
        "It is said that he fled.",
        "The plan was reported to have failed.",
        "They have no say in it.",
        "The report from the scene was short.",
        "A Palestinian state was named.",
        "Member states are committed.",
        "There was a domestic dispute.",
        "Delivery according to current needs goes on.",
        "The post-war order fell.",
        "They want to say more.",
        "He could not say why.",
        "The claim was false.",
        "Talks on the question go on.",
        "Six reports of fire came in.",
    ],
)
def test_nobody_says_it(sentence: str, lexicon: Lexicon) -> None:
    assert [a.span.of(sentence) for a in read(sentence, lexicon)] == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Mark Rutte spoke first. Rutte said so. He warned of war.", ["mark rutte", "mark rutte"]),
        ("Mark Rutte said so. He warned of war.", ["mark rutte", "mark rutte"]),
        ("Maria Lund said so. He warned of war.", ["maria lund"]),
        ("Mark Rutte said so. Tom Ruiz met Ben Cole there. He warned of war.", ["mark rutte"]),
        ("Mark Rutte said so. The envoy was late. “We will wait,” he said.", ["mark rutte", "mark rutte"]),
        ("A spokesman said so. He warned of war.", ["spokesperson", "spokesperson"]),
        ("Mark Rutte fell ill. He thought it was nothing.", []),
        ("Mark Rutte said so. She warned of war.", ["mark rutte"]),
        ("The police said so. He warned of war.", ["police"]),
        ("Officers said so. Investigators agreed, police said.", ["police", "police"]),
    ],
)
def test_he_and_she_speak_for_whom_they_mean(text: str, values: list[str], lexicon: Lexicon) -> None:
    assert [a.value for a in read(text, lexicon)] == values


PIECES = st.sampled_from(
    [
        *"“”'’\".,- \n",
        " said ",
        "according to ",
        "told ",
        "he ",
        "who ",
        "police ",
        "Macron ",
        "the ",
        "'s ",
        "ly ",
        "by ",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=3), max_size=30).map("".join)


@given(raw=TEXTS)
def test_every_speaker_lies_in_its_text(lexicon: Lexicon, raw: str) -> None:
    text = canonical_text(raw).text
    for said in read(text, lexicon):
        assert 0 <= said.span.start < said.span.end <= len(text)
        assert said.verb.start < said.verb.end <= len(text)
        assert said.value
    assert find_attributions(text, Span(0, 0), (), (), (), (), lexicon) == ()
