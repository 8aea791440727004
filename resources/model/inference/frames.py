# ruff: noqa: C901, PLR2004
"""Reads the frames, fills them, words them, and says what two wordings say about each other. See frames/README.md."""

import random
import re
from dataclasses import dataclass, field
from hashlib import md5
from pathlib import Path

from values import DATES, Kind, Seen, Value, change, draw, related, show

HERE = Path(__file__).parent / "frames"
SPEC = re.compile(r"([A-Z]\d?)(\*?):(?:\{([^}]*)\}|(\w+)(?:\(([^)]*)\))?)")
SLOT = re.compile(r"\{(?:(on|at|a|by|he|his|him|himself) )?([A-Z]\d?)([.!\-])?\}")
CHOICE = re.compile(r"\(([^()\[\]]*)\)|\[([^()\[\]]*)\]")
HELD_FRAMES = 0.08  # the share of frames that no training pair holds
REUSED = 0.4  # how often another fact of the story has the same number
REUSABLE = {"num", "money", "pct", "clock", "dur", "age", "dist", "speed", "list", "date"}
PARTS_OF_DAY = ("morning", "afternoon", "evening", "night")


@dataclass
class Frame:
    """One fact, with the wordings of each of its states."""

    story: str
    name: str
    slots: dict[str, Kind]
    own: set[str]
    wordings: list[tuple[str, str]] = field(default_factory=list)
    parent: str = ""
    near: list["Frame"] = field(default_factory=list)

    @property
    def held(self) -> bool:
        key = f"{self.story}.{self.parent or self.name}"
        return int(md5(key.encode(), usedforsecurity=False).hexdigest(), 16) % 1000 < HELD_FRAMES * 1000

    @property
    def states(self) -> set[str]:
        return {state for state, _ in self.wordings}


@dataclass
class Story:
    """Facts about the same people and places."""

    name: str
    frames: dict[str, Frame] = field(default_factory=dict)
    apart: dict[str, set[str]] = field(default_factory=dict)

    def independent(self, one: Frame, other: Frame) -> bool:
        """Whether neither says anything about the other."""
        a, b = one.parent or one.name, other.parent or other.name
        if a == b:
            return one.name != other.name and bool(one.parent or other.parent) and one.parent != other.parent
        return all(not self.apart.get(x, set()) & {"*", y} for x, y in ((a, b), (b, a)))


@dataclass
class Text:
    """A wording with its slots filled."""

    text: str
    frame: Frame
    state: str
    seen: dict[str, Seen]
    fill: "Fill"

    @property
    def sentence(self) -> bool:
        return self.text.endswith(".")


def specs(text: str) -> dict[str, Kind]:
    """The slots that a header declares."""
    found = {}
    for name, free, listed, kind, args in SPEC.findall(text):
        found[name] = (
            Kind("list", tuple(listed.split("|")), bool(free))
            if listed
            else Kind(kind, tuple(a.strip() for a in args.split(",")) if args else (), bool(free))
        )
    return found


def read() -> dict[str, Story]:
    """All stories."""
    stories: dict[str, Story] = {}
    for path in sorted(HERE.glob("*.txt")):
        if path.name == "apart.txt":
            continue
        story, frame, shared = Story(""), None, {}
        for line in path.read_text(encoding="utf-8").split("\n"):
            head, _, rest = line.partition(" ")
            if head == "story":
                name, _, slots = rest.partition("|")
                story, shared = Story(name.strip()), specs(slots)
                stories[story.name] = story
            elif head == "=":
                name, _, slots = rest.partition("|")
                own = specs(slots)
                frame = Frame(story.name, name.strip(), shared | own, set(own))
                story.frames[frame.name] = frame
            elif head == "~":
                near = Frame(
                    story.name, f"{frame.name}~{len(frame.near)}", frame.slots, frame.own, [("+", rest)], frame.name
                )
                frame.near.append(near)
            elif head:
                frame.wordings.append((head, rest))
    for line in (HERE / "apart.txt").read_text(encoding="utf-8").split("\n"):
        key, colon, names = line.partition(":")
        if colon and not line.startswith("#"):
            story, _, frame = key.partition(".")
            stories[story].apart[frame] = set(names.split())
    return stories


class Fill:
    """The values of one story; a frame's own slots get theirs when first asked for."""

    def __init__(self, rng: random.Random, *, held: bool = False) -> None:
        self.rng, self.held = rng, held
        self.values: dict[str, Value] = {}
        self.part = rng.choice(PARTS_OF_DAY)

    def key(self, frame: Frame, slot: str) -> str:
        return f"{frame.name}.{slot}" if slot in frame.own else slot

    def get(self, frame: Frame, slot: str) -> Value:
        key, kind = self.key(frame, slot), frame.slots[slot]
        if key not in self.values:
            self.values[key] = self._new(frame, kind, key)
        return self.values[key]

    def _new(self, frame: Frame, kind: Kind, key: str) -> Value:
        if kind.name == "sum":
            return Value(Kind("num", ("2", "9999")), (sum(self.get(frame, s).data[0] for s in kind.args),))
        same = [v for k, v in self.values.items() if v.kind == kind and "." in k and k.partition(".")[0] != frame.name]
        if same and kind.name in REUSABLE and self.rng.random() < (0.65 if frame.parent else REUSED):
            return self.rng.choice(same)
        taken = {
            v.data[-1] if v.kind.name == "person" else v.data[0]
            for k, v in self.values.items()
            if v.kind.name == kind.name and ("." not in k) == ("." not in key)
        }
        value = draw(kind, self.rng, held=self.held)
        for _ in range(20):
            if (value.data[-1] if kind.name == "person" else value.data[0]) not in taken or kind.name in (
                "num",
                "clock",
                "list",
            ):
                break
            value = draw(kind, self.rng, held=self.held)
        if kind.name == "day":
            value = Value(kind, (*value.data[:2], self.part))
        return value

    def changed(self, frame: Frame, slot: str) -> "Fill | None":
        """The same story with another value in this slot."""
        kind = frame.slots[slot]
        if kind.name == "sum":
            return self.changed(frame, self.rng.choice(kind.args))
        old = self.get(frame, slot)
        new = change(old, self.rng, held=self.held)
        mark = 2 if kind.name == "person" else 0
        if any(
            v.kind.name == kind.name and v.data[mark] == new.data[mark]
            for k, v in self.values.items()
            if kind.name in ("person", "city", "country", "company") and k != self.key(frame, slot)
        ):
            return None
        other = Fill(self.rng, held=self.held)
        other.part = self.part
        sums = {s for s, k in frame.slots.items() if k.name == "sum"}
        other.values = {k: v for k, v in self.values.items() if k not in {f"{frame.name}.{s}" for s in sums}}
        other.values[self.key(frame, slot)] = new
        return other


