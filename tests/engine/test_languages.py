"""English or not: sentences and paragraphs written for this in the languages that a newsroom is likely to be sent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.engine.languages import is_english


@pytest.mark.parametrize(
    "text",
    [
        "Two passenger ferries collided in thick fog off Port Harlan early on Tuesday, injuring at least 34 people.",
        "Ferries collide off Port Harlan",
        "12 dead",
        "",
        "12345 67890",
        "European Commission President Ursula von der Leyen met Belgium's Bart De Wever and Gitanas Nausėda in Kyiv.",
        "Mohamed Lahouaiej-Bouhlel drove along the Promenade des Anglais, the prefecture of the Alpes-Maritimes said.",
        "President Luiz Inácio Lula da Silva met Pedro Sánchez, Emmanuel Macron, Recep Tayyip Erdoğan and Xi Jinping.",
        "Le Monde, Die Zeit, El País and La Repubblica reported the same, and Der Spiegel did so on Friday.",
        "He said: “Je suis désolé, c'est la vie.” The mayor of Lyon did not answer the question of the reporters.",
        "See https://www.exemple.fr/les/nouvelles/de/la/ville and @lemonde_fr",
        "NASA, ESA, JAXA, ISRO, CNSA, Roscosmos",
        "A man was hurt in a house at 12 Elm Street at 3:15 a.m. on Sunday in York.",
    ],
)
def test_english_is_english(text: str) -> None:
    assert is_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "Zwei Fähren sind am Dienstag im dichten Nebel zusammengestoßen und dabei wurden Menschen verletzt.",
        "Der Bundeskanzler sagte am Montag, die Verhandlungen seien noch nicht abgeschlossen.",
        "Deux ferries sont entrés en collision mardi matin dans un épais brouillard, faisant au moins 34 blessés.",
        "Le président a déclaré que les négociations ne sont pas terminées.",
        "Dos transbordadores chocaron el martes y dejaron al menos 34 heridos, según la guardia costera.",
        "Due traghetti si sono scontrati martedì nella nebbia e almeno 34 persone sono rimaste ferite.",
        "De veerboten botsten dinsdagochtend in dichte mist, waarbij zeker 34 mensen gewond raakten.",
        "Duas balsas colidiram na terça-feira em meio a um nevoeiro, deixando pelo menos 34 feridos.",
        "Два пороми зіткнулися у вівторок вранці, щонайменше 34 людини отримали поранення.",
        "Два парома столкнулись во вторник утром, пострадали не менее 34 человек.",
        "اصطدمت عبارتان صباح الثلاثاء وأصيب ما لا يقل عن أربعة وثلاثين شخصا",
        "两艘渡轮周二清晨在浓雾中相撞，造成至少三十四人受伤，海岸警卫队表示正在调查事故原因。",
        "Dwa promy zderzyły się we wtorek rano w gęstej mgle, co najmniej 34 osoby zostały ranne.",
        "Två färjor kolliderade i tät dimma på tisdagen och minst 34 personer skadades.",
        "To færger stødte sammen i tæt tåge tirsdag morgen, og mindst 34 mennesker kom til skade, siger kystvagten.",
        "Kaksi lauttaa törmäsi tiistaiaamuna sakeassa sumussa ja ainakin kolmekymmentä ihmistä loukkaantui lievästi.",
        "Το πλοίο βυθίστηκε την Τρίτη το πρωί μέσα σε πυκνή ομίχλη.",
    ],
)
def test_other_languages_are_not(text: str) -> None:
    assert not is_english(text)


def test_a_foreign_article_with_an_english_headline_is_foreign() -> None:
    body = "Die Fähren waren mit 410 Passagieren unterwegs, und der Hafen wurde für die Schifffahrt gesperrt. " * 5
    assert not is_english("Breaking News: the ferries of Port Harlan\n" + body)


def test_a_long_text_is_judged_by_its_beginning() -> None:
    assert is_english("The ferry and the harbour were closed. " * 1000 + "Der Hafen und die Fähre. " * 5000)


@given(st.text())
def test_any_text_gets_an_answer(text: str) -> None:
    assert is_english(text) in {True, False}
