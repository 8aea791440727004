# ruff: noqa: C901, PLR0911, PLR2004
"""What stands in the slots of the frames: values, their surface forms, and what two forms say about each other.

A form asserts either a range ("more than 10" is 11 and above) or components (a name: first and last; a day: weekday
and date).
"""

import json
import math
import random
import re
from dataclasses import dataclass
from hashlib import md5
from pathlib import Path

HERE = Path(__file__).parent
FILLERS = json.loads((HERE / "frames" / "fillers.json").read_text(encoding="utf-8"))
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SHARES = {
    10: ["one in ten", "a tenth"],
    20: ["one in five", "a fifth"],
    25: ["a quarter", "one in four"],
    40: ["two in five"],
    50: ["half", "one half"],
    60: ["three in five"],
    75: ["three quarters", "three in four"],
}
SAME_SPAN = {
    (7, "days"): "a week",
    (14, "days"): "two weeks",
    (21, "days"): "three weeks",
    (24, "hours"): "a day",
    (12, "months"): "a year",
    (24, "months"): "two years",
    (18, "months"): "a year and a half",
    (6, "months"): "half a year",
    (36, "months"): "three years",
    (10, "years"): "a decade",
}
CONVERTED = {"miles": ("kilometers", 1.609), "inches": ("centimeters", 2.54)}
SPOKEN_HOUR = {0: "midnight", 720: "noon"}
VAGUE = 0.12  # the share of amounts that are rounded, or given as a bound
HELD_OUT = 0.12  # the share of names that no training pair holds
DATES = {"day", "date"}
NAMES = {"person", "city"}
AMOUNTS = {"num", "money", "pct", "dist", "speed", "weight"}


@dataclass(frozen=True)
class Seen:
    """What a form asserts: a range of numbers, or named components."""

    low: float = 0.0
    high: float = 0.0
    parts: tuple[tuple[str, str], ...] = ()

    @property
    def exact(self) -> bool:
        return not self.parts and self.high - self.low <= 0.011 * abs(self.high)


@dataclass(frozen=True)
class Kind:
    """A slot's type and its arguments, as the frames declare it."""

    name: str
    args: tuple[str, ...] = ()
    free: bool = False  # two values do not exclude each other


@dataclass(frozen=True)
class Value:
    """What fills a slot."""

    kind: Kind
    data: tuple


def held_out(name: str) -> bool:
    """Whether this name is kept from training."""
    return int(md5(name.encode(), usedforsecurity=False).hexdigest(), 16) % 1000 < HELD_OUT * 1000


def pool(names: list[str], *, held: bool) -> list[str]:
    """The names for training, or those kept from it (all, where none are)."""
    return [n for n in names if held_out(n) == held] or names


