"""Which columns are in view, in which order, and how wide: kept with the project, without a step of undo."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from counterpoint.engine.sources import SourceId

SETTING = "columns"


@dataclass(frozen=True, slots=True)
class Layout:
    """`widths` are in parts of an equal share: 1 is as wide as if all were equal. `pinned` stays at the left."""

    shown: tuple[SourceId, ...] = ()
    pinned: SourceId | None = None
    widths: Mapping[SourceId, float] = field(default_factory=dict[SourceId, float])


def read_layout(stored: object) -> Layout:
    """What was stored; what makes no sense counts as not stored."""
    if not isinstance(stored, dict):
        return Layout()
    given = cast("dict[object, object]", stored)
    shown, pinned, widths = given.get("shown"), given.get("pinned"), given.get("widths")
    known = cast("dict[object, object]", widths) if isinstance(widths, dict) else {}
    return Layout(
        shown=tuple(SourceId(str(each)) for each in cast("list[object]", shown)) if isinstance(shown, list) else (),
        pinned=SourceId(pinned) if isinstance(pinned, str) else None,
        widths={SourceId(str(k)): float(v) for k, v in known.items() if isinstance(v, (int, float)) and v > 0},
    )


def stored_layout(layout: Layout) -> dict[str, object]:
    """As JSON can hold it."""
    return {"shown": list(layout.shown), "pinned": layout.pinned, "widths": dict(layout.widths)}


def chosen(
    order: Sequence[SourceId], room: int, preferred: Iterable[SourceId], pinned: SourceId | None
) -> tuple[SourceId, ...]:
    """As many as there is room for: the pinned one first, the others in their order, the preferred before the rest."""
    wanted: list[SourceId] = [*([pinned] if pinned else []), *preferred, *order]
    known = [source for source in dict.fromkeys(wanted) if source in order]
    return in_line(order, known[:room], pinned)


def in_line(order: Sequence[SourceId], shown: Iterable[SourceId], pinned: SourceId | None) -> tuple[SourceId, ...]:
    """From left to right."""
    kept = set(shown)
    return tuple(sorted((s for s in order if s in kept), key=lambda source: source != pinned))


def shifted(
    order: Sequence[SourceId], shown: Sequence[SourceId], pinned: SourceId | None, by: int
) -> tuple[SourceId, ...]:
    """The next ones in the order, or those before; as many as were there. The pinned one stays."""
    rest = [source for source in order if source != pinned]
    moving = [source for source in shown if source != pinned]
    if not moving:
        return tuple(shown)
    first = min(max(0, rest.index(moving[0]) + by), len(rest) - len(moving))
    return in_line(order, [*rest[first : first + len(moving)], *(s for s in shown if s == pinned)], pinned)


def moved(order: Sequence[SourceId], source: SourceId, before: SourceId | None) -> tuple[SourceId, ...]:
    """The order with a source put before another, or at the end."""
    rest = [each for each in order if each != source]
    place = rest.index(before) if before is not None and before in rest else len(rest)
    return (*rest[:place], source, *rest[place:])
