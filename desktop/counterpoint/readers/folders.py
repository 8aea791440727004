"""The paths that a person names, files and folders, to sources."""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from counterpoint.engine.sources import Role, Source, SourceId
from counterpoint.errors import UnreadableSource
from counterpoint.readers.files import SUFFIXES, Account, read_account, shown


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of the paths: sources in the order given, each with its path and bytes; whole sentences on the rest.

    `paths` are as given, `raws` are what each source was read from, once: a file may change or go right after.
    `notices` tell what was passed over without harm, `failures` which of the named files can't be used.
    """

    sources: tuple[Source, ...]
    paths: tuple[str, ...]
    raws: tuple[bytes, ...]
    notices: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()


def take_in(paths: Iterable[Path | str], output: Path | None = None) -> Intake:
    """Reads every path. The same file, or the same bytes under two names, become one source.

    A folder stands for the readable files right in it, by name. What else is in it is skipped and told: folders, files
    that can't be used, files of other kinds. Hidden files, and those that Word
    keeps beside an open one, are nobody's accounts and are not told of. `output` is where
    the report will go: that file is no account, even if an earlier report lies there.
    """
    work = _Work(output)
    for path in paths:
        if _is(Path.is_dir, Path(path)):
            work.add_folder(Path(path))
        else:
            work.add_file(path)
    found = tuple(work.sources.values()), tuple(work.names.values()), tuple(work.raws.values())
    return Intake(*found, tuple(work.notices), tuple(work.failures))


def with_draft(intake: Intake, path: Path | str | None, output: Path | None = None) -> Intake:
    """The same with the draft behind the accounts, where there is one. What is an account already is no draft."""
    if path is None:
        return intake
    if _is(Path.is_dir, Path(path)):
        failure = f"{shown(path)} is a folder. The draft is one file."
        return replace(intake, failures=(*intake.failures, failure))
    found = take_in([path], output)
    notices, failures = [*intake.notices, *found.notices], [*intake.failures, *found.failures]
    known = {source.id for source in intake.sources}
    if any(source.id in known for source in found.sources):
        failures.append(f"{shown(path)} is given as an account and as the draft. It can be one of them only.")
        found = Intake((), (), ())
    drafts = tuple(replace(source, role=Role.DRAFT) for source in found.sources)
    paths, raws = (*intake.paths, *found.paths), (*intake.raws, *found.raws)
    return Intake((*intake.sources, *drafts), paths, raws, tuple(notices), tuple(failures))


class _Work:
    """What has been found so far: sources, names and bytes stand in the same order, by the source's id."""

    def __init__(self, output: Path | None) -> None:
        self.sources: dict[SourceId, Source] = {}
        self.names: dict[SourceId, str] = {}
        self.raws: dict[SourceId, bytes] = {}
        self.notices: list[str] = []
        self.failures: list[str] = []
        self._seen: set[str] = set()
        self._output = None if output is None else os.path.realpath(output)

    def add_file(self, path: Path | str) -> None:
        if os.path.realpath(path) == self._output:
            self.failures.append(
                f"{shown(path)} is to be read, and the report is to take its place. Name another output."
            )
        elif self._is_new(path):
            try:
                self._add(read_account(path), path)
            except UnreadableSource as error:
                self.failures.append(str(error))

    def add_folder(self, folder: Path) -> None:
        try:
            children = sorted(child for child in folder.iterdir() if not child.name.startswith((".", "~$")))
        except OSError as error:
            self.failures.append(f"The folder {shown(folder)} can't be opened: {error.strerror}.")
            return
        used = [self._add_child(child) for child in children]
        if not any(used):
            self.failures.append(f"The folder {shown(folder)} has no file in it that can be used.")

    def _add_child(self, child: Path) -> bool:
        """Whether the child is an account, be it one that is known already."""
        reason = self._hindrance(child)
        if reason:
            self.notices.append(reason)
            return False
        if not self._is_new(child):
            return True
        try:
            self._add(read_account(child), child)
        except UnreadableSource as error:
            self.notices.append(f"{error} It was skipped.")
            return False
        return True

    def _hindrance(self, child: Path) -> str:
        """Why a folder does not stand for this child, "" if it does."""
        name = shown(child)
        if _is(Path.is_dir, child):
            return f"The folder {name} was skipped: only the files right in a named folder are read."
        if os.path.realpath(child) == self._output:
            return f"{name} was skipped: the report takes its place."
        if child.suffix.lower() not in SUFFIXES:
            return f"{name} was skipped: by its name it is none of the kinds that are read."
        if not _is(Path.is_file, child):
            return f"{name} was skipped: it is not a file that can be read."
        return ""

    def _is_new(self, path: Path | str) -> bool:
        real = os.path.realpath(path)
        if real in self._seen:
            self.notices.append(f"{shown(path)} was given more than once and is used once.")
        is_new = real not in self._seen
        self._seen.add(real)
        return is_new

    def _add(self, account: Account, path: Path | str) -> None:
        source = account.source
        if source.id in self.sources:
            first = shown(self.names[source.id])
            self.notices.append(f"{shown(path)} holds the same bytes as {first} and is used once.")
            return
        self.sources[source.id] = source
        self.names[source.id] = str(path)
        self.raws[source.id] = account.raw
        self.notices += account.notices


def _is(kind: Callable[[Path], bool], path: Path) -> bool:
    """Whether the path is of that kind; not if that can't be known (a name too long, a folder closed to us)."""
    try:
        return kind(path)
    except OSError:
        return False
