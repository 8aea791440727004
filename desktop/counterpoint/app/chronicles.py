"""The history of a project, read from its deeds: who did what when, to which things. No Qt."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from counterpoint.app.commands import (
    AddNote,
    AddOwnRelation,
    AddSources,
    Command,
    EditDraft,
    EditNote,
    EditOwnRelation,
    EditSource,
    GiveStatus,
    GiveTag,
    GiveVerdict,
    KeepRevision,
    RemoveNote,
    RemoveOwnRelation,
    RemoveSource,
    RemoveTag,
    ReplaceDraft,
    Several,
    TakeTag,
    command_form,
)
from counterpoint.app.states import State
from counterpoint.engine.sources import Source, SourceId
from counterpoint.store.annotations import GivenStatus, Note, OwnRelation, Ruling, Subject, SubjectKind, Verdict
from counterpoint.store.deeds import Act, Deed
from counterpoint.store.forms import read_json
from counterpoint.store.homes import Home, Target
from counterpoint.store.stores import Store
from counterpoint.writers.pasts import Line, Where

_ACTS = {Act.DONE: "", Act.UNDONE: "undone: ", Act.REDONE: "done again: "}
_RULINGS = {Ruling.CONFIRMED: "confirmed", Ruling.REJECTED: "rejected", Ruling.UNSURE: "unsure"}
PURGED = "something that was purged"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was done, and what it was done to. `bare` says it without anybody's words, for what is private."""

    made: datetime
    by: str
    words: str
    bare: str
    subjects: tuple[Subject, ...] = ()
    sources: tuple[SourceId, ...] = ()
    is_private: bool = False


class Chronicle:
    """What was ever done to one project; `workspace.chronicle`. It is read when it is asked for."""

    def __init__(self, store: Store, state: State) -> None:
        self._store = store
        self._state = state
        self._entries: tuple[Entry, ...] | None = None
        self._read: dict[int, tuple[Deed, tuple[Entry, ...]]] = {}
        self._homes: object = None  # for these the entries were sorted
        self._by_home: dict[Home | None, list[Entry]] = {}

    def forget(self) -> None:
        """Something was done."""
        self._entries = None

    def entries(self) -> tuple[Entry, ...]:
        """All, the first one first.

        Raises:
            DamagedProject: the history is not as it was written.
        """
        if self._entries is None:
            self._entries = tuple(entry for deed in self._store.journal.deeds.all() for entry in self._entries_of(deed))
            self._homes = None
        return self._entries

    def _entries_of(self, deed: Deed) -> tuple[Entry, ...]:
        known = self._read.get(deed.number)
        if known is None or known[0] is not deed:
            known = self._read[deed.number] = deed, tuple(_entries(deed))
        return known[1]

    def entries_on(self, target: Target) -> tuple[Entry, ...]:
        """Those on one thing, the last one first.

        Raises:
            DamagedProject: the history is not as it was written.
        """
        entries, homes = self.entries(), self._state.homes
        if self._homes is not homes:
            self._homes, self._by_home = homes, {}
            for entry in entries:
                found = {homes.home_of(subject) for subject in entry.subjects}
                for home in found | {Home(SubjectKind.SOURCE, source) for source in entry.sources}:
                    self._by_home.setdefault(home, []).append(entry)
        home = homes.home_of_target(target)
        return tuple(reversed(self._by_home.get(home, ()))) if home is not None else ()

    def lines(self) -> tuple[Line, ...]:
        """All as they may leave the project: without the words of private notes and of confidential sources."""
        sources = {source.id: source for source in self._store.shelf.sources()}
        return tuple(_line(entry, sources) for entry in self.entries())


def _line(entry: Entry, sources: dict[SourceId, Source]) -> Line:
    touched = {anchor.source for subject in entry.subjects for anchor in subject.anchors} | set(entry.sources)
    is_open = all(source in sources and not sources[source].confidential for source in touched)
    is_told = is_open and not entry.is_private
    where = [
        Where(sources[anchor.source].title if anchor.source in sources else "", anchor.exact)
        for subject in entry.subjects[:1]
        for anchor in subject.anchors
    ]
    where += [Where(sources[source].title, "") for source in entry.sources if source in sources]
    return Line(entry.made, entry.by, entry.words if is_told else entry.bare, tuple(where) if is_told else ())


def _entries(deed: Deed) -> Iterator[Entry]:
    before = _ACTS[deed.act]
    try:
        command = command_form().unpack(read_json(deed.command))
    except ValueError:  # it was purged, or a newer program did it
        words = f"{before}{deed.label or PURGED}"
        yield Entry(deed.made, deed.by, words, words if not deed.label else f"{before}a step")
        return
    empty = Entry(deed.made, deed.by, "", "")
    for part in _parts(command, empty):
        yield replace(part, words=f"{before}{part.words}", bare=f"{before}{part.bare}")


