"""What a person does to a project, as values: each can be done, undone, and written into the project's journal.

A command holds all that it needs for both ways, so that it works after closing and opening as it did before. Its
`label` follows "Undo" and "Redo" in the menu.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Union, cast

from counterpoint.app.changes import FOUND_ANEW, Changes, Thing, changed
from counterpoint.app.draft_commands import (
    EditDraft,
    EditOwnRelation,
    GiveStatus,
    KeepRevision,
    PlaceAgain,
    ReplaceDraft,
)
from counterpoint.app.note_commands import AddNote, EditNote, RemoveNote
from counterpoint.app.own_commands import AddOwnClaim, AddOwnRelation, EditOwnClaim, RemoveOwnClaim, RemoveOwnRelation
from counterpoint.engine.sources import Source, SourceId
from counterpoint.store.annotations import Ruling, Tag, Tagging, Verdict
from counterpoint.store.forms import STORED, Form, form_of
from counterpoint.store.shelves import Original, Particulars
from counterpoint.store.stores import Store

#: What depends on which sources are in view.
_ALL_OF_A_SOURCE = (Thing.SOURCES, *FOUND_ANEW, Thing.REVISIONS)


@dataclass(frozen=True, slots=True)
class AddSources:
    """New accounts, to the right of the others. `contents` is only for the first time: the store keeps it from then."""

    sources: tuple[SourceId, ...]
    contents: tuple[tuple[Source, Original], ...] = field(default=(), repr=False, metadata={STORED: False})

    @property
    def label(self) -> str:
        return f"addition of {_counted(len(self.sources), 'source')}"

    def do(self, store: Store) -> Changes:
        store.shelf.add(self.contents)
        store.shelf.arrange((*store.shelf.order(), *self.sources))
        return Changes(frozenset(_ALL_OF_A_SOURCE), frozenset(self.sources))

    def undo(self, store: Store) -> Changes:
        store.shelf.arrange([source for source in store.shelf.order() if source not in self.sources])
        return Changes(frozenset(_ALL_OF_A_SOURCE), frozenset(self.sources))


@dataclass(frozen=True, slots=True)
class RemoveSource:
    """A source taken out of its place. What sits on it is kept, and comes back with it."""

    source: SourceId
    title: str
    place: int

    @property
    def label(self) -> str:
        return f"removal of {_quoted(self.title) if self.title else 'a source'}"

    def do(self, store: Store) -> Changes:
        store.shelf.arrange([source for source in store.shelf.order() if source != self.source])
        return Changes(frozenset(_ALL_OF_A_SOURCE), frozenset((self.source,)))

    def undo(self, store: Store) -> Changes:
        order = store.shelf.order()
        store.shelf.arrange((*order[: self.place], self.source, *order[self.place :]))
        return Changes(frozenset(_ALL_OF_A_SOURCE), frozenset((self.source,)))


@dataclass(frozen=True, slots=True)
class ArrangeSources:
    """Another order of the columns."""

    before: tuple[SourceId, ...]
    after: tuple[SourceId, ...]

    @property
    def label(self) -> str:
        return "new order of the sources"

    def do(self, store: Store) -> Changes:
        store.shelf.arrange(self.after)
        return changed(Thing.SOURCES)

    def undo(self, store: Store) -> Changes:
        store.shelf.arrange(self.before)
        return changed(Thing.SOURCES)


@dataclass(frozen=True, slots=True)
class EditSource:
    """Title, outlet, dates and the like of a source; never its text."""

    source: SourceId
    before: Particulars
    after: Particulars

    @property
    def label(self) -> str:
        names = ("title", "role", "outlet", "author", "url", "published", "retrieved", "confidential")
        changed = [name for name in names if getattr(self.before, name) != getattr(self.after, name)]
        words = {"url": "address", "published": "date", "retrieved": "date", "confidential": "confidentiality"}
        return f"change of {words.get(changed[0], changed[0])}" if len(changed) == 1 else "change of a source"

    def do(self, store: Store) -> Changes:
        return self._describe(store, self.after)

    def undo(self, store: Store) -> Changes:
        return self._describe(store, self.before)

    def _describe(self, store: Store, particulars: Particulars) -> Changes:
        store.shelf.describe(self.source, particulars)
        return Changes(frozenset((Thing.SOURCES, Thing.ANALYSIS)), frozenset((self.source,)))


@dataclass(frozen=True, slots=True)
class GiveVerdict:
    """Verdicts on several relations as one step, in place of those that were; without new ones, they are taken back.

    `findings` is how many relations there are: one can have several verdicts. 0 where each has one.
    """

    before: tuple[Verdict, ...]
    after: tuple[Verdict, ...]
    findings: int = 0

    @property
    def label(self) -> str:
        words = {Ruling.CONFIRMED: "confirmation", Ruling.REJECTED: "rejection", Ruling.UNSURE: "“unsure” on"}
        rulings = {verdict.ruling for verdict in self.after}
        what = _counted(self.findings or len(self.after or self.before), "finding")
        if not rulings:
            return f"clearing of {what}"
        if rulings == {Ruling.UNSURE}:
            return f"“unsure” on {what}"
        return f"{words[rulings.pop()] if len(rulings) == 1 else 'verdict'} of {what}"

    def do(self, store: Store) -> Changes:
        return self._replace(store, self.before, self.after)

    def undo(self, store: Store) -> Changes:
        return self._replace(store, self.after, self.before)

    def _replace(self, store: Store, old: tuple[Verdict, ...], new: tuple[Verdict, ...]) -> Changes:
        store.notebook.drop_verdicts(old)
        store.notebook.put_verdicts(new)
        return changed(Thing.VERDICTS, of=[verdict.subject for verdict in (*old, *new)])


@dataclass(frozen=True, slots=True)
class AddTag:
    """A new tag, on nothing yet."""

    tag: Tag

    @property
    def label(self) -> str:
        return f"new tag {_quoted(self.tag.name)}"

    def do(self, store: Store) -> Changes:
        store.notebook.put_tag(self.tag)
        return changed(Thing.TAGS)

    def undo(self, store: Store) -> Changes:
        store.notebook.drop_tag(self.tag.id)
        return changed(Thing.TAGS)


@dataclass(frozen=True, slots=True)
class EditTag:
    """Another name, colour, key or description of a tag."""

    before: Tag
    after: Tag

    @property
    def label(self) -> str:
        is_renamed = self.before.name != self.after.name
        return f"{'renaming' if is_renamed else 'change'} of tag {_quoted(self.before.name)}"

    def do(self, store: Store) -> Changes:
        store.notebook.put_tag(self.after)
        return changed(Thing.TAGS)

    def undo(self, store: Store) -> Changes:
        store.notebook.put_tag(self.before)
        return changed(Thing.TAGS)


@dataclass(frozen=True, slots=True)
class RemoveTag:
    """A tag taken away, from all that it sits on."""

    tag: Tag
    taggings: tuple[Tagging, ...]

    @property
    def label(self) -> str:
        return f"removal of tag {_quoted(self.tag.name)}"

    def do(self, store: Store) -> Changes:
        store.notebook.drop_taggings(self.taggings)
        store.notebook.drop_tag(self.tag.id)
        return changed(Thing.TAGS, Thing.TAGGINGS, of=[tagging.subject for tagging in self.taggings])

    def undo(self, store: Store) -> Changes:
        store.notebook.put_tag(self.tag)
        store.notebook.put_taggings(self.taggings)
        return changed(Thing.TAGS, Thing.TAGGINGS, of=[tagging.subject for tagging in self.taggings])


@dataclass(frozen=True, slots=True)
class GiveTag:
    """A tag put on one or several things."""

    name: str
    taggings: tuple[Tagging, ...]

    @property
    def label(self) -> str:
        return f"tag {_quoted(self.name)}"

    def do(self, store: Store) -> Changes:
        store.notebook.put_taggings(self.taggings)
        return changed(Thing.TAGGINGS, of=[tagging.subject for tagging in self.taggings])

    def undo(self, store: Store) -> Changes:
        store.notebook.drop_taggings(self.taggings)
        return changed(Thing.TAGGINGS, of=[tagging.subject for tagging in self.taggings])


@dataclass(frozen=True, slots=True)
class TakeTag:
    """A tag taken off one or several things."""

    name: str
    taggings: tuple[Tagging, ...]

    @property
    def label(self) -> str:
        return f"taking off of tag {_quoted(self.name)}"

    def do(self, store: Store) -> Changes:
        return GiveTag(self.name, self.taggings).undo(store)

    def undo(self, store: Store) -> Changes:
        return GiveTag(self.name, self.taggings).do(store)


@dataclass(frozen=True, slots=True)
class SetTitle:
    """Another title of the project."""

    before: str
    after: str

    @property
    def label(self) -> str:
        return "change of the project's title"

    def do(self, store: Store) -> Changes:
        store.set_title(self.after)
        return changed(Thing.TITLE)

    def undo(self, store: Store) -> Changes:
        store.set_title(self.before)
        return changed(Thing.TITLE)


@dataclass(frozen=True, slots=True)
class Several:
    """Several commands as one step."""

    label: str
    commands: "tuple[Command, ...]"

    def do(self, store: Store) -> Changes:
        changes = [command.do(store) for command in self.commands]
        return _joined_changes(changes)

    def undo(self, store: Store) -> Changes:
        return _joined_changes([command.undo(store) for command in reversed(self.commands)])


Command = Union[  # noqa: UP007  # `|` can't be read from a string before it is whole
    AddSources, RemoveSource, ArrangeSources, EditSource, GiveVerdict, AddTag, EditTag, RemoveTag, GiveTag, TakeTag,
    AddNote, EditNote, RemoveNote, AddOwnClaim, EditOwnClaim, RemoveOwnClaim, AddOwnRelation, RemoveOwnRelation,
    EditOwnRelation, EditDraft, ReplaceDraft, PlaceAgain, KeepRevision, GiveStatus, SetTitle, Several,
]  # fmt: skip


@cache
def command_form() -> Form[Command]:
    """How commands are written into the journal."""
    return form_of(cast("type[Command]", Command))


def sources_kept(command: Command) -> tuple[SourceId, ...]:
    """The sources that the command may have to put in view again, although they are taken out."""
    match command:
        case AddSources():
            return command.sources
        case RemoveSource():
            return (command.source,)
        case Several():
            return tuple(dict.fromkeys(source for each in command.commands for source in sources_kept(each)))
        case _:
            return ()


def lightened(command: Command) -> Command:
    """The command without contents, which the store keeps once they are in it."""
    match command:
        case AddSources():
            return replace(command, contents=())
        case Several():
            return replace(command, commands=tuple(map(lightened, command.commands)))
        case _:
            return command


def joined(earlier: Command, later: Command) -> Command | None:
    """Both as one command, where the later one only goes on with the earlier: typing in one field. Else None."""
    match earlier, later:
        case (EditNote(), EditNote()) | (EditTag(), EditTag()) if earlier.after.id == later.before.id:
            return replace(later, before=earlier.before)
        case (AddNote(), EditNote()) if earlier.note.id == later.before.id:
            return AddNote(later.after)
        case (EditSource(), EditSource()) if earlier.source == later.source:
            return replace(later, before=earlier.before)
        case (SetTitle(), SetTitle()):
            return replace(later, before=earlier.before)
        case _:
            return None


def _joined_changes(changes: Sequence[Changes]) -> Changes:
    whole = changes[0]
    for each in changes[1:]:
        whole |= each
    return whole


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' if number > 1 else ''}"


def _quoted(words: str) -> str:
    line = " ".join(words.split())
    return f"“{line[:39].rstrip()}…”" if len(line) > 40 else f"“{line}”"  # noqa: PLR2004
