"""The open project: what the views show and act on."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from counterpoint.app.changes import FOUND_ANEW, changed
from counterpoint.app.chronicles import Chronicle
from counterpoint.app.commands import (
    AddNote,
    AddSources,
    AddTag,
    ArrangeSources,
    Changes,
    Command,
    EditNote,
    EditSource,
    EditTag,
    GiveTag,
    RemoveNote,
    RemoveSource,
    RemoveTag,
    SetTitle,
    Several,
    TakeTag,
    Thing,
)
from counterpoint.app.contents import Contents
from counterpoint.app.drafting import Drafting
from counterpoint.app.folders import UNTITLED, is_named_after, on_one_line, project_paths
from counterpoint.app.hands import Hands
from counterpoint.app.histories import History
from counterpoint.app.keepings import Keeping
from counterpoint.app.people import present, user_name
from counterpoint.app.showings import Showing
from counterpoint.app.states import Lost, State
from counterpoint.app.verdicts import giving
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Relation
from counterpoint.engine.sources import Source, SourceId
from counterpoint.errors import CounterpointError
from counterpoint.store.annotations import DEFAULT_COLOUR, Note, NoteId, Ruling, Subject, Tag, Tagging, TagId
from counterpoint.store.backups import Backups
from counterpoint.store.files import reserved
from counterpoint.store.homes import Target
from counterpoint.store.shelves import Original, particulars
from counterpoint.store.snapshots import copy_unopened
from counterpoint.store.stores import Store

if TYPE_CHECKING:
    from counterpoint.engine.accounts import Comparison


class Workspace(QObject, Contents):
    """An open project. Views read its properties, call its verbs, and refresh from `changed` alone.

    Every verb is one transaction and one step of undo; one that changes nothing is no step. What can't be done is told
    by `failed`, in a whole sentence, and has not happened.
    """

    changed = Signal(object)  # Changes
    failed = Signal(str)
    unstored = Signal(str)  # the same, after `failed`, where the file takes nothing any more: save it elsewhere

    def __init__(self, store: Store, now: Callable[[], datetime] = present, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._now = now
        self.who: Callable[[], str] = user_name  # the name that stands beside what is done
        self._state = State(store)
        self._named_after = store.title()
        self.showing = Showing(store, self._state, self.set_setting)
        self.hands = Hands(self._state, self._do_all, self.failed.emit, now)
        self.drafting = Drafting(store, self._state, self._do_all, now, self._named)
        self.chronicle = Chronicle(store, self._state)
        self._history = History(store, now, self, self._named)
        self.keeping = Keeping(store, self._state, self._history.clear, self._tell)
        self._history.changed.connect(self._tell)
        self._history.failed.connect(self.failed)
        self._history.unstored.connect(self.unstored)

    @classmethod
    def create(cls, folder: Path, contents: Sequence[tuple[Source, Original]], title: str = "") -> "Workspace":
        """A new project with its first sources, in a file named after its title, by default the first source's.

        Raises:
            UnwritableProject: no file can be made in the folder.
        """
        name = on_one_line(title) or next((on_one_line(s.title) for s, _ in contents if on_one_line(s.title)), UNTITLED)
        made: list[Store] = []
        reserved(project_paths(folder, name), lambda path: made.append(Store.create(path, name)))
        workspace = cls(made[0])
        try:
            with made[0].atomic():
                AddSources(tuple(source.id for source, _ in contents), tuple(contents)).do(made[0])
        except BaseException:
            workspace.close()
            workspace.path.unlink()
            raise
        workspace._state.forget(Thing)
        return workspace

    @classmethod
    def open(cls, path: Path, backups: Backups | None = None) -> "Workspace":
        """The project at the path; see `Store.open`.

        Raises:
            CounterpointError: it can't be opened; the error says why.
        """
        return cls._of(Store.open(path, backups))

    @classmethod
    def open_copy(cls, path: Path, folder: Path, name: str = "") -> "Workspace":
        """A copy of a project, in the folder, under a name of its own; the project itself stays as it is.

        Raises:
            CounterpointError: it can't be read, or not copied there.
        """
        copied = reserved(project_paths(folder, name or path.stem), lambda made: copy_unopened(path, made))
        return cls._of(Store.open(copied))

    @classmethod
    def _of(cls, store: Store) -> "Workspace":
        try:
            return cls(store)
        except BaseException:
            store.close()
            raise

    def close(self) -> None:
        """Leaves one file, with everything in it. May be called twice."""
        self._history.close()
        self._store.close()

    # What there is

    @property
    def path(self) -> Path:
        return self._store.path

    @property
    def settings(self) -> Mapping[str, object]:
        return self._store.settings()

    @property
    def undo_stack(self) -> QUndoStack:
        """For the actions of undo and redo, and nothing else."""
        return self._history.stack

    @property
    def lost(self) -> tuple[Lost, ...]:
        """What sits on things that are gone: to be shown with the words that it remembers. Empty while not analysed."""
        return self._state.lost() if self.is_analysed else ()

    def passage(self, source: SourceId, span: Span) -> Subject:
        """Words of a source, to be tagged or noted on."""
        return self._state.homes.passage(source, span)

    def subject_of(self, target: Target) -> Subject:
        """What an annotation on it remembers."""
        return self._state.homes.subject_of(target)

    @property
    def tagged(self) -> Mapping[str, frozenset[TagId]]:
        """The tags on claims, relations and facts in view, by the ids of these: for many at once."""
        return self._state.tagged

    # What a person does

    def do(self, command: Command, *, joins: bool = False) -> None:
        """Does a command; `joins` makes it part of the last step, if that was of the same kind: typing in one field."""
        self._history.do(command, joins=joins)

    def set_title(self, title: str) -> None:
        """The project's title; its file is renamed with it, unless a person gave the file a name of its own."""
        if (name := on_one_line(title)) and name != self.title:
            self.do(SetTitle(self.title, name))

    def add_sources(self, contents: Iterable[tuple[Source, Original]]) -> None:
        """Adds accounts at the right; those that are there already are passed over, and told by `failed`."""
        known = {source.id: source for source in self.sources}
        given = tuple(contents)
        new = {source.id: (source, original) for source, original in given if source.id not in known}
        steps: list[Command] = []
        if new:
            steps.append(AddSources(tuple(new), tuple(new.values())))
        for source, _ in new.values():
            if self._store.shelf.has(source.id):
                kept = self._store.shelf.source(source.id)
                if kept.role is not source.role:  # taken out as a source, brought back as a draft
                    before = particulars(kept)
                    steps.append(EditSource(source.id, before, replace(before, role=source.role)))
        self._do_all(steps)
        for title in dict.fromkeys(known[source.id].title for source, _ in given if source.id in known):
            self.failed.emit(f"“{title}” is in this project already." if title else "This is in the project already.")

    def remove_source(self, source: SourceId) -> None:
        """Takes it out. What sits on it is kept, and comes back with it."""
        place = [each.id for each in self.sources].index(source)
        self.do(RemoveSource(source, self.source(source).title, place))

    def arrange_sources(self, order: Sequence[SourceId]) -> None:
        """Puts the columns in this order."""
        before = tuple(source.id for source in self.sources)
        if set(before) != set(order) or len(before) != len(order):
            raise ValueError("not an order of the sources in view")
        if before != tuple(order):
            self.do(ArrangeSources(before, tuple(order)))

    def edit_source(self, source: SourceId, *, joins: bool = False, **changes: Any) -> None:  # noqa: ANN401
        """Changes particulars by name: title, role, outlet, author, url, published, retrieved, confidential."""
        before = particulars(self.source(source))
        after = replace(before, **changes)
        if after != before:
            self.do(EditSource(source, before, after), joins=joins)

    def give_verdict(self, relations: Iterable[Relation], ruling: Ruling | None) -> None:
        """The same ruling on all these relations, as one step; None takes verdicts back."""
        others = [r for r in relations if ((old := self.verdict_on(r)) and old.ruling) is not ruling]
        step = giving(self._state, others, ruling, self._now())
        if step is not None:
            self.do(step)

    def add_tag(
        self,
        name: str,
        *,
        colour: str = DEFAULT_COLOUR,
        key: str = "",
        description: str = "",
        on: Sequence[Target] = (),
    ) -> TagId:
        """A new tag, given to these things at once; its id, which means nothing where `failed` was emitted."""
        tag = Tag(TagId(uuid4().hex), on_one_line(name) or "Untitled tag", colour, key, description)
        given = [GiveTag(tag.name, taggings)] if (taggings := self._taggings(tag.id, on)) else []
        self._do_all([AddTag(tag), *given], f"tag “{tag.name}”")
        return tag.id

    def edit_tag(self, tag: TagId, *, joins: bool = False, **changes: Any) -> None:  # noqa: ANN401
        """Changes name, colour, key or description."""
        before = self._tag(tag)
        after = replace(before, **{**changes, "name": on_one_line(changes.get("name", "")) or before.name})
        if after != before:
            self.do(EditTag(before, after), joins=joins)

    def remove_tag(self, tag: TagId) -> None:
        """Removes a tag from all that it sits on."""
        self.do(RemoveTag(self._tag(tag), self._store.notebook.taggings_of(tag)))

    def tag(self, tag: TagId, targets: Sequence[Target]) -> None:
        """Gives a tag to all these things, as one step."""
        taggings = self._taggings(tag, [on for on in targets if tag not in {each.tag for each in self.taggings_on(on)}])
        if taggings:
            self.do(GiveTag(self._tag(tag).name, taggings))

    def untag(self, tag: TagId, targets: Sequence[Target]) -> None:
        """Takes a tag off all these things, as one step."""
        taggings = [each for target in targets for each in self.taggings_on(target) if each.tag == tag]
        if taggings:
            self.do(TakeTag(self._tag(tag).name, tuple(dict.fromkeys(taggings))))

    def add_note(self, target: Target, body: str, *, is_private: bool = False) -> NoteId:
        """A new note in Markdown; its id, which means nothing where `failed` was emitted."""
        now = self._now()
        note = Note(NoteId(uuid4().hex), self._state.homes.subject_of(target), body, now, now, is_private)
        self.do(AddNote(note))
        return note.id

    def edit_note(self, note: NoteId, *, joins: bool = False, **changes: Any) -> None:  # noqa: ANN401
        """Changes body or is_private."""
        before = self._note(note)
        after = replace(before, **changes)
        if after != before:
            self.do(EditNote(before, replace(after, changed=self._now())), joins=joins)

    def remove_note(self, note: NoteId) -> None:
        self.do(RemoveNote(self._note(note)))

    # What is no step of undo

    def prepare_analysis(self, comparison: "Comparison") -> None:
        """Does ahead some of what takes long about `replace_analysis`: a window has a turn of its loop between both."""
        self._store.analysis.prepare(comparison)

    def replace_analysis(self, comparison: "Comparison") -> None:
        """Takes in an analysis; one of other sources than those in view, or at another level, came late: dropped."""
        is_of_level = comparison.level is None or comparison.level.number == self.showing.level
        if not (is_of_level and self._store.analysis.fits(comparison)):
            return
        self._write(lambda: self._store.analysis.replace(comparison), *FOUND_ANEW)

    def set_setting(self, name: str, value: object) -> None:
        """Remembers layout and the like, by name, as whatever JSON can hold."""
        if self.settings.get(name) == value:
            return
        self._write(lambda: self._store.set_setting(name, value), Thing.SETTINGS)

    def _write(self, act: Callable[[], None], *things: Thing) -> None:
        try:
            act()
        except CounterpointError as error:
            self.failed.emit(str(error))
        else:
            self._tell(changed(*things))

    def _tell(self, changes: Changes) -> None:
        self._state.forget(changes.things)
        self.chronicle.forget()
        if Thing.TITLE in changes.things:
            self._rename_file()
        self.changed.emit(changes)

    def _rename_file(self) -> None:
        before, self._named_after = self._named_after, self.title
        if not is_named_after(self.path, before) or is_named_after(self.path, self.title):
            return
        try:
            reserved(project_paths(self.path.parent, self.title), self._store.move_to)
        except CounterpointError as error:
            self.failed.emit(str(error))

    def _do_all(self, commands: Sequence[Command], label: str = "") -> None:
        if len(commands) > 1:
            self.do(Several(label or commands[0].label, tuple(commands)))
        elif commands:
            self.do(commands[0])

    def _named(self) -> str:
        return self.who()

    def _taggings(self, tag: TagId, targets: Iterable[Target]) -> tuple[Tagging, ...]:
        subjects = dict.fromkeys(self._state.homes.subject_of(target) for target in targets)
        return tuple(Tagging(tag, subject, self._now()) for subject in subjects)

    def _tag(self, tag: TagId) -> Tag:
        return next(each for each in self.tags if each.id == tag)

    def _note(self, note: NoteId) -> Note:
        return next(each for each in self.notes if each.id == note)
