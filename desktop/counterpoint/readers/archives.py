"""Parts of a zipped document, within limits of size: nothing is unpacked to the disk, no name in it is a path to us."""

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Protocol
from xml.etree import ElementTree

from counterpoint.errors import UnreadableSource

_MOST_PARTS = 10_000
_MOST_BYTES = 30_000_000  # of one part, unpacked
_MOST_RATIO = 200  # of unpacked to packed, where a part is not small: text packs to a twentieth, a bomb to a thousandth
_SMALL = 1_000_000
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, KeyError,
)  # fmt: skip


class Target(Protocol):
    """What the elements of a part are told to, as they come."""

    def start(self, tag: str, attributes: Mapping[str, str], /) -> None: ...
    def end(self, tag: str, /) -> None: ...
    def data(self, text: str, /) -> None: ...


class Archive:
    """A zip file's parts by name."""

    def __init__(self, raw: bytes, name: str) -> None:
        """Reads the list of parts.

        Raises:
            UnreadableSource: it is broken, or longer than a document's.
        """
        self._name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(raw))
            parts = self._zip.infolist()
        except _BROKEN as error:
            raise self.broken() from error
        if len(parts) > _MOST_PARTS:
            raise UnreadableSource(f"{name} has more than {_MOST_PARTS} files packed in it. {_OTHER}")
        self._parts = MappingProxyType({part.filename: part for part in parts})

    def __contains__(self, part: str) -> bool:
        return part in self._parts

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._parts)

    def read(self, part: str) -> bytes:
        """A part's bytes; b"" where there is no such part.

        Raises:
            UnreadableSource: the part is broken, locked, or larger than its packed size or a document allows.
        """
        found = self._parts.get(part)
        if found is None:
            return b""
        if found.flag_bits & _ENCRYPTED:
            raise UnreadableSource(f"{self._name} is protected by a password. Save a copy without it and use that.")
        if found.compress_type not in _PACKINGS:
            raise self.broken()
        limit = min(_MOST_BYTES, max(_SMALL, _MOST_RATIO * found.compress_size))
        if found.file_size > limit:
            raise self._too_large()
        try:
            with self._zip.open(found) as file:
                raw = file.read(limit + 1)
        except _BROKEN as error:
            raise self.broken() from error
        if len(raw) > limit:  # what the list says of a part need not be true
            raise self._too_large()
        return raw

    def tell(self, part: str, target: Target) -> None:
        """Tells the elements of an XML part; nothing of a part that is not there.

        No tree is built, so that neither depth nor number costs memory, and no entity is known but XML's own five.

        Raises:
            UnreadableSource: the part can't be read, is no XML, or declares a document type.
        """
        raw = self.read(part)
        if not raw:
            return
        parser = ElementTree.XMLParser(target=_Guarded(target, self.broken))  # noqa: S314 - guarded
        try:
            parser.feed(raw)
            parser.close()
        except (ElementTree.ParseError, ValueError, LookupError) as error:
            raise self.broken() from error

    def broken(self) -> UnreadableSource:
        """What to raise where the document is not as it must be."""
        return UnreadableSource(f"{self._name} is damaged and can't be read. {_OTHER}")

    def _too_large(self) -> UnreadableSource:
        return UnreadableSource(f"{self._name} unpacks to more than a document has. {_OTHER}")


_OTHER = "Open it in another program, save its text, and use that."


class _Guarded:
    """Passes on what a parser tells, and stops it at a document type: there entities and files are declared."""

    def __init__(self, target: Target, broken: Callable[[], UnreadableSource]) -> None:
        self.start, self.end, self.data = target.start, target.end, target.data
        self._broken = broken

    def doctype(self, *_: object) -> None:
        raise self._broken()

    def close(self) -> None:
        """The parser asks for it."""
