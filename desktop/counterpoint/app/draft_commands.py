"""What changes a draft, its revisions and the statuses of its claims, as commands: see `commands`."""

from dataclasses import dataclass, replace

from counterpoint.app.changes import FOUND_ANEW, Changes, Thing, changed
from counterpoint.app.movings import find_all_again, move_all, move_back
from counterpoint.engine.edits import Edit, edit_between, edited, moved_by_all, turned
from counterpoint.engine.sources import Repair, SourceId
from counterpoint.store.annotations import GivenStatus, OwnRelation, Revision, Subject
from counterpoint.store.stores import Store
from counterpoint.writers.remarks import STATUS_NAMES

_ALL = (Thing.SOURCES, *FOUND_ANEW)


@dataclass(frozen=True, slots=True)
class EditDraft:
    """Words written in a draft, one edit after the other; all that sits on it moves along.

    `touched` are those subjects, as they were, whose words the edits change or take out: undo puts them back.
    """

    source: SourceId
    edits: tuple[Edit, ...]
    touched: tuple[Subject, ...]
    repairs: tuple[Repair, ...] = ()  # of the text before

    @property
    def label(self) -> str:
        return "writing in the draft"

    def do(self, store: Store) -> Changes:
        draft = store.shelf.source(self.source)
        pairs = move_all(store.notebook.subjects_in(self.source), draft, self.edits)
        _write(store, self.source, self.edits, _moved_repairs(draft.repairs, draft.text, self.edits))
        store.notebook.move(pairs.items())
        return Changes(frozenset(_ALL), frozenset((self.source,)))

    def undo(self, store: Store) -> Changes:
        after = store.shelf.source(self.source)
        _write(store, self.source, turned(self.edits), self.repairs)
        before = store.shelf.source(self.source)
        restored = {new: old for old, new in move_all(self.touched, before, self.edits).items()}
        others = [each for each in store.notebook.subjects_in(self.source) if each not in restored]
        pairs = {**move_back(others, after, self.edits), **restored}
        store.notebook.move(pairs.items())
        return Changes(frozenset(_ALL), frozenset((self.source,)))


@dataclass(frozen=True, slots=True)
class Move:
    """A subject before and after."""

    before: Subject
    after: Subject


@dataclass(frozen=True, slots=True)
class ReplaceDraft:
    """Another text of a draft, from a newer file or an older revision. All that sits on it is found again, or lost.

    `moves` are the places of all subjects before and after, where they differ.
    """

    source: SourceId
    before: str
    after: str
    moves: tuple[Move, ...]
    repairs_before: tuple[Repair, ...] = ()
    repairs_after: tuple[Repair, ...] = ()

    @property
    def label(self) -> str:
        return "newer text of the draft"

    def do(self, store: Store) -> Changes:
        return self._replace(store, (self.before, self.after), self.repairs_after, is_back=False)

    def undo(self, store: Store) -> Changes:
        return self._replace(store, (self.after, self.before), self.repairs_before, is_back=True)

    def _replace(self, store: Store, texts: tuple[str, str], repairs: tuple[Repair, ...], *, is_back: bool) -> Changes:
        edit = edit_between(*texts)
        _write(store, self.source, (edit,) if edit else (), repairs)
        store.notebook.move((m.after, m.before) if is_back else (m.before, m.after) for m in self.moves)
        return Changes(frozenset(_ALL), frozenset((self.source,)))


@dataclass(frozen=True, slots=True)
class PlaceAgain:
    """Something lost, or something on words that have changed, put on words that a person has shown."""

    moves: tuple[Move, ...]

    @property
    def label(self) -> str:
        return "new place of what was lost"

    def do(self, store: Store) -> Changes:
        store.notebook.move((move.before, move.after) for move in self.moves)
        return _moved(self.moves)

    def undo(self, store: Store) -> Changes:
        store.notebook.move((move.after, move.before) for move in self.moves)
        return _moved(self.moves)