def expand(wording: str, rng: random.Random) -> str:
    """One of the readings that the wording's choices allow."""
    while found := CHOICE.search(wording):
        inner, optional = found.groups()
        chosen = rng.choice(inner.split("|")) if inner is not None else optional if rng.random() < 0.5 else ""
        wording = wording[: found.start()] + chosen + wording[found.end() :]
    return wording


def tidy(text: str) -> str:
    """Spaces, stops and articles put right."""
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r" ([.,;'])", r"\1", text)
    text = re.sub(r"\.\.$", ".", text).replace(",,", ",")
    text = re.sub(r"\b([Aa]) (?=[aeiou])(?!uni|one|eu|use)", r"\1n ", text)
    return text[0].upper() + text[1:]


def word(frame: Frame, state: str, wording: str, fill: Fill, rng: random.Random) -> Text:
    """The wording, filled."""
    text, seen, at = expand(wording, rng), {}, 0
    said = ""
    while found := SLOT.search(text, at):
        before, slot, mark = found.groups()
        kind = frame.slots[slot]
        value = fill.get(frame, slot)
        if kind.name == "sum" and not mark:
            mark = "!"
        after = text[found.end() :]
        shown, asserted = show(value, before or "", mark or "", rng, after)
        if not kind.free and before not in ("he", "his", "him", "himself"):
            old = dict(seen[slot].parts) if slot in seen else {}
            seen[slot] = Seen(asserted.low, asserted.high, tuple((old | dict(asserted.parts)).items()))
        said = text[: found.start()] + shown
        text, at = said + after, len(said)
    return Text(tidy(text), frame, state, seen, fill)


def any_wording(frame: Frame, fill: Fill, rng: random.Random, states: set[str] | None = None, unlike: str = "") -> Text:
    """A wording of one of these states, if possible not this one."""
    choices = [w for w in frame.wordings if states is None or w[0] in states]
    others = [w for w in choices if w[1] != unlike]
    state, wording = rng.choice(others if others and rng.random() < 0.85 else choices)
    return word(frame, state, wording, fill, rng)


def _summed(text: Text) -> dict[str, Seen]:
    known = dict(text.seen)
    for slot, kind in text.frame.slots.items():
        if kind.name != "sum":
            continue
        a, b = kind.args
        if slot not in known and a in known and b in known:
            known[slot] = Seen(known[a].low + known[b].low, known[a].high + known[b].high)
        for x, y in ((a, b), (b, a)):
            if x not in known and slot in known and y in known:
                known[x] = Seen(known[slot].low - known[y].high, known[slot].high - known[y].low)
    return known


def _same(premise: Text, hypothesis: Text, slot: str) -> bool:
    return premise.fill.get(premise.frame, slot) == hypothesis.fill.get(hypothesis.frame, slot)


def label(premise: Text, hypothesis: Text) -> str | None:
    """What follows for two wordings of one frame; None where a reader would not say."""
    if premise.state != hypothesis.state:
        differ = [s for s in premise.seen.keys() & hypothesis.seen.keys() if not _same(premise, hypothesis, s)]
        return None if differ else "contradiction"
    known = _summed(premise)
    verdicts = []
    for slot, seen in hypothesis.seen.items():
        if slot not in known:
            kind = premise.frame.slots[slot]
            parts = [known[p] for p in kind.args if p in known] if kind.name == "sum" else []
            verdicts.append("contradiction" if any(p.low > seen.high for p in parts) else "neutral")
        else:
            verdicts.append(related(known[slot], seen, same=_same(premise, hypothesis, slot)))
    for slot, kind in premise.frame.slots.items():
        if kind.name == "sum" and slot in known and slot not in hypothesis.seen:
            total = known[slot]
            verdicts += [
                "contradiction" for p in kind.args if p in hypothesis.seen and hypothesis.seen[p].low > total.high
            ]
    if "contradiction" in verdicts:
        return "contradiction"
    if None in verdicts:
        return None
    return "neutral" if "neutral" in verdicts else "entailment"


def changeable(text: Text) -> list[str]:
    """Slots of the text that may be changed, own ones first and oftener."""
    return [s for s in text.seen for _ in range(3 if s in text.frame.own or text.frame.slots[s].name in DATES else 1)]
