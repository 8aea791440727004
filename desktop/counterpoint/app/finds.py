"""Where words stand in a project: in its sources, its tags and its notes, grouped as they are listed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from counterpoint.app.filters import source_name
from counterpoint.app.findings import Finding
from counterpoint.app.searches import find_words
from counterpoint.app.workspaces import Workspace
from counterpoint.engine.passages import Span
from counterpoint.engine.sources import SourceId
from counterpoint.store.homes import Target
from counterpoint.writers.phrases import shortened

_LENGTH = 60  # code points of what a tag or a note sits on


class Place(StrEnum):
    """What kind of text holds the words."""

    SOURCE = "source"
    TAG = "tag"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that were found, as a span of a text; for a source, its own.

    `target` is what the tag or the note sits on, None where it is a tag that sits on nothing, or what it sat on is
    gone; `about` tells that in words. `source` is only known of words in a source.
    """

    place: Place
    group: str
    text: str
    span: Span
    source: SourceId | None = None
    target: Target | None = None
    about: str = ""


def find_hits(workspace: Workspace, words: str, findings: Iterable[Finding]) -> tuple[Hit, ...]:
    """Those in the sources from left to right, then those in tags, then those in notes."""
    if not words.strip():
        return ()
    targets = tuple(_targets(workspace, findings))
    return (*_in_sources(workspace, words), *_in_tags(workspace, words, targets), *_in_notes(workspace, words, targets))


def _in_sources(workspace: Workspace, words: str) -> Iterator[Hit]:
    for number, source in enumerate(workspace.sources):
        group = source_name(number, source)
        for span in find_words(source.text, words):
            yield Hit(Place.SOURCE, group, source.text, span, source.id)


def _in_tags(workspace: Workspace, words: str, targets: Iterable[tuple[Target, str]]) -> Iterator[Hit]:
    found = {tag.id: (tag.name, spans[0]) for tag in workspace.tags if (spans := find_words(tag.name, words))}
    rest = dict(found)
    for target, about in targets if found else ():
        for tag in workspace.tags_on(target):
            if tag.id in found:
                rest.pop(tag.id, None)
                name, span = found[tag.id]
                yield Hit(Place.TAG, "Tags", name, span, target=target, about=about)
    for name, span in rest.values():
        yield Hit(Place.TAG, "Tags", name, span, about="on nothing in view")


def _in_notes(workspace: Workspace, words: str, targets: Iterable[tuple[Target, str]]) -> Iterator[Hit]:
    found = {note.id: (note.body, spans) for note in workspace.notes if (spans := find_words(note.body, words))}
    for target, about in targets if found else ():
        for note in workspace.notes_on(target):
            if note.id in found:
                body, spans = found.pop(note.id)
                yield from (Hit(Place.NOTE, "Notes", body, span, target=target, about=about) for span in spans)
    for body, spans in found.values():
        yield from (Hit(Place.NOTE, "Notes", body, span, about="on what is gone") for span in spans)


def _targets(workspace: Workspace, findings: Iterable[Finding]) -> Iterator[tuple[Target, str]]:
    """All that tags and notes can sit on, and how each is called."""
    for finding in findings:
        yield finding.stored, f"on {' / '.join(finding.headline)}"
    comparison = workspace.comparison
    claims = {claim.id: claim for account in comparison.accounts for claim in account.claims} if comparison else {}
    for claim in claims.values():
        yield claim, f"on “{shortened(claim.text, _LENGTH)}”"
    for fact in comparison.facts if comparison else ():
        yield fact, f"on the fact “{shortened(claims[fact.claims[0]].text, _LENGTH)}”"
    for number, source in enumerate(workspace.sources):
        yield source, f"on {source_name(number, source)}"
        for passage in workspace.hands.passages(source.id):
            yield passage, f"on “{shortened(passage.anchors[0].exact, _LENGTH)}”"
