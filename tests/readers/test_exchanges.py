"""Projects of other programs, and our own when they come back."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from counterpoint.app.exchanges import take_in
from counterpoint.app.outgoings import remarks_of
from counterpoint.app.projects import ReadProject
from counterpoint.app.workspaces import Workspace
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import RelationKind
from counterpoint.errors import UnreadableSource
from counterpoint.readers.exchanges import Exchange, read_exchange
from counterpoint.store.stores import Store
from counterpoint.writers.archives import archive
from counterpoint.writers.qdpx import qdpx_report
from tests.exported import POST, WIRE, dossier
from tests.store.made import comparison

HEAD = '<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="Dam" origin="Other 1.0">'
A, B = "0a0a0a0a-0000-4000-8000-000000000030", "0a0a0a0a-0000-4000-8000-000000000040"
CODES = (
    '<CodeBook><Codes><Code guid="c0" name="Status" isCodable="false">'
    '<Code guid="{C1}" name="Verified" isCodable="true" color="#2E7D32"/></Code></Codes></CodeBook>'
)
SECOND = (
    f'<TextSource guid="{B}" name="B"><PlainTextContent>At least 15 dead.</PlainTextContent>'
    '<PlainTextSelection guid="s2" startPosition="0" endPosition="16"/></TextSource>'
)


def written(
    folder: Path, body: str, parts: Mapping[str, str | bytes] | None = None, inner: str = "project.qde"
) -> Path:
    path = folder / "dam.qdpx"
    path.write_bytes(archive({inner: f"{HEAD}{body}</Project>", **(parts or {})}))
    return path


def first(selection: str, guid: str = A) -> str:
    return (
        f'<TextSource guid="{guid}" name="A &amp; a" plainTextPath="internal://{A}.txt">'
        f'{selection}<VariableValue><VariableRef targetGUID="v"/><TextValue>AP</TextValue></VariableValue></TextSource>'
    )


def read(folder: Path, selection: str, text: str = "The 12 people died.\nOn Monday.\n", rest: str = "") -> Exchange:
    variables = '<Variables><Variable guid="V" name="Outlet" typeOfVariable="Text"/></Variables>'
    body = f"{CODES}{variables}<Sources>{first(selection)}{SECOND}</Sources>{rest}"
    return read_exchange(written(folder, body, {f"sources/{A}.txt": text}))


def test_texts_codes_notes_and_links_are_read(tmp_path: Path) -> None:
    selection = (
        '<PlainTextSelection guid="s1" name="12 people died" startPosition="4" endPosition="18">'
        '<Description>short</Description><Coding guid="k"><CodeRef targetGUID="c1"/></Coding>'
        '<NoteRef targetGUID="n1"/></PlainTextSelection>'
    )
    rest = (
        '<Notes><Note guid="n1"><PlainTextContent>Ask &lt;them&gt;.</PlainTextContent></Note></Notes>'
        '<Links><Link guid="l" name="Contradicts" originGUID="{S1}" targetGUID="s2"/></Links>'
    )
    found = read(tmp_path, selection, rest=rest)
    assert (found.title, found.origin, found.notices) == ("Dam", "Other 1.0", ())
    assert [taken.source.title for taken in found.sources] == ["A & a", "B"]
    assert found.sources[0].source.outlet == "AP"
    assert [(code.name, code.colour) for code in found.codes] == [("Status", ""), ("Verified", "#2e7d32")]
    assert [(s.span, s.codes, s.notes) for s in found.selections] == [
        (Span(4, 18), ("Verified",), ("Ask <them>.", "short")),
        (Span(0, 16), (), ()),
    ]
    assert [(link.name, link.a[1], link.b[1]) for link in found.links] == [("Contradicts", Span(4, 18), Span(0, 16))]


@pytest.mark.parametrize(
    ("attributes", "span"),
    [
        ('name="On Monday." startPosition="20" endPosition="30"', Span(20, 30)),
        ('name="On Monday." startPosition="21" endPosition="31"', Span(20, 30)),  # line ends counted as two
        ('name="On Monday." startPosition="3" endPosition="13"', Span(20, 30)),  # elsewhere, but its words stand once
        ('startPosition="4" endPosition="6"', Span(4, 6)),
        ('name="nowhere" startPosition="4" endPosition="6"', None),
        ('name="The" startPosition="x" endPosition="6"', None),
        ('startPosition="4" endPosition="600"', None),
    ],
)
def test_a_passage_is_where_its_words_are_or_told_of(tmp_path: Path, attributes: str, span: Span | None) -> None:
    found = read(tmp_path, f'<PlainTextSelection guid="s1" {attributes}/>', "The 12 people died.\r\nOn Monday.\r\n")
    own = [s.span for s in found.selections if s.source == found.sources[0].source.id]
    assert own == ([] if span is None else [span])
    lost = "Passages whose words are not where they say are left out: 1."
    assert found.notices == (() if span is not None else (lost,))


def test_what_is_no_text_is_told_of(tmp_path: Path) -> None:
    others = '<PictureSource guid="p"><TextDescription guid="t"/></PictureSource><TextSource guid="e" name="Empty"/>'
    found = read_exchange(written(tmp_path, f"<Sources>{others}{SECOND}</Sources>", inner="Dam.qde"))
    assert found.notices == (
        "“Empty” has no text and is left out.",
        "Pictures, PDFs, sounds and films are left out: 1.",
    )


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no archive",
        archive({"other.xml": "<a/>"}),
        archive({"a.qde": "<a/>", "b.qde": "<a/>"}),
        archive({"project.qde": "<Project"}),
        archive({"project.qde": "<other/>"}),
        archive({"project.qde": f"{HEAD}</Project>"}),
        archive({"project.qde": f'<!DOCTYPE a [<!ENTITY b "c">]>{HEAD}<Sources>{SECOND}</Sources></Project>'}),
        archive({"project.qde": " " * 20_000_000}),
    ],
    ids="empty,none,other,two,broken,root,nothing,entities,bomb".split(","),
)
def test_what_is_no_project_ends_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.qdpx"
    path.write_bytes(content)
    with pytest.raises(UnreadableSource, match=r"\.$"):
        read_exchange(path)


_PIECES = st.sampled_from(
    ["<Sources>", "</Sources>", SECOND, first(""), CODES, "<Links>", "</Links>", "<Note guid='n'>", "</Note>",
     "<Link/>", "<PlainTextSelection startPosition='1' endPosition='9'>", "</PlainTextSelection>", "words",
     "<TextValue>", "&amp;", "</TextValue>", "<PictureSource>", "</PictureSource>", "<CodeRef/>",
     "<NoteRef targetGUID='n'/>"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=12).map("".join))
def test_any_elements_make_a_project_or_a_sentence(tmp_path_factory: pytest.TempPathFactory, body: str) -> None:
    path = written(tmp_path_factory.getbasetemp(), body)
    try:
        found = read_exchange(path)
    except UnreadableSource:
        return
    assert found.sources


def test_our_own_project_comes_back_with_all_but_what_was_withheld(tmp_path: Path) -> None:
    given = dossier(tmp_path)
    path = tmp_path / "out.qdpx"
    path.write_bytes(qdpx_report(given))
    made, told = take_in(read_exchange(path), tmp_path / "in")
    assert told == ("“Confidential source C” has no text and is left out.",)
    with Store.open(made) as store:
        sources = store.shelf.sources()
        assert [(s.text, s.title, s.outlet, s.author, s.url, s.published, s.retrieved) for s in sources] == [
            (s.text, s.title, s.outlet, s.author, s.url, s.published, s.retrieved) for s in (POST, WIRE)
        ]
        store.analysis.replace(comparison(*sources))
    with ReadProject(made) as project:
        back = remarks_of(project)
        found = project.comparison
    assert found is not None
    kinds = {relation.id: relation.kind for relation in found.relations}
    decided = [(kinds[name], remark.verdict, remark.notes) for name, remark in back.relations.items()]
    assert decided == [(RelationKind.CONFLICT, "confirmed", ("Ask the mayor, *twice*.\n\n- and his <b>deputy</b>",))]
    assert len([name for name in back.by_hand if name in kinds]) == 1
    notes = {note for p in back.passages for note in p.remark.notes} | {
        n for r in back.sources.values() for n in r.notes
    }
    assert notes == {"Look at the plans.", "Which bridge?", "Compare the dates."}
    assert {tag for p in back.passages for tag in p.remark.tags} == {"Toll & <more>"}
    assert back.colours == {"Toll & <more>": "#d55e00"}


def test_links_of_other_programs_are_findings_by_hand_where_their_names_say_so(
    tmp_path: Path, qapp: QApplication
) -> None:
    assert qapp
    selection = '<PlainTextSelection guid="s1" startPosition="4" endPosition="18"/>'
    links = "".join(
        f'<Link guid="l{n}" name="{name}" originGUID="s1" targetGUID="s2"/>'
        for n, name in enumerate(("contradicts", "see also"))
    )
    made, told = take_in(read(tmp_path, selection, rest=f"<Links>{links}</Links>"), tmp_path)
    assert told == ("Links that say neither that passages agree nor that they conflict are left out: 1.",)
    workspace = Workspace.open(made)
    workspace.replace_analysis(comparison(*workspace.sources))
    found = workspace.comparison
    assert found is not None
    assert [r.kind for r in found.relations if workspace.hands.is_by_hand(r.id)] == [RelationKind.CONFLICT]
    workspace.close()