@dataclass(frozen=True, slots=True)
class KeepRevision:
    """The text that a draft has now, kept under a name."""

    revision: Revision

    @property
    def label(self) -> str:
        return f"keeping of “{self.revision.name}”"

    def do(self, store: Store) -> Changes:
        store.revisions.put(self.revision)
        return Changes(frozenset((Thing.REVISIONS,)), frozenset((self.revision.source,)))

    def undo(self, store: Store) -> Changes:
        store.revisions.drop(self.revision)
        return Changes(frozenset((Thing.REVISIONS,)), frozenset((self.revision.source,)))


@dataclass(frozen=True, slots=True)
class GiveStatus:
    """Statuses of several claims as one step, in place of those that were; without new ones, they are taken back."""

    before: tuple[GivenStatus, ...]
    after: tuple[GivenStatus, ...]

    @property
    def label(self) -> str:
        statuses = {given.status for given in self.after}
        if len(statuses) == 1:
            return f"“{STATUS_NAMES[statuses.pop()].lower()}”"
        return "statuses" if statuses else "clearing of a status"

    def do(self, store: Store) -> Changes:
        return self._replace(store, self.before, self.after)

    def undo(self, store: Store) -> Changes:
        return self._replace(store, self.after, self.before)

    def _replace(self, store: Store, old: tuple[GivenStatus, ...], new: tuple[GivenStatus, ...]) -> Changes:
        store.notebook.drop_statuses(old)
        store.notebook.put_statuses(new)
        return changed(Thing.STATUSES, of=[given.subject for given in (*old, *new)])


@dataclass(frozen=True, slots=True)
class EditOwnRelation:
    """Another locator of evidence by hand, or another reason."""

    before: OwnRelation
    after: OwnRelation

    @property
    def label(self) -> str:
        return "change of evidence"

    def do(self, store: Store) -> Changes:
        store.notebook.put_own_relation(self.after)
        return changed(Thing.ANALYSIS, of=[self.after.subject])

    def undo(self, store: Store) -> Changes:
        store.notebook.put_own_relation(self.before)
        return changed(Thing.ANALYSIS, of=[self.before.subject])


def touched_by(store: Store, source: SourceId, edits: tuple[Edit, ...]) -> tuple[Subject, ...]:
    """The subjects in a draft that edits to come would not only shift."""
    draft = store.shelf.source(source)
    pairs = move_all(store.notebook.subjects_in(source), draft, edits)
    after = replace(draft, text=edited(draft.text, edits), repairs=())
    back = move_back(pairs.values(), after, edits)
    return tuple(before for before, now in pairs.items() if back[now] != before)


def replacement(store: Store, source: SourceId, text: str, repairs: tuple[Repair, ...] = ()) -> ReplaceDraft:
    """What puts another text in place of a draft's."""
    draft = store.shelf.source(source)
    pairs = find_all_again(store.notebook.subjects_in(source), draft, text)
    moves = tuple(Move(before, after) for before, after in pairs.items() if before != after)
    return ReplaceDraft(source, draft.text, text, moves, draft.repairs, repairs)


def _moved(moves: tuple[Move, ...]) -> Changes:
    return changed(*FOUND_ANEW, of=[subject for move in moves for subject in (move.before, move.after)])


def _write(store: Store, source: SourceId, edits: tuple[Edit, ...], repairs: tuple[Repair, ...]) -> None:
    before = store.shelf.source(source).text
    store.shelf.write(source, edited(before, edits), repairs)
    store.analysis.follow(store.shelf.source(source), before, edits)


def _moved_repairs(repairs: tuple[Repair, ...], text: str, edits: tuple[Edit, ...]) -> tuple[Repair, ...]:
    """Those whose words are still the same."""
    after = edited(text, edits)
    moved = ((each, moved_by_all(each.span, text, edits)) for each in repairs)
    return tuple(
        Repair(span, each.original) for each, span in moved if span is not None and span.of(after) == each.span.of(text)
    )
