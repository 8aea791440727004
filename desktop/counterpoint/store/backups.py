"""Copies of projects in a folder of the program's own: whole, no two of the same content, fewer the older they are."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from pathlib import Path

from counterpoint.errors import UnwritableProject
from counterpoint.store.files import SUFFIX

#: How old copies are, and of how long a time one is kept then: all of the last hour, later one an hour, a day, a week.
_AGES = (
    (timedelta(hours=1), timedelta(0)),
    (timedelta(hours=12), timedelta(hours=1)),
    (timedelta(days=14), timedelta(days=1)),
    (timedelta(days=84), timedelta(days=7)),
)
_MOMENT = "%Y%m%dT%H%M%S.%fZ"
_START = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of a project. `why` is "" for one taken at its time, else what was about to happen; `size` in bytes.

    `project` is the project's name when it was taken, `digest` tells what was in it.
    """

    path: Path
    project: str
    made: datetime
    digest: str
    why: str
    size: int


class Backups:
    """All backups of one person on one computer, in a folder for each project file."""

    def __init__(self, folder: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._folder = folder
        self._now = now

    def take(self, project: Path, digest: str, copy: Callable[[Path], None], why: str = "") -> Backup | None:
        """A new one by `copy`, which makes it whole or raises; None where the last one has the same content.

        Those before it go as they get old, and only when the new one is there.

        Raises:
            UnwritableProject: it can't be had there.
            DamagedProject: what is to be copied is damaged; nothing that was copied before is touched.
        """
        before = self.of(project)
        if before and before[0].digest == digest:
            return None
        now = self._now()
        path = self._place(project) / f"{now:{_MOMENT}}-{digest}{f'-{why}' if why else ''}{SUFFIX}"
        with suppress(FileExistsError):  # of this very moment and content
            copy(path)
        taken = _read(path)
        if taken is None:
            raise UnwritableProject(f"{path} can't be made. Choose another place.")
        kept = to_keep((taken, *before), now)
        self.remove(backup for backup in before if backup not in kept)
        return taken

    def of(self, project: Path) -> tuple[Backup, ...]:
        """Those of one project, the newest first."""
        return _sorted(_found(self._place(project)))

    def all(self) -> tuple[Backup, ...]:
        """Those of all projects, the newest first."""
        with suppress(OSError):
            return _sorted(backup for folder in self._folder.iterdir() for backup in _found(folder))
        return ()

    def remove(self, backups: Iterable[Backup]) -> None:
        """Deletes these, and the folders that they leave empty.

        Raises:
            UnwritableProject: one can't be deleted.
        """
        for backup in backups:
            try:
                backup.path.unlink(missing_ok=True)
            except OSError as error:
                raise UnwritableProject(f"The backup {backup.path} can't be deleted: {error.strerror}.") from error
            with suppress(OSError):
                backup.path.parent.rmdir()

    def follow(self, before: Path, after: Path) -> None:
        """The project has another name now, and its backups with it."""
        if before != after and not self._place(after).exists():
            with suppress(OSError):  # they stay listed under the old name
                self._place(before).rename(self._place(after))

    def _place(self, project: Path) -> Path:
        """By name and place: two projects of one name have folders of their own."""
        place = blake2b(str(project.absolute()).encode("utf-8", "surrogateescape"), digest_size=4).hexdigest()
        name = project.stem.encode("utf-8", "replace")[:180].decode("utf-8", "ignore")
        return self._folder / f"{name}-{place}"


def to_keep(backups: Sequence[Backup], now: datetime) -> frozenset[Backup]:
    """Those of one project, the newest first, that are not too old or too many; the newest in any case."""
    kept = set(backups[:1])
    seen: set[tuple[timedelta, int]] = set()
    for backup in backups:
        within = next((each for age, each in _AGES if now - backup.made < age), None)
        if within is None:
            continue
        if backup.why or not within:
            kept.add(backup)
        elif (when := (within, (backup.made - _START) // within)) not in seen:
            seen.add(when)
            kept.add(backup)
    return frozenset(kept)


def _sorted(backups: Iterable[Backup]) -> tuple[Backup, ...]:
    return tuple(sorted(backups, key=lambda backup: (backup.made, backup.path), reverse=True))


def _found(folder: Path) -> Iterator[Backup]:
    with suppress(OSError):  # no folder, no backups
        yield from filter(None, map(_read, folder.iterdir()))


def _read(path: Path) -> Backup | None:
    """What its name tells; None for a file that is no backup."""
    made, _, rest = path.stem.partition("-")
    digest, _, why = rest.partition("-")
    try:
        moment = datetime.strptime(made, _MOMENT).replace(tzinfo=UTC)
        size = path.stat().st_size
    except (OSError, ValueError):
        return None
    if path.suffix != SUFFIX or not digest or not size:
        return None
    return Backup(path, path.parent.name.rpartition("-")[0], moment, digest, why, size)
