"""How far acts have got."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.engine.certainties import act_of, find_certainties
from counterpoint.engine.details import Stage
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.words import find_words

CUES = "may will agreed to allegedly suspected of possible plans considering send sent ban approved has been".split()


def stages(text: str, lexicon: Lexicon) -> list[tuple[str, str, str]]:
    span = Span(0, len(text))
    found = find_certainties(text, span, find_words(text, span, lexicon), lexicon)
    return [(certainty.span.of(text), certainty.value, certainty.stage.name.lower()) for certainty in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops could be deployed.", [("could be deployed", "deploy", "possible")]),
        ("Germany may send tanks.", [("may send", "send", "possible")]),
        ("The potential deployment of troops is secret.", [("potential", "deploy", "possible")]),
        ("Officials are considering new sanctions.", [("considering", "sanction", "considered")]),
        ("They are discussing a ban.", [("discussing", "ban", "considered")]),
        ("Leaders are mulling a blockade.", [("mulling", "blockade", "considered")]),
        ("The US will deploy troops.", [("will deploy", "deploy", "planned")]),
        ("The company plans to close the mine.", [("plans to", "close", "planned")]),
        ("26 nations are ready to provide guarantees.", [("ready to", "provide", "planned")]),
        ("Ukraine is set to receive support.", [("set to", "receive", "planned")]),
        ("26 countries agreed to send troops.", [("agreed to", "send", "agreed")]),
        ("Countries pledged various forms of support.", [("pledged", "support", "agreed")]),
        ("The senator vowed to fight.", [("vowed to", "fight", "agreed")]),
        ("The council approved a ban.", [("approved", "ban", "decided")]),
        ("The court ordered the release of the files.", [("ordered", "release", "decided")]),
        ("Parliament voted to leave.", [("voted to", "leave", "decided")]),
        ("Germany has sent tanks.", [("has sent", "send", "done")]),
        ("The gunman killed two men.", [("killed", "kill", "done")]),
        ("The car was allegedly recovered.", [("allegedly", "recover", "possible")]),
        (
            "He is suspected of smuggling gold.",
            [("suspected", "guilt", "possible"), ("suspected of", "smuggle", "possible")],
        ),
        ("Police believe one gunman fired the shots.", [("believe", "fire", "possible")]),
        ("A possible tornado was seen.", [("possible", "tornado", "possible"), ("was seen", "see", "done")]),
        ("He might be willing to send troops.", [("willing to", "send", "possible")]),
        ("He was charged with murder.", [("was charged", "charge", "done"), ("charged", "guilt", "agreed")]),
        ("The deal was not signed.", []),
        ("The guarantees are political.", []),
    ],
)
def test_the_stage_of_the_main_act(lexicon: Lexicon, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert stages(text, lexicon) == expected


def test_stages_are_in_order() -> None:
    assert Stage.POSSIBLE < Stage.CONSIDERED < Stage.PLANNED < Stage.AGREED < Stage.DECIDED < Stage.DONE


@pytest.mark.parametrize(
    ("noun", "verb"),
    [
        ("deployment", "deploy"),
        ("withdrawal", "withdraw"),
        ("injury", "injure"),
        ("donation", "donate"),
        ("table", "table"),
    ],
)
def test_nouns_of_action_lead_to_their_verbs(lexicon: Lexicon, noun: str, verb: str) -> None:
    assert act_of(noun, lexicon) == verb


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(CUES), max_size=12).map(" ".join)))
def test_spans_lie_within_any_text(lexicon: Lexicon, text: str) -> None:
    whole = Span(0, len(text))
    found = find_certainties(text, whole, find_words(text, whole, lexicon), lexicon)
    assert all(whole.contains(certainty.span) and certainty.value for certainty in found)
    assert [certainty.span for certainty in found] == sorted(certainty.span for certainty in found)
