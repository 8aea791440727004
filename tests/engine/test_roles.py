import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.engine.details import Aspect, Title
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.naming.names import find_names
from counterpoint.engine.naming.roles import find_roles, link_roles
from counterpoint.engine.passages import Span
from counterpoint.engine.sources import SourceId
from counterpoint.engine.texts import canonical_text
from counterpoint.engine.words import find_words
from tests.engine.comparators.reading import read_sides


def read(text: str, lexicon: Lexicon) -> tuple[Title, ...]:
    span = Span(0, len(text))
    words = find_words(text, span, lexicon)
    return find_roles(text, span, words, find_names(text, span, words, lexicon), lexicon)


@pytest.mark.parametrize(
    ("sentence", "role", "bearer", "of"),
    [
        ("French President Emmanuel Macron spoke.", "president", "emmanuel macron", "france"),
        ("They met the French president Emmanuel Macron.", "president", "emmanuel macron", "france"),
        ("Ukraine's President Volodymyr Zelensky spoke.", "president", "volodymyr zelensky", "ukraine"),
        ("Poland's Prime Minister Donald Tusk left.", "prime minister", "donald tusk", "poland"),
        ("It was Trump's special envoy Steve Witkoff.", "envoy", "steve witkoff", "trump"),
        ("Washington’s envoy Steve Witkoff came.", "envoy", "steve witkoff", "washington"),
        ("Nato Secretary General Mark Rutte spoke.", "secretary general", "mark rutte", "nato"),
        ("Nato Secretary-General Mark Rutte spoke.", "secretary general", "mark rutte", "nato"),
        ("World Bank President Ursula von der Leyen came.", "president", "ursula von der leyen", "world bank"),
        ("They asked Marco Bellini, mayor of Trieste.", "mayor", "marco bellini", "trieste"),
        ("Ana Ruiz, the mayor of Harrow, resigned.", "mayor", "ana ruiz", "harrow"),
        ("Omar Haddad, the director of the Arab League, said so.", "director", "omar haddad", "arab league"),
        ("Yael Adler, an Israeli legislator, disagreed.", "lawmaker", "yael adler", "israel"),
        ("Sgt. Mara Quist arrived.", "sergeant", "mara quist", ""),
        ("Marlow County Sheriff Dale Pruitt was shot.", "sheriff", "dale pruitt", "marlow county"),
        ("Police chief Ana Belmonte agreed.", "police chief", "ana belmonte", ""),
        ("The mechanic Jonas Brandt was killed.", "mechanic", "jonas brandt", ""),
        ("Jonas Brandt, a mechanic, was killed.", "mechanic", "jonas brandt", ""),
        ("Jonas Brandt is a teacher.", "teacher", "jonas brandt", ""),
        ("Jonas Brandt was a teacher at the school.", "teacher", "jonas brandt", ""),
        ("The French president refused.", "president", "", "france"),
        ("The U.S. president refused.", "president", "", "united states"),
        ("They asked the mayor of Trieste.", "mayor", "", "trieste"),
        ("The spokesman for Lund University agreed.", "spokesperson", "", "lund university"),
        ("He killed his wife.", "wife", "", ""),
        ("Trump’s son-in-law, Jared Kushner, came.", "son-in-law", "jared kushner", "trump"),
        ("The woman's husband, Peter Jordan, died.", "husband", "peter jordan", "woman"),
        ("They found the girl's stepfather.", "stepfather", "", "girl"),
        ("Mia Lund's ex-wife was hurt.", "wife", "", "mia lund"),
        ("The prosecutor agreed.", "prosecutor", "", ""),
        ("Marco Bellini, president of the Riviera region said so.", "president", "marco bellini", "riviera"),
    ],
)  # fmt: skip
def test_a_role_with_its_bearer(sentence: str, role: str, bearer: str, of: str, lexicon: Lexicon) -> None:
    assert (role, bearer, of) in [(title.value, title.bearer, title.of) for title in read(sentence, lexicon)]


@pytest.mark.parametrize(
    ("sentence", "words", "is_former"),
    [
        ("Bellini, former mayor of Trieste, tweeted.", "former mayor of Trieste", True),
        ("He shot his ex-wife.", "ex-wife", True),
        ("The former police officer fled.", "former police officer", True),
        ("The one-time police officer fled.", "one-time police officer", True),
        ("An ex-soldier, Karl Brandt, fled.", "ex-soldier", True),
        ("Bellini, mayor of Trieste, tweeted.", "mayor of Trieste", False),
        ("He shot his wife.", "wife", False),
    ],
)
def test_what_is_over_is_told_apart(sentence: str, words: str, *, is_former: bool, lexicon: Lexicon) -> None:
    (found,) = [title for title in read(sentence, lexicon) if title.value != "soldier" or title.bearer]
    assert (found.span.of(sentence), found.is_former) == (words, is_former)


@pytest.mark.parametrize(
    "sentence",
    [
        "They told Macron about it.",
        "The sheriff's department was closed.",
        "The officers fired.",
        "The children slept.",
        "There was a general strike.",
        "The major parties agreed.",
        "It was a private matter.",
        "They count votes.",
        "He had an agent of change in mind.",
        "Mr. Okafor left.",
        "It struck a chord.",
        "The meeting ended.",
        "Police fired.",
        "She is in the chair.",
    ],
)
def test_no_role(sentence: str, lexicon: Lexicon) -> None:
    assert [title.span.of(sentence) for title in read(sentence, lexicon)] == []


def test_a_role_is_told_of_its_only_bearer_in_all_sources() -> None:
    known = Title(aspect=Aspect.ROLE, span=Span(0, 1), value="president", bearer="emmanuel macron", of="france")
    bare = Title(aspect=Aspect.ROLE, span=Span(2, 3), value="president", bearer="", of="france")
    other = Title(aspect=Aspect.ROLE, span=Span(2, 3), value="president", bearer="", of="finland")
    linked = link_roles({SourceId("a"): [known], SourceId("b"): [bare, other]})
    assert [title.bearer for title in linked[SourceId("b")]] == ["emmanuel macron", ""]


def test_a_role_with_two_bearers_is_nobody_s() -> None:
    first = Title(aspect=Aspect.ROLE, span=Span(0, 1), value="president", bearer="anna", of="france")
    second = Title(aspect=Aspect.ROLE, span=Span(0, 1), value="president", bearer="berta", of="france")
    bare = Title(aspect=Aspect.ROLE, span=Span(2, 3), value="president", bearer="", of="france")
    linked = link_roles({SourceId("a"): [first], SourceId("b"): [second, bare]})
    assert linked[SourceId("b")][1].bearer == ""


def test_a_role_phrase_speaks_for_its_bearer(lexicon: Lexicon) -> None:
    _, side = read_sides("French President Emmanuel Macron agreed.", "The French president said so.", lexicon)
    assert {d.value for d in side.details if d.aspect is Aspect.ATTRIBUTION} == {"emmanuel macron"}


PIECES = st.sampled_from(
    [*"“”'’\".,- \n", " of ", "former ", "ex-", "president ", "wife", "the ", "'s ", "Macron ", "Nice", "French "]
)
TEXTS = st.lists(PIECES | st.text(max_size=3), max_size=30).map("".join)


@given(raw=TEXTS)
def test_every_role_lies_in_its_text(lexicon: Lexicon, raw: str) -> None:
    text = canonical_text(raw).text
    titles = read(text, lexicon)
    assert all(0 <= title.span.start < title.span.end <= len(text) for title in titles)
    assert list(titles) == sorted(titles, key=lambda title: title.span)
    assert all(title.value for title in titles)
