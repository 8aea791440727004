import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.engine.details import Name, NameKind
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.naming.evidence import find_name_evidence
from counterpoint.engine.naming.names import find_names, link_names
from counterpoint.engine.passages import Span
from counterpoint.engine.sentences import find_sentences
from counterpoint.engine.sources import SourceId
from counterpoint.engine.texts import canonical_text
from counterpoint.engine.words import find_words


def read(text: str, lexicon: Lexicon) -> list[Name]:
    sentences = find_sentences(text)
    words = [find_words(text, span, lexicon) for span in sentences]
    evidence = find_name_evidence(text, words)
    return [
        name
        for span, own in zip(sentences, words, strict=True)
        for name in find_names(text, span, own, lexicon, evidence)
    ]


def linked(texts: dict[str, str], lexicon: Lexicon) -> dict[str, list[tuple[str, str]]]:
    names = link_names({SourceId(source): read(text, lexicon) for source, text in texts.items()}, lexicon)
    return {
        source: [(name.span.of(text), name.value) for name in names[SourceId(source)]] for source, text in texts.items()
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # persons, their titles left out
        ("French President Emmanuel Macron spoke.", ["French", "Emmanuel Macron"]),
        ("He met Polish Prime Minister Donald Tusk in Warsaw.", ["Polish", "Donald Tusk", "Warsaw"]),
        ("It was European Commission President Ursula von der Leyen.", ["European Commission", "Ursula von der Leyen"]),
        ("Belgium's Prime Minister Bart De Wever left.", ["Belgium", "Bart De Wever"]),
        ("France’s Chief of the Defence Staff, General Fabien Mandon, held talks.", ["France", "Fabien Mandon"]),
        ("Nato Secretary General Mark Rutte agreed.", ["Nato", "Mark Rutte"]),
        ("Police Sgt. Ana Belmonte told reporters.", ["Ana Belmonte"]),
        ("Mr. Okafor and Mrs. Lindqvist were there.", ["Okafor", "Lindqvist"]),
        ("Sheriff Joseph R. Biddle Jr. said so.", ["Joseph R. Biddle"]),
        ("The lawyer, J. D. Harrow, objected.", ["J. D. Harrow"]),
        ("It was written by Gabriel García Márquez.", ["Gabriel García Márquez"]),
        ("She thanked Kim Jong-un for it.", ["Kim Jong-un"]),
        ("The minister met Bashar al-Assad there.", ["Bashar al-Assad"]),
        ("They spoke of Osama bin Laden.", ["Osama bin Laden"]),
        ("A leader of al-Shabab was killed.", ["al-Shabab"]),
        ("Anne-Marie Dubois-Lefèvre won.", ["Anne-Marie Dubois-Lefèvre"]),
        ("The senator, Conor O'Malley, agreed.", ["Conor O'Malley"]),
        ("On Friday April Jones was found.", ["April Jones"]),
        ("Detectives Mara Quist and Tom Ruiz arrived.", ["Mara Quist", "Tom Ruiz"]),
        ("Dr Helena Brandt, of Lund University, disagreed.", ["Helena Brandt", "Lund University"]),
        ("Reporters asked Reuters Anna Petrova about it.", ["Reuters", "Anna Petrova"]),
        ("Two were hurt: Tunisian Slim Ayachi and a guard.", ["Tunisian", "Slim Ayachi"]),
        # places and their people
        ("The U.S. and the UK refused.", ["U.S.", "UK"]),
        ("The United States refused; the US refused.", ["United States", "US"]),
        ("French-Tunisian ties are old.", ["French", "Tunisian"]),
        ("A fire broke out in Rio de Janeiro.", ["Rio de Janeiro"]),
        ("They live near St. Louis, Mo., today.", ["St. Louis", "Mo"]),
        ("A man from Akron, OH, was held.", ["Akron", "OH"]),
        ("It happened on 25th Avenue at night.", ["25th Avenue"]),
        ("The hotel stands on the Avenue des Ternes.", ["Avenue des Ternes"]),
        ("A house on Mill Road burned.", ["Mill Road"]),
        ("MILTON, Wash. — A man was killed.", ["MILTON", "Wash"]),
        ("PARIS - The talks failed.", ["PARIS"]),
        # organisations
        ("The Coalition of the Willing met.", ["Coalition of the Willing"]),
        ("The Department of Justice sued.", ["Department of Justice"]),
        ("The Food and Drug Administration approved it.", ["Food and Drug Administration"]),
        ("It went to the Department of Health and Human Services.", ["Department of Health and Human Services"]),
        ("The Marlow County Sheriff's Office said so.", ["Marlow County Sheriff's Office"]),
        ("She was taken to St. Joseph’s Hospital.", ["St. Joseph’s Hospital"]),
        ("The Bank of England raised rates.", ["Bank of England"]),
        ("Friends of Save the Children met the FBI.", ["Save", "Children", "FBI"]),
        ("The University of Michigan closed.", ["University of Michigan"]),
        ("Ohio General Hospital took three.", ["Ohio General Hospital"]),
        ("Brown & Root Center was closed.", ["Brown & Root Center"]),
        ("The group, IS, claimed it.", ["IS"]),
        ("Shares of General Motors fell.", ["General Motors"]),
        ("The satellite NovaSat-1 was launched.", ["NovaSat-1"]),
        # possessives and compounds end a name
        ("Ukraine's Parliament is considering laws.", ["Ukraine", "Parliament"]),
        ("The plan is Macron’s, the envoy Trump's.", ["Macron", "Trump"]),
        ("A US-led force and an EU-backed plan were named.", ["US", "EU"]),
        ("The London-based firm sued.", ["London"]),
        # no names
        ("Police said the suspect fled.", []),
        ("Investigators believe that he fled.", []),
        ("On Monday, in early October, they left.", []),
        ("Anyone with information should call.", []),
        ("However, the talks failed.", []),
        ("I think I'll go, and we’ll see.", []),
        ("“Security guarantees matter,” he said.", []),
        ("READ MORE: the story so far.", []),
        ("Meanwhile, fighting continues.", []),
        ("The president, the prime minister and the sheriff met.", []),
        ("Two people died; Twelve were hurt.", []),
        ("Follow @newsdesk or https://example.com/NewsDesk today.", []),
        ("The Western front was quiet.", []),
        ("“Please stay at home,” it said.", []),
        ("The king and the pope met in March.", []),
    ],
)
def test_names_of_a_sentence(sentence: str, expected: list[str], lexicon: Lexicon) -> None:
    assert [name.span.of(sentence) for name in read(sentence, lexicon)] == expected


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        (
            "Six Injured In Fire Near Haverford Warehouse\n\nSix men were hurt near a warehouse in Haverford.",
            {"Haverford"},
            {"Six Injured In Fire", "Injured", "Warehouse", "Haverford Warehouse"},
        ),
        (
            "Tiger Shot To Protect Child At Haverford Zoo\n\nThe tiger died at the Haverford Zoo.",
            {"Haverford Zoo"},
            {"Tiger", "Tiger Shot", "Child"},
        ),
        (
            "MAYOR RESIGNS AFTER FLOOD IN HAVERFORD\n\nThe mayor of Haverford resigned.",
            {"HAVERFORD", "Haverford"},
            {"MAYOR", "FLOOD", "MAYOR RESIGNS"},
        ),
        ("Trump called. The aides of Trump listened.", {"Trump"}, set()),
        ("Zoo officials agreed. The zoo is closed.", set(), {"Zoo"}),
        ("Nice people live here. They are nice.", set(), {"Nice"}),
        ("Turkey refused. They met in Turkey.", {"Turkey"}, set()),
        ("Rose fell ill. Her friends visited Rose at home.", {"Rose"}, set()),
        ("Prices fell. Will prices rise?", set(), {"Prices", "Will"}),
    ],
)
def test_what_opens_a_sentence_is_a_name_only_with_evidence(
    text: str, wanted: set[str], unwanted: set[str], lexicon: Lexicon
) -> None:
    found = {name.span.of(text) for name in read(text, lexicon)}
    assert wanted <= found
    assert not unwanted & found


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("President Ramos left.", "Ramos", NameKind.PERSON),
        ("They found Carla Weiss there.", "Carla Weiss", NameKind.PERSON),
        ("The victim, Brodsky, 34, died.", "Brodsky", NameKind.PERSON),
        ("They saw Zhang Weiling there.", "Zhang Weiling", NameKind.PERSON),
        ("He lives in Milton.", "Milton", NameKind.PLACE),
        ("He lives in France.", "France", NameKind.PLACE),
        ("They closed Harrow Airport.", "Harrow Airport", NameKind.PLACE),
        ("It was on Chestnut Street.", "Chestnut Street", NameKind.PLACE),
        ("He sued Brightwater Holdings.", "Brightwater Holdings", NameKind.ORGANISATION),
        ("The WHO agreed.", "WHO", NameKind.ORGANISATION),
        ("The ABVC agreed.", "ABVC", NameKind.ORGANISATION),
        ("The University of Lund agreed.", "University of Lund", NameKind.ORGANISATION),
        ("They marked Bastille Day.", "Bastille Day", NameKind.OTHER),
    ],
)
def test_kinds(sentence: str, name: str, kind: NameKind, lexicon: Lexicon) -> None:
    assert {n.span.of(sentence): n.kind for n in read(sentence, lexicon)}[name] is kind


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("They met Emmanuel Macron.", "They met President Macron."),
        ("They met Volodymyr Zelensky.", "They met President Zelenskyy."),
        ("They met Volodymyr Zelensky.", "They met Volodymyr Zelenskiy."),
        ("They flew to Kyiv.", "They flew to Kiev."),
        ("Karim Ben Salah was shot.", "Karim Ben-Salah was shot."),
        ("It was the U.S. that refused.", "It was the United States that refused."),
        ("It was the US.", "It was America."),
        ("Officials in Ukraine agreed.", "Ukrainian officials agreed."),
        ("The Federal Bureau of Investigation came.", "The FBI came."),
        ("The Harrow Rescue Council met.", "The HRC met."),
        ("Ireland’s Micheál Martin spoke.", "Ireland's Micheal Martin spoke."),
        ("They arrested Donald J. Harper.", "They arrested Donald Harper."),
        ("They mourn Pablo Reyes.", "They mourn Pablo Reyes Montoya."),
        ("They mourn Luis Vega-Ortiz.", "They mourn Vega-Ortiz."),
        ("Deputy Bill Harkin was hurt.", "Deputy William Harkin was hurt."),
        ("The Élysée refused.", "The Elysee refused."),
        ("They called Norvolt.", "They called Norvalt."),
        ("The Northfield Police came.", "The Northfield Police Department came."),
        ("They saw Gitanas Nausėda.", "They saw Gitanas Nauseda."),
    ],
)
def test_one_entity_has_one_key(a: str, b: str, lexicon: Lexicon) -> None:
    found = linked({"a": a, "b": b}, lexicon)
    assert found["a"][-1][1] == found["b"][-1][1]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("They met Donald Trump.", "They met Eric Trump."),
        ("They met Keir Starmer.", "They met Alexander Stubb."),
        ("They met Starmer.", "They met Stubb."),
        ("They met Donald Trump.", "They met Donald Tusk."),
        ("They flew to Iran.", "They flew to Iraq."),
        ("They flew to Austria.", "They flew to Australia."),
        ("They flew to Slovakia.", "They flew to Slovenia."),
        ("They flew to Niger.", "They flew to Nigeria."),
        ("They saw Dana Lee Marsh.", "They saw Dana Hollis."),
        ("They saw Martin.", "They saw Marlin."),
        ("They read the New York Times.", "They flew to New York."),
        ("The Marlow County Court sat.", "Marlow County was flooded."),
        ("They flew to North Korea.", "They flew to South Korea."),
        ("They saw Anna Petrova.", "They saw Anna Petrenko."),
        ("They saw Karl Jensen.", "They saw Karl Hansen."),
    ],
)
def test_two_entities_have_two_keys(a: str, b: str, lexicon: Lexicon) -> None:
    found = linked({"a": a, "b": b}, lexicon)
    assert found["a"][-1][1] != found["b"][-1][1]


