"""Where words stand after edits: an oracle that knows every character by name says the same."""

from random import Random

import pytest

from counterpoint.engine.edits import Edit, edit_between, edited, kept, moved, turned
from counterpoint.engine.passages import Span

PIECES = (
    "Four people died. ", "The mayor said so. ", "é", "e\u0301", "x\u0302", "👩\u200d👧", "🌊", "👍🏽", "ß", " ", "\n",
    "35", "a", "b", "ab", "“No,” she said. ", "\u05d0\u05b7", "日本", "…", "-", ", ",
)  # fmt: skip


def text_of(chance: Random, most: int) -> str:
    return "".join(chance.choice(PIECES) for _ in range(chance.randint(0, most)))


def edit_of(chance: Random, text: str) -> Edit:
    start = chance.randint(0, len(text))
    end = min(len(text), start + chance.choice((0, 0, 0, 1, 1, 2, 5, 30)))
    return Edit(start, text[start:end], text_of(chance, 2) if start == end or chance.random() < 0.5 else "")


@pytest.mark.parametrize("seed", range(40))
def test_words_stay_with_their_characters_through_thousands_of_edits(seed: int) -> None:
    chance = Random(seed)  # noqa: S311
    text = text_of(chance, 40) + "The end."
    names = list(range(len(text)))
    fresh = len(text)
    starts = [chance.randint(0, len(text) - 1) for _ in range(25)]
    spans = {n: Span(at, min(len(text), at + chance.randint(1, 30))) for n, at in enumerate(starts)}
    own = {n: set(names[span.start : span.end]) for n, span in spans.items()}
    for _ in range(100):
        edit = edit_of(chance, text)
        where = {n: moved(span, text, edit) for n, span in spans.items()}
        new = list(range(fresh, fresh + len(edit.inserted)))
        fresh += len(new)
        after = names[: edit.start] + new + names[edit.end :]
        text, names = edited(text, (edit,)), after
        for n, span in where.items():
            old = spans[n]
            if old.start < edit.start < old.end or (edit.removed and old.start <= edit.start < edit.end <= old.end):
                own[n] |= set(new) if edit.end <= old.end else set()  # what is written inside belongs to the words
            left = [i for i, name in enumerate(after) if name in own[n]]
            if span is None:
                assert not any(text[i].isalnum() for i in left if after[i] not in new)
                del spans[n], own[n]
                continue
            assert left
            assert (span.start, text[span.start : span.end][:1]) == (min(left), text[min(left)])
            joined = span.end - max(left) - 1  # marks that make one character with the last of the words
            assert text[max(left) + 1 : span.end] == edit.inserted[:joined]
            own[n] |= set(after[span.start : span.end])
            spans[n] = span


@pytest.mark.parametrize("seed", range(20))
def test_what_is_taken_back_is_as_it_was(seed: int) -> None:
    chance = Random(seed)  # noqa: S311
    text = before = text_of(chance, 20)
    edits: list[Edit] = []
    for _ in range(20):
        edits.append(edit_of(chance, text))
        text = edited(text, edits[-1:])
    assert edited(before, edits) == text
    assert edited(text, turned(edits)) == before


@pytest.mark.parametrize("seed", range(20))
def test_the_edit_between_two_texts_leads_from_one_to_the_other(seed: int) -> None:
    chance = Random(seed)  # noqa: S311
    for _ in range(50):
        text = text_of(chance, 6)
        wanted = edit_of(chance, text)
        after = edited(text, (wanted,))
        found = edit_between(text, after, near=wanted.start)
        assert edited(text, () if found is None else (found,)) == after
        if found is not None:
            assert len(found.removed) <= len(wanted.removed)
            assert len(found.inserted) <= len(wanted.inserted)


def test_a_letter_written_before_its_like_comes_before_it() -> None:
    assert edit_between("aab", "aaab", near=0) == Edit(0, "", "a")
    assert edit_between("aab", "aaab") == Edit(2, "", "a")
    assert edit_between("the the end", "the end", near=0) == Edit(0, "the ", "")


@pytest.mark.parametrize(
    ("words", "edit", "after"),
    [
        ("people", ("Four", "Forty"), "people"),
        ("people", ("died", "drowned"), "people"),
        ("people", ("peo", "tem"), "temple"),
        ("people", ("ple", ""), "peo"),
        ("people", ("people", "children"), None),
        ("people", ("Four people", "All"), None),
        ("people", ("our peo", "ew coup"), "ple"),
        ("people died", ("died.", "were hurt."), "people "),
        ("people died", ("eop", "eo\u0301p"), "peo\u0301ple died"),
        ("died.", ("Four people died", "Nobody knows"), None),  # a full stop says nothing
    ],
)
def test_what_becomes_of_words(words: str, edit: tuple[str, str], after: str | None) -> None:
    text = "Four people died. The mayor knows."
    at = text.index(words)
    change = Edit(text.index(edit[0]), *edit)
    span = moved(Span(at, at + len(words)), text, change)
    assert (None if span is None else span.of(edited(text, (change,)))) == after


def test_a_mark_written_behind_a_letter_belongs_to_it() -> None:
    assert moved(Span(0, 1), "e!", Edit(1, "", "\u0301 x")) == Span(0, 2)
    assert moved(Span(0, 1), "👩!", Edit(1, "", "\u200d👧")) == Span(0, 3)
    assert moved(Span(0, 1), "e!", Edit(1, "", "e")) == Span(0, 1)


@pytest.mark.parametrize(
    ("old", "new", "is_kept"),
    [
        ("Six people", "No, six people", False),
        ("Six people", "He denied that Six people", False),
        ("Six people", "It is over. Six people", True),
        ("Six people", "\nSix people", True),
        ("died.", "died. He wept.", True),
        ("died.", "died.”", False),
        ("died.", "died, they say.", False),
        ("The end", "The very end", True),
        ("people", "men", False),
    ],
)
def test_a_sentence_is_kept_only_while_it_is_the_very_sentence(old: str, new: str, is_kept: bool) -> None:  # noqa: FBT001
    before = "The end. Six people died. We wept."
    at = before.index("Six people died.")
    edit = edit_between(before, before.replace(old, new))
    assert edit is not None
    after = edited(before, (edit,))
    span = kept(Span(at, at + 16), before, after, (edit,))
    assert (span is not None) is is_kept
    assert span is None or span.of(after) == "Six people died."


def test_an_edit_of_another_text_is_refused() -> None:
    with pytest.raises(ValueError, match="not a text"):
        edited("Four", (Edit(0, "Five", "Six"),))
    with pytest.raises(ValueError, match="not a text"):
        edited("Four", (Edit(9, "", "Six"),))
