from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.app.folders import file_stem, is_named_after, project_paths, projects_folder


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("The flood", "The flood"),
        ("  Kyiv:\n26 / 35 countries?  ", "Kyiv 26 35 countries"),
        ("", "Untitled story"),
        ("...", "Untitled story"),
        ("../../etc/passwd", "etc passwd"),
        (".hidden", "hidden"),
        ("con", "con story"),
        ("Ωμέγα 🌊", "Ωμέγα 🌊"),
        ("x" * 300, "x" * 100),
        ("🌊" * 300, "🌊" * 50),
        ("a\ud83db", "a b"),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title: str, stem: str) -> None:
    assert file_stem(title) == stem


@given(st.text(st.characters(codec="utf-8")))
def test_any_title_becomes_a_name_within_its_folder(title: str) -> None:
    for path in islice(project_paths(Path("/documents"), title), 12):
        assert path.parent == Path("/documents")
        assert path.name == path.name.strip(" ")
        assert len(path.name.encode()) < 230
        assert is_named_after(path, title)
    assert file_stem(file_stem(title)) == file_stem(title)


def test_names_are_numbered_from_two() -> None:
    names = [path.name for path in islice(project_paths(Path("/documents"), "Flood"), 3)]
    assert names == ["Flood.counterpoint", "Flood 2.counterpoint", "Flood 3.counterpoint"]


@pytest.mark.parametrize(
    "name", ["Mine.counterpoint", "Flood", "Flood x.counterpoint", "Flood.txt", "Floods.counterpoint"]
)
def test_a_name_that_a_person_chose_is_not_the_title_s(name: str) -> None:
    assert not is_named_after(Path(name), "Flood")


def test_projects_go_into_the_documents_folder() -> None:
    assert projects_folder().name == "Counterpoint"
    assert projects_folder().is_absolute()
