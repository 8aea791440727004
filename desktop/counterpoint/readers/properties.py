"""What a zipped document says of itself: title, creator and the like, by their names without namespaces."""

from collections.abc import Mapping

from counterpoint.readers.archives import Archive


def read_properties(archive: Archive, part: str) -> Mapping[str, str]:
    """The texts of a part's elements by local name, the first of each; empty where the part is not there.

    Raises:
        UnreadableSource: the part can't be read.
    """
    found = _Properties()
    archive.tell(part, found)
    return {name: text.strip() for name, text in found.texts.items()}


class _Properties:
    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self._at: str | None = None

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:  # noqa: ARG002 - what parsers tell
        name = tag.rpartition("}")[2]
        self._at = None if name in self.texts else name

    def end(self, tag: str) -> None:  # noqa: ARG002
        self._at = None

    def data(self, text: str) -> None:
        if self._at is not None:
            self.texts[self._at] = self.texts.get(self._at, "") + text
