"""Occasions: which date, place and act each account tells of, and whether two accounts tell of the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from counterpoint.engine.comparators.sides import Side
from counterpoint.engine.details import Certainty, Name, NameKind, Stage, Time
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span

#: An account says in its first sentences what it tells of.
LEAD_CLAIMS = 4


@dataclass(frozen=True, slots=True)
class Occasion:
    """What an account tells of. `words` reads "September 4, Paris", "" where it does not say.

    `dates` are the lead's dates as (month, day); `done` are the milestones that it reports as reached (acts of the
    curated list "milestones": sign, ratify, finalise ...), with the words that say so; `pending` those it expects.
    """

    words: str
    dates: frozenset[tuple[int, int]]
    done: Mapping[str, str]
    pending: Mapping[str, str]


def find_occasion(sides: Sequence[Side], lexicon: Lexicon, published: date | None) -> Occasion:
    """The occasion of one account, from its own words; sides are its claims in text order."""
    lead = sides[:LEAD_CLAIMS]
    times = [d for side in lead for d in side.details if isinstance(d, Time)]
    dates = [(t.month, t.day) for t in times if t.month is not None and t.day is not None]
    places = [(side, d) for side in lead for d in side.details if isinstance(d, Name) and d.kind is NameKind.PLACE]
    said = [side.text[t.span.start : t.span.end] for side in lead for t in side.details if isinstance(t, Time)][:1]
    where = [detail.span.of(side.text) for side, detail in places[:1]]
    if not said and published is not None:
        said = [published.isoformat()]
    done, pending = _milestones(sides, lexicon)
    return Occasion(", ".join(said + where), frozenset((m, d) for m, d in dates), done, pending)


def _milestones(sides: Sequence[Side], lexicon: Lexicon) -> tuple[dict[str, str], dict[str, str]]:
    done: dict[str, str] = {}
    pending: dict[str, str] = {}
    for side in sides:
        for detail in side.details:
            if not isinstance(detail, Certainty):
                continue
            act = lexicon.listed("milestones", detail.value)
            if act is not None:
                reached = detail.stage is Stage.DONE
                (done if reached else pending).setdefault(act, _around(side, detail.span))
    return done, pending


def _around(side: Side, span: Span) -> str:
    return span.of(side.text)


def development_warning(a: Occasion, b: Occasion) -> str:
    """A sentence where the two accounts tell of different occasions, so that a difference may be a development; else "".

    They do when their leads name different dates only, or when one reports a milestone as reached that the other
    still expects (a declaration signed / to be signed).
    """
    reached = sorted((set(a.done) & set(b.pending)) - set(b.done))
    if reached:
        return _later(a.done[reached[0]], b.pending[reached[0]])
    reached = sorted((set(b.done) & set(a.pending)) - set(a.done))
    if reached:
        return _later(b.done[reached[0]], a.pending[reached[0]])
    if a.dates and b.dates and not a.dates & b.dates:
        return (
            f"The accounts tell of different occasions ({a.words or 'no date'}; {b.words or 'no date'}): "
            "the difference may be a development."
        )
    return ""


def _later(done: str, pending: str) -> str:
    return (
        f"One account tells of a later occasion: it reports as done (“{done}”) what the other still expects "
        f"(“{pending}”). The difference may be a development."
    )