def number_words(n: int) -> str:
    """9 -> nine, 42 -> forty-two."""
    if n < len(SMALL):
        return SMALL[n]
    return TENS[n // 10] + (f"-{SMALL[n % 10]}" if n % 10 else "")


def grouped(n: float) -> str:
    """1200 -> 1,200; 2300000 -> 2.3 million."""
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if n >= size:
            return f"{n / size:.2f}".rstrip("0").rstrip(".") + f" {word}"
    return f"{n:,.0f}" if n == int(n) else f"{n:,.1f}"


def rounded(n: float, digits: int) -> float:
    """The number with so many significant digits."""
    if n == 0:
        return 0
    scale = 10 ** (math.floor(math.log10(abs(n))) - digits + 1)
    return round(n / scale) * scale


def draw_number(rng: random.Random, low: float, high: float) -> int:
    """Evenly from a narrow span, by magnitude from a wide one, and then often a round number."""
    if high / max(low, 1) < 12:
        return rng.randint(int(low), int(high))
    n = math.exp(rng.uniform(math.log(low), math.log(high)))
    digits = rng.choice((1, 2, 2, 3, 3)) if high >= 200_000 else rng.choice((1, 2, 3, 6))
    return min(max(int(rounded(n, digits)), int(low)), int(high))


def _draw_name(kind: Kind, rng: random.Random, *, held: bool) -> tuple:
    if kind.name == "person":
        sex = rng.choice("mf")
        return (
            sex,
            rng.choice(pool(FILLERS["first"][sex].split(), held=held)),
            rng.choice(pool(FILLERS["last"].split(), held=held)),
        )
    if kind.name == "city":
        town, _, region = rng.choice(pool(FILLERS["city"], held=held)).partition("|")
        return (town, region)
    names = FILLERS[kind.name]
    if isinstance(names, str):
        return (rng.choice(pool(names.split(), held=held)),)
    if isinstance(names[0], list):
        return (" ".join((rng.choice(pool(names[0], held=held)), rng.choice(names[1]))),)
    return (rng.choice(pool(names, held=held)),)


def _draw_time(kind: Kind, rng: random.Random) -> tuple:
    if kind.name == "clock":
        return (rng.randrange(0, 1440, rng.choice((5, 5, 10, 15, 30, 60))),)
    if kind.name == "year":
        return (rng.randint(1931, 2023),)
    return (rng.choice(DAYS), f"{rng.choice(MONTHS)} {rng.randint(1, 28)}", "")


def draw(kind: Kind, rng: random.Random, *, held: bool = False) -> Value:
    """A value of this kind."""
    if kind.name == "list":
        return Value(kind, (rng.choice(kind.args),))
    if kind.name in ("clock", "year", "day", "date"):
        return Value(kind, _draw_time(kind, rng))
    if kind.name in ("num", "age", "pct", "money", "dur", "dist"):
        n: float = draw_number(rng, float(kind.args[0]), float(kind.args[1]))
        if kind.name == "pct" and n < 25 and rng.random() < 0.25:
            n += rng.randint(1, 9) / 10
        return Value(kind, (n,))
    if kind.name in ("speed", "weight", "temp"):
        low, high = {"speed": (20, 160), "weight": (30, 900), "temp": (20, 118)}[kind.name]
        return Value(kind, (rng.randint(low, high) if rng.random() < 0.4 else rng.randrange(low, high, 5),))
    if kind.name == "mag":
        return Value(kind, (rng.randint(41, 89) / 10,))
    return Value(kind, _draw_name(kind, rng, held=held))


def change(value: Value, rng: random.Random, *, held: bool = False) -> Value:
    """Another value of the same kind, often a near one."""
    kind, data = value.kind, value.data
    for _ in range(30):
        new = draw(kind, rng, held=held)
        if kind.name == "person" and rng.random() < 0.35:
            new = Value(
                kind, (data[0], new.data[1] if rng.random() < 0.5 and new.data[0] == data[0] else data[1], new.data[2])
            )
        if kind.name == "clock":
            if rng.random() < 0.35:
                new = Value(kind, ((data[0] + rng.choice((720, 60, -60, 120, -120, 180))) % 1440,))
            if min(abs(new.data[0] - data[0]), 1440 - abs(new.data[0] - data[0])) < 40:
                continue
        elif kind.name in DATES:
            new = Value(kind, (new.data[0], new.data[1], data[2]))
            if new.data[0] == data[0] or new.data[1] == data[1]:
                continue
        elif kind.name in ("num", "age", "year", "temp", "dur") and rng.random() < 0.4:
            new = Value(kind, (max(2, data[0] + rng.choice((-3, -2, -1, 1, 2, 3, 10))),))
        if new.data[0] != data[0] or (kind.name == "person" and new.data[2] != data[2]):
            return new
    return new


# --- forms -----------------------------------------------------------------------------------------------------------


def _point(n: float) -> Seen:
    return Seen(n * 0.995, n * 1.005) if n >= 1000 else Seen(n, n)


def _vague(n: float, rng: random.Random) -> tuple[str, float, Seen] | None:
    """A prefix, the number after it, and what that asserts."""
    way = rng.choice(("more", "least", "about", "nearly", "fewer"))
    if way == "least":
        return rng.choice(("at least ", "no fewer than ")), n, Seen(n * 0.995, math.inf)
    nice = rounded(n, 1) if n < 100 or rng.random() < 0.5 else rounded(n, 2)
    if way == "about" and n >= 20 and abs(nice - n) <= 0.06 * n:
        return (
            rng.choice(("about ", "around ", "some ", "roughly ", "approximately ")),
            nice,
            Seen(nice * 0.94, nice * 1.06),
        )
    if way == "more" and n > nice >= 0.6 * n:
        return rng.choice(("more than ", "over ")), nice, Seen(nice * 1.0001, math.inf)
    if way == "nearly" and n < nice <= 1.12 * n:
        return rng.choice(("nearly ", "almost ", "close to ")), nice, Seen(nice * 0.89, nice)
    if way == "fewer" and n < nice <= 1.5 * n:
        return rng.choice(("fewer than ", "less than ")), nice, Seen(0, nice * 0.9999)
    return None


def _unit(kind: Kind, n: float, rng: random.Random, after: str) -> str:
    plain = grouped(n)
    spelled = number_words(int(n)) if n == int(n) and n < 100 else plain
    if kind.name == "pct":
        if int(n) in SHARES and n == int(n) and after.startswith(" of ") and rng.random() < 0.5:
            return rng.choice(SHARES[int(n)])
        return rng.choice((f"{plain}%", f"{plain} percent", f"{plain} per cent", f"{spelled} percent", f"{plain}%"))
    if kind.name == "money":
        return f"${plain}" if rng.random() < 0.75 else f"{plain} dollars"
    if kind.name == "speed":
        return f"{plain} {rng.choice(('mph', 'miles per hour', 'miles an hour', 'mph'))}"
    if kind.name == "weight":
        return f"{plain} {rng.choice(('pounds', 'lbs', 'pounds'))}"
    if kind.name in ("dist", "dur"):
        return f"{spelled if rng.random() < (0.6 if n < 11 else 0.2) else plain} {kind.args[2]}"
    return spelled if rng.random() < (0.5 if n < 11 else 0.12) else plain


def _show_amount(value: Value, mark: str, rng: random.Random, after: str) -> tuple[str, Seen]:
    kind, n = value.kind, value.data[0]
    if mark == "-":
        unit = {"dur": kind.args[2][:-1] if kind.args[2:] else "", "weight": "pound"}[kind.name]
        return f"{grouped(n)}-{unit}", _point(n)
    if kind.name == "dur" and (n, kind.args[2]) in SAME_SPAN and rng.random() < 0.4:
        return SAME_SPAN[n, kind.args[2]], _point(n)
    if kind.name == "dist" and rng.random() < 0.12:
        unit, factor = CONVERTED[kind.args[2]]
        return f"{grouped(n * factor if n < 3 else round(n * factor))} {unit}", _point(n)
    if mark != "!" and kind.name in AMOUNTS and rng.random() < VAGUE:
        vague = _vague(n, rng)
        if vague:
            prefix, shown, seen = vague
            return prefix + _unit(kind, shown, rng, after), seen
    return _unit(kind, n, rng, after), _point(n)


def _show_clock(minute: int, word: str, rng: random.Random) -> tuple[str, Seen]:
    seen = Seen(parts=(("clock", str(minute)),))
    hour, rest = divmod(minute, 60)
    half = "a.m." if hour < 12 else "p.m."
    shown = f"{(hour - 1) % 12 + 1}" + (f":{rest:02}" if rest or rng.random() < 0.3 else "") + f" {half}"
    if minute in SPOKEN_HOUR and rng.random() < 0.6:
        shown = SPOKEN_HOUR[minute]
    elif rng.random() < 0.15:
        part = (
            "in the morning"
            if hour < 12
            else "in the afternoon"
            if hour < 18
            else "in the evening"
            if hour < 21
            else "at night"
        )
        shown = shown.removesuffix(half) + part
    if not word:
        return shown, seen
    return rng.choice(("at ", "at ", "at ", "around ", "at about ", "shortly after ")) + shown, seen


def _show_day(value: Value, word: str, rng: random.Random) -> tuple[str, Seen]:
    weekday, date, part = value.data
    month, number = date.split()
    written = rng.choice((date, date, f"{number} {month}", f"{month[:3]}. {number}" if len(month) > 5 else date))
    way = rng.random()
    if value.kind.name == "date" or way < 0.25:
        text, parts = written, (("date", date),)
    elif way < 0.35:
        text, parts = f"{weekday}, {written}", (("weekday", weekday), ("date", date))
    else:
        text, parts = weekday, (("weekday", weekday),)
        if part and word and rng.random() < 0.4:
            text, parts = f"{weekday} {part}", (*parts, ("part", part))
    if word == "on" and (rng.random() < 0.75 or text == written):
        text = f"on {text}"
    return text, Seen(parts=parts)


def article(text: str) -> str:
    """`a` or `an` before it, unless it needs none."""
    if re.match(r"(a|an|the) ", text) or text.endswith(("wiring", "lightning", "arson")) or re.search(r"[^s]s$", text):
        return text
    return ("an " if text[0].lower() in "aeiou" and not text.lower().startswith(("uni", "one", "eu")) else "a ") + text


def show(value: Value, word: str, mark: str, rng: random.Random, after: str) -> tuple[str, Seen]:
    """One surface form of the value, and what it asserts."""
    kind, data = value.kind, value.data
    if kind.name in DATES:
        return _show_day(value, word, rng)
    if kind.name == "clock":
        return _show_clock(data[0], word, rng)
    if kind.name == "year":
        return str(data[0]), Seen(parts=(("year", str(data[0])),))
    if kind.name == "person":
        if word in ("he", "his", "him", "himself"):
            return {"m": word, "f": {"he": "she", "his": "her", "him": "her", "himself": "herself"}[word]}[
                data[0]
            ], Seen()
        if mark == "." or rng.random() < 0.22:
            return data[2], Seen(parts=(("last", data[2]),))
        return f"{data[1]} {data[2]}", Seen(parts=(("first", data[1]), ("last", data[2])))
    if kind.name == "city":
        town, region = data
        return (f"{town}, {region}" if region and rng.random() < 0.2 and after[:1] in " ." else town), Seen(
            parts=(("city", town),)
        )
    if kind.name == "list":
        text = rng.choice(data[0].split("=")).replace("_", " ")
        return (article(text) if word == "a" else text), Seen(parts=(("list", data[0]),))
    if kind.name == "mag":
        text = (
            str(data[0])
            if mark == "!"
            else rng.choice((f"magnitude {data[0]}", f"{data[0]} magnitude", f"magnitude-{data[0]}"))
        )
        return (f"a {text}" if word == "a" else text), Seen(data[0], data[0])
    if kind.name == "temp":
        return f"{data[0]} {rng.choice(('degrees', 'degrees Fahrenheit'))}", Seen(data[0], data[0])
    if kind.name == "age":
        return str(data[0]), Seen(data[0], data[0])
    if kind.name in AMOUNTS or kind.name == "dur":
        return _show_amount(value, mark, rng, after)
    return (article(data[0]) if word == "a" else data[0]), Seen(parts=((kind.name, data[0]),))


# --- what two forms say about each other -----------------------------------------------------------------------------


def related(premise: Seen, hypothesis: Seen, *, same: bool) -> str | None:
    """entailment, contradiction, neutral; None where a reader would not say."""
    if premise.parts or hypothesis.parts:
        a, b = dict(premise.parts), dict(hypothesis.parts)
        shared = a.keys() & b.keys()
        if any(a[k] != b[k] for k in shared):
            return "contradiction"
        if b.get("part") and not a.get("part"):
            return "neutral"
        if not shared and a and b:
            return "entailment" if same else None
        return "entailment"
    if not same and not (premise.exact and hypothesis.exact):
        bounds = (premise.low, premise.high, hypothesis.low, hypothesis.high)
        if math.inf in bounds and (premise.low > 1.6 * hypothesis.low or hypothesis.low > 1.6 * premise.low):
            return None if max(premise.low, hypothesis.low) <= min(premise.high, hypothesis.high) else "contradiction"
        if math.inf in (premise.high, hypothesis.high) and premise.high == hypothesis.high:
            return None
    if premise.low >= hypothesis.low * 0.999 and premise.high <= hypothesis.high * 1.001:
        return "entailment"
    if premise.high < hypothesis.low or hypothesis.high < premise.low:
        return "contradiction"
    return "neutral"
