"""Occasions: which date, place and act each account tells of, and whether two accounts tell of the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from counterpoint.engine.comparators.sides import Side
from counterpoint.engine.details import Name, NameKind, Time
from counterpoint.engine.lexicons import Lexicon

#: An account says in its first sentences what it tells of.
LEAD_CLAIMS = 4
#: Words that make an act an awaited one, this many before it ("would be finalised", "pending ratification") ...
BEFORE = 4
#: ... or this many after it ("finalisation is forthcoming").
AFTER = 3
AWAITED = frozenset(
    """to will would could may might must should shall pending forthcoming expected expects until yet still awaiting
    await awaits unless if not n't due hope hopes aim aims plan plans upcoming future""".split()
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """What an account tells of: `words` reads "September 4, Paris", "" where it does not say.

    `dates` are the lead's dates as (month, day); `done` are the milestones that it reports as reached (entries of the
    curated list "milestones"), with the words that say so; `pending` those that it still awaits.
    """

    words: str
    dates: frozenset[tuple[int, int]]
    done: Mapping[str, str]
    pending: Mapping[str, str]


def find_occasion(sides: Sequence[Side], lexicon: Lexicon, published: date | None) -> Occasion:
    """The occasion of one account, from its own words; sides are its claims in text order."""
    lead = sides[:LEAD_CLAIMS]
    places = [(side, d) for side in lead for d in side.details if isinstance(d, Name) and d.kind is NameKind.PLACE]
    dated = [(side, t) for side in lead for t in side.details if isinstance(t, Time) and t.day is not None]
    said = [time.span.of(side.text) for side, time in dated[:1]]
    where = [detail.span.of(side.text) for side, detail in places[:1]]
    if not said and published is not None:
        said = [published.isoformat()]
    done, pending = _milestones(sides, lexicon)
    return Occasion(
        ", ".join(said + where),
        frozenset((t.month, t.day) for _, t in dated if t.month is not None and t.day is not None),
        done,
        pending,
    )


def _milestones(sides: Sequence[Side], lexicon: Lexicon) -> tuple[dict[str, str], dict[str, str]]:
    """The milestones reported as reached and those awaited, each with the words that say so first."""
    done: dict[str, str] = {}
    pending: dict[str, str] = {}
    for side in sides:
        for i, word in enumerate(side.words):
            act = lexicon.listed("milestones", word.lemma)
            if act is None:
                continue
            before, after = side.words[max(0, i - BEFORE) : i], side.words[i + 1 : i + 1 + AFTER]
            cue = next((w for w in [*reversed(before), *after] if w.text.lower() in AWAITED), None)
            if cue is not None:
                pending.setdefault(act, cue.span.joined(word.span).of(side.text))
            elif word.text.lower() != word.lemma:  # "signed", "the signing": a bare form tells of no act
                done.setdefault(act, _reported(side, i))
    return done, pending


def _reported(side: Side, i: int) -> str:
    """The word with up to two words after it: "signed by France", "signing of a declaration"."""
    return side.words[i].span.joined(side.words[min(i + 2, len(side.words) - 1)].span).of(side.text)


def development_warning(a: Occasion, b: Occasion) -> str:
    """A sentence where the two accounts tell of different occasions, so that a difference may be a development.

    "" where they do not. They do when their leads name different dates only, or when one reports a milestone as reached
    that the other still awaits (a declaration signed / to be signed).
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