def test_a_surname_is_its_own_source_s_person(lexicon: Lexicon) -> None:
    texts = {"a": "They met Eric Trump. They thanked Trump.", "b": "They met Donald Trump. They thanked Trump."}
    found = linked(texts, lexicon)
    assert [value for _, value in found["a"]] == ["eric trump", "eric trump"]
    assert [value for _, value in found["b"]] == ["donald trump", "donald trump"]


def test_a_country_s_name_can_be_a_surname(lexicon: Lexicon) -> None:
    found = linked({"a": "The couple is Peter Jordan and his wife. Friends say Jordan was kind."}, lexicon)
    assert found["a"] == [("Peter Jordan", "peter jordan"), ("Jordan", "peter jordan")]


def test_a_common_noun_in_capitals_stands_for_the_full_name_of_its_source(lexicon: Lexicon) -> None:
    found = linked({"a": "The Coalition of the Willing met. They asked the Coalition."}, lexicon)
    assert {value for _, value in found["a"]} == {"coalition of the willing"}


def test_two_spellings_in_one_source_are_two_names(lexicon: Lexicon) -> None:
    found = linked({"a": "They saw Petrossian and Petrosian."}, lexicon)
    assert len({value for _, value in found["a"]}) == 2


SOURCES = {
    "a": "French President Emmanuel Macron met Zelensky. Macron left with Eric Trump.",
    "b": "Macron met Ukrainian President Volodymyr Zelenskyy and Donald Trump. Trump left.",
    "c": "Trump and Zelenskiy met in Kiev; the Federal Bureau of Investigation (FBI) watched.",
}