def _parts(command: Command, empty: Entry) -> Iterator[Entry]:  # noqa: C901, PLR0912  # one line for each kind
    def told(words: str, bare: str = "", *, on: Iterable[Subject] = (), of: Iterable[SourceId] = ()) -> Entry:
        return replace(empty, words=words, bare=bare or words, subjects=tuple(on), sources=tuple(of))

    match command:
        case Several():
            for each in command.commands:
                yield from _parts(each, empty)
        case GiveVerdict():
            yield from _rulings(command.before, command.after, empty)
        case GiveStatus():
            yield from _rulings(command.before, command.after, empty)
        case GiveTag():
            yield told(f"tag “{command.name}” given", "tag given", on=[each.subject for each in command.taggings])
        case TakeTag():
            yield told(f"tag “{command.name}” taken off", "tag taken off", on=[t.subject for t in command.taggings])
        case RemoveTag():
            yield told(f"{command.label}, everywhere", "removal of a tag", on=[t.subject for t in command.taggings])
        case AddNote():
            yield _noted(f"note: “{command.note.body}”", "note", command.note, empty)
        case EditNote():
            yield _noted(*_edit_of(command.before, command.after), command.after, empty)
        case RemoveNote():
            yield _noted(f"note removed: “{command.note.body}”", "note removed", command.note, empty)
        case AddOwnRelation() | RemoveOwnRelation():
            yield told(command.label, on=_places(command.relation))
        case EditOwnRelation():
            yield told(command.label, on=_places(command.before))
        case EditSource():
            yield told(_change_of(command), command.label, of=[command.source])
        case AddSources():
            yield told(command.label, of=command.sources)
        case RemoveSource():
            yield told(command.label, "removal of a source", of=[command.source])
        case EditDraft() | ReplaceDraft():
            yield told(command.label, of=[command.source])
        case KeepRevision():
            yield told(command.label, "revision of a draft", of=[command.revision.source])
        case _:
            yield told(command.label, on=_subjects(command))


def notes_in(deed: Deed) -> tuple[Note, ...]:
    """The notes that a deed holds, in whatever form they had."""
    try:
        return _notes_of(command_form().unpack(read_json(deed.command)))
    except ValueError:
        return ()


def _notes_of(command: Command) -> tuple[Note, ...]:
    match command:
        case Several():
            return tuple(note for each in command.commands for note in _notes_of(each))
        case AddNote() | RemoveNote():
            return (command.note,)
        case EditNote():
            return command.before, command.after
        case _:
            return ()


def _rulings(
    before: Sequence[Verdict | GivenStatus], after: Sequence[Verdict | GivenStatus], empty: Entry
) -> Iterator[Entry]:
    """An entry for each word that was given, and one for what was taken back."""
    given: dict[str, list[Subject]] = {}
    for each in after:
        words = _RULINGS[each.ruling] if isinstance(each, Verdict) else each.status.value.replace("_", " ")
        given.setdefault(words, []).append(each.subject)
    known = {each.subject for each in after}
    for each in before:
        if each.subject not in known:
            words = "verdict taken back" if isinstance(each, Verdict) else "status taken back"
            given.setdefault(words, []).append(each.subject)
    for words, subjects in given.items():
        yield replace(empty, words=words, bare=words, subjects=tuple(subjects))


def _noted(words: str, bare: str, note: Note, empty: Entry) -> Entry:
    bare = f"private {bare}" if note.is_private else bare
    return replace(empty, words=words, bare=bare, subjects=(note.subject,), is_private=note.is_private)


def _edit_of(before: Note, after: Note) -> tuple[str, str]:
    if before.body != after.body:
        return f"note changed from “{before.body}” to “{after.body}”", "note changed"
    words = "note made private" if after.is_private else "note no longer private"
    return words, words


def _change_of(command: EditSource) -> str:
    names = ("title", "role", "outlet", "author", "url", "published", "retrieved", "confidential")
    changes = [(name, getattr(command.before, name), getattr(command.after, name)) for name in names]
    told = [f"{name} from “{old or ''}” to “{new or ''}”" for name, old, new in changes if old != new]
    return f"{command.label}: {', '.join(told)}"


def _places(relation: OwnRelation) -> tuple[Subject, ...]:
    """The relation and each of its passages, on all of which it is seen."""
    return relation.subject, *(Subject(SubjectKind.PASSAGE, (anchor,)) for anchor in relation.subject.anchors)


def _subjects(command: object) -> tuple[Subject, ...]:
    """Of a claim by hand."""
    claims = (getattr(command, name, None) for name in ("claim", "before", "after"))
    found = (getattr(claim, "subject", None) for claim in claims)
    return tuple(dict.fromkeys(subject for subject in found if isinstance(subject, Subject)))
