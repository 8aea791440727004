"""Verbs with their subjects and objects."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.engine.clauses import Predicate, find_predicates
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.words import find_words

WORDS = "police said the man who was shot has not died , and troops will be sent to Paris by France . “ that".split()


def predicates(text: str, lexicon: Lexicon) -> tuple[Predicate, ...]:
    span = Span(0, len(text))
    return find_predicates(text, span, find_words(text, span, lexicon), lexicon)


def told(text: str, lexicon: Lexicon) -> list[tuple[str, str, str]]:
    return [
        (
            predicate.subject[0].text if predicate.subject else "",
            predicate.verb,
            predicate.objects[0].text if predicate.objects else "",
        )
        for predicate in predicates(text, lexicon)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On September 4, Paris hosted a meeting of allies.", [("Paris", "host", "meeting")]),
        ("The envoy of the president arrived.", [("envoy", "arrive", "")]),
        ("26 countries pledged various forms of support.", [("countries", "pledge", "support")]),
        ("Smith, 34, killed his wife.", [("Smith", "kill", "wife")]),
        ("The man, who was shot, fled the scene.", [("man", "shoot", ""), ("man", "flee", "scene")]),
        ("Smith shot his wife and killed himself.", [("Smith", "shoot", "wife"), ("Smith", "kill", "himself")]),
        ("“It is over,” said Witkoff.", [("It", "be", ""), ("Witkoff", "say", "")]),
        ("Police believe that the driver fled.", [("Police", "believe", ""), ("driver", "flee", "")]),
        ("26 nations agreed to send troops.", [("nations", "agree", ""), ("nations", "send", "troops")]),
        ("The US will not deploy its troops, but will help.", [("US", "deploy", "troops"), ("US", "help", "")]),
        ("The United States was represented by Jared Kushner.", [("States", "represent", "")]),
        ("Zelensky supports a neutral country.", [("Zelensky", "support", "country")]),
        ("The gun was unloaded.", [("gun", "unload", "")]),
        ("The man’s brother worked in Reno.", [("brother", "work", "")]),
        ("The storm struck the town Monday.", [("storm", "strike", "town")]),
    ],
)
def test_who_does_what(lexicon: Lexicon, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text, lexicon) == expected


def test_a_passive_has_its_doer_after_by(lexicon: Lexicon) -> None:
    (predicate,) = predicates("The man was shot by police.", lexicon)
    assert predicate.is_passive
    assert [word.text for word in predicate.undergoers] == ["man"]
    assert [word.text for word in predicate.doers] == ["police"]


def test_by_phone_is_no_doer(lexicon: Lexicon) -> None:
    (predicate,) = predicates("Trump joined by phone.", lexicon)
    assert not predicate.is_passive


def test_a_state_is_told_by_its_complement(lexicon: Lexicon) -> None:
    (predicate,) = predicates("The plan is not final.", lexicon)
    assert predicate.is_copula
    assert (predicate.verb, predicate.negation is not None) == ("final", True)


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(WORDS), max_size=16).map(" ".join)))
def test_spans_lie_within_any_text(lexicon: Lexicon, text: str) -> None:
    whole = Span(0, len(text))
    found = predicates(text, lexicon)
    assert all(whole.contains(p.span) and p.span.contains(p.main) for p in found)
    assert [p.main for p in found] == sorted(p.main for p in found)