@pytest.mark.parametrize("order", list(itertools.permutations(SOURCES)))
def test_the_order_of_the_sources_changes_nothing(order: tuple[str, ...], lexicon: Lexicon) -> None:
    assert linked({source: SOURCES[source] for source in order}, lexicon) == linked(SOURCES, lexicon)


PIECES = st.sampled_from(
    [
        *"“”‘’'\".,-–&()/@# \n",
        " of the ", " and ", "'s ", "Macron", "President", "Kim", "Jong-un", "U.S.", "McX", "IS", "May", "St. ",
        "25th Avenue",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=4), max_size=30).map("".join)


@given(raw=TEXTS)
def test_every_name_lies_in_its_text(lexicon: Lexicon, raw: str) -> None:
    text = canonical_text(raw).text
    names = read(text, lexicon)
    assert all(0 <= name.span.start < name.span.end <= len(text) for name in names)
    assert [n.span for n in names] == sorted({n.span for n in names})
    again = link_names({SourceId("a"): names, SourceId("b"): names}, lexicon)
    assert [n.value for n in again[SourceId("a")]] == [n.value for n in again[SourceId("b")]]
    assert [n.span for n in again[SourceId("a")]] == [n.span for n in names]
    assert find_names(text, Span(0, 0), (), lexicon) == ()
