# ruff: noqa: PLR2004
"""Pairs out of other people's sentences (the allowed public sets).

One detail changed, the same change on both sides, negation in and out.
"""

import json
import random
import re
from collections import Counter
from pathlib import Path

from values import DAYS, MONTHS, SMALL, number_words

OVERLAP = 0.15  # a "contradiction" that shares less of its content words is merely unrelated
COMMON = 20  # times that both of two opposites occur
STOP = set(
    "a an the of in on at to for and or but is are was were be been being has have had do does did not no it its he "
    "she they his her their him them this that these those with by from as who which there some any one".split()
)
AUX = re.compile(
    r"\b(is|are|was|were|has|have|had|can|will|would|could|did|does|do|should|must|may)\b( not|n't)?", re.IGNORECASE
)
QUANTIFIED = re.compile(
    r"\b(no|none|nobody|never|nothing|every\w*|all|each|some\w*|any\w*|only|neither|nor|few|without|if|"
    r"may|might|many|most|both|or|but|not|n't|also|just)\b",
    re.IGNORECASE,
)
NUMBER = re.compile(r"(?<![\w.,$])(\d{1,3}(?:,\d{3})+|\d+)(?![\w%]|[.,]\d)")
SPELLED = re.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty)\b", re.IGNORECASE
)
CALENDAR = re.compile(r"\b(" + "|".join(DAYS + [m for m in MONTHS if m != "May"]) + r")\b")
SYNONYMS = [
    g.split("/")
    for g in """began/started;big/large;bought/purchased;killed/slain;ended/concluded;near/close to;about/around;
many/numerous;famous/well-known;people/persons;film/movie;movie/picture;child/kid;kids/children;woman/lady;man/guy;quickly/fast;
located/situated;built/constructed;helped/assisted;received/got;town/village;city/town;car/automobile;ill/sick;
lived/resided;wrote/authored;important/significant;allowed/permitted;made/created;called/named;begins/starts;
approximately/about;because of/due to;in order to/to;small/little;often/frequently;usually/generally;however/but;
street/road;home/house;sofa/couch;bike/bicycle;photo/picture;shop/store;smiling/grinning;talking/speaking;jumping/leaping;
looking at/watching;sitting/seated;group/bunch;happy/glad;angry/mad;beautiful/pretty;said/stated;died/passed away;
won/gained;physician/doctor;lawyer/attorney;over/above;under/below;first/initial;final/last;whole/entire;
announced/declared;uninjured/unhurt;unharmed/safe;nearly/almost;required/needed;assist/help;obtain/get;attempted/tried;
asked/inquired;error/mistake;ocean/sea;forest/woods;stone/rock;ship/vessel;pupils/students;teacher/instructor;salary/pay""".replace(
        "\n", ""
    ).split(";")
]
OPPOSITES = [
    g.split("/")
    for g in """rose/fell;increased/decreased;gained/lost;won/lost;accepted/rejected;opened/closed;approved/rejected;
before/after;more/less;north/south;east/west;northern/southern;eastern/western;first/last;early/late;earlier/later;largest/smallest;
larger/smaller;highest/lowest;higher/lower;high/low;old/young;oldest/youngest;older/younger;new/old;rich/poor;male/female;men/women;
man/woman;boy/girl;boys/girls;husband/wife;father/mother;son/daughter;brother/sister;king/queen;inside/outside;indoors/outdoors;
above/below;left/right;black/white;day/night;morning/evening;summer/winter;hot/cold;warm/cool;wet/dry;open/closed;alive/dead;happy/sad;
legal/illegal;possible/impossible;public/private;military/civilian;urban/rural;major/minor;long/short;longer/shorter;tall/short;
strong/weak;stronger/weaker;fast/slow;best/worst;better/worse;good/bad;success/failure;successful/unsuccessful;victory/defeat;
married/divorced;began/ended;starts/ends;arrived/departed;bought/sold;buying/selling;attack/defend;allowed/banned;supported/opposed;
supports/opposes;remembered/forgot;full/empty;sitting/standing;walking/running;asleep/awake;sleeping/awake;laughing/crying;
smiling/frowning;up/down;top/bottom;front/back;clean/dirty;single/married;modern/ancient;domestic/foreign;majority/minority;
maximum/minimum;rising/falling;common/rare;popular/unpopular;known/unknown;friend/enemy;import/export;guilty/innocent;with/without;
always/never;everyone/nobody;alone/together;red/blue;green/yellow;brown/white;English/French;German/Italian;American/British;
Chinese/Japanese;Spanish/Portuguese;football/baseball;dog/cat;dogs/cats;guitar/piano;beach/forest;teacher/student;doctor/patient;
January/June;actor/singer;novel/poem;river/mountain;village/city;church/school;bus/train;car/boat;breakfast/dinner;water/beer""".replace(
        "\n", ""
    ).split(";")
]
SWAP: dict[str, list[str]] = {}
for _a, _b in OPPOSITES:
    SWAP.setdefault(_a, []).append(_b)
    SWAP.setdefault(_b, []).append(_a)
ALIKE = {a: b for pair in SYNONYMS for a, b in (pair, pair[::-1]) if a not in STOP}


def learn_opposites(path: Path, texts: list[str]) -> None:
    """Adds WordNet's opposites, those that the texts use often enough to be known words."""
    often = Counter(w for t in texts for w in re.findall(r"[a-z]+", t))
    for a, b in json.loads(path.read_text(encoding="utf-8"))["opposites"]:
        if min(often[a], often[b]) >= COMMON and min(len(a), len(b)) > 3 and a not in SWAP and b not in SWAP:
            SWAP[a], SWAP[b] = [b], [a]


def content(text: str) -> set[str]:
    """The words that carry meaning, cut to their stems."""
    return {w[:5] for w in re.findall(r"\w+", text.lower()) if w not in STOP}


def overlap(a: str, b: str) -> float:
    """The share of the shorter side's content words that the other has."""
    x, y = content(a), content(b)
    return len(x & y) / max(1, min(len(x), len(y)))


def negate(text: str) -> str | None:
    """The sentence with its first auxiliary negated, or not negated any more."""
    found = AUX.search(text)
    if not found:
        return None
    aux, negation = found.groups()
    rest = text[found.end() :]
    if negation:
        return (
            None
            if QUANTIFIED.search(text[: found.start()] + rest) or aux.lower() in ("do", "does", "did")
            else (text[: found.end(1)] + rest)
        )
    if QUANTIFIED.search(text) or "," in text[: found.start()] or len(text[: found.start()].split()) > 7:
        return None
    if aux.lower() in ("has", "have", "had", "do", "does", "did") and not re.match(r" \w+(ed|en|wn|ne)\b", rest):
        return None
    return text[: found.end()] + " not" + rest


def other_number(shown: str, rng: random.Random) -> str:
    """Another number that looks like it: near, or of the same magnitude; years stay years."""
    n = int(shown.replace(",", ""))
    if 1500 <= n <= 2030 and "," not in shown:
        return str(n + rng.choice((-10, -7, -4, -3, -2, -1, 1, 2, 3, 4, 7, 10)))
    new = n + rng.choice((-2, -1, 1, 2)) if rng.random() < 0.3 else int(n * rng.uniform(0.3, 2.6))
    new = max(1, new if new != n else n + 1)
    if new == n:
        new += 1
    return f"{new:,}" if "," in shown else str(new)


def _replace(text: str, found: re.Match[str], new: str) -> str:
    if found.group()[0].isupper():
        new = new[0].upper() + new[1:]
    return text[: found.start()] + new + text[found.end() :]


def edit(text: str, rng: random.Random) -> str | None:
    """The sentence with one detail changed so that both can't be true."""
    ways = []
    for pattern, kind in ((NUMBER, "number"), (SPELLED, "spelled"), (CALENDAR, "calendar")):
        ways += [(kind, m) for m in pattern.finditer(text)] * 2
    ways += [("opposite", m) for m in re.finditer(r"[A-Za-z]+", text) if m.group() in SWAP or m.group().lower() in SWAP]
    if not ways:
        return None
    kind, found = rng.choice(ways)
    if kind == "number":
        return _replace(text, found, other_number(found.group(), rng))
    if kind == "spelled":
        n = SMALL.index(found.group().lower()) if found.group().lower() in SMALL else 20
        new = rng.choice([x for x in (n - 1, n + 1, n + 2, n * 2, rng.randint(2, 12)) if x not in (n, 0, 1)])
        return _replace(text, found, number_words(new))
    if kind == "calendar":
        names = DAYS if found.group() in DAYS else MONTHS
        return _replace(text, found, rng.choice([n for n in names if n != found.group()]))
    shown = found.group()
    return _replace(text, found, rng.choice(SWAP.get(shown) or SWAP[shown.lower()]))


def reword(text: str, rng: random.Random) -> str:
    """The same in slightly other words: a synonym, figures for words, a phrase moved."""
    ways = rng.sample(("synonym", "figures", "move", "contract"), k=rng.choice((1, 2, 2, 3)))
    if "synonym" in ways:
        known = [w for w in ALIKE if re.search(rf"\b{w}\b", text)]
        for w in rng.sample(known, k=min(len(known), 2)):
            text = re.sub(rf"\b{w}\b", ALIKE[w], text, count=1)
    if "figures" in ways:
        text = (
            SPELLED.sub(
                lambda m: str(SMALL.index(m.group().lower())) if m.group().lower() in SMALL else m.group(),
                text,
                count=2,
            )
            if rng.random() < 0.5
            else re.sub(r"(?<![\w.,$-])([2-9]|1\d)(?![\w%,.:/-])", lambda m: number_words(int(m.group())), text)
        )
    if "move" in ways:
        found = re.match(r"((?:In|On|At|During|After|Since|By) [^,]{3,40}), (.+?)\.?$", text)
        if found:
            text = f"{found[2]} {found[1][0].lower()}{found[1][1:]}."
    if "contract" in ways:
        for long, short in (
            ("is not", "isn't"),
            ("was not", "wasn't"),
            ("did not", "didn't"),
            ("are not", "aren't"),
            ("were not", "weren't"),
            ("does not", "doesn't"),
            ("has not", "hasn't"),
            ("could not", "couldn't"),
            ("%", " percent"),
        ):
            text = text.replace(long, short)
    return text


def trimmed(text: str) -> str | None:
    """Less than the sentence says: a relative clause, an apposition in brackets, or a tail left out."""
    for pattern in (
        r", (?:which|who|where|whose) [^,]+(?=[,.])",
        r" \([^)]*\)",
        r", (?:and|but|while|with|after|before|including) [^,]+(?=\.?$)",
        r" (?:because|although|while|after|before|during|since|in order to) [^,]+(?=\.?$)",
        r",[^,]{12,}(?=\.?$)",
    ):
        short = re.sub(pattern, "", text, count=1)
        if short != text and len(short.split()) >= 5 and len(short) < 0.9 * len(text):
            return short.replace(",,", ",")
    return None


def edited(text: str, others: list[str], rng: random.Random) -> list[tuple[str, str, str]]:
    """For one sentence: one pair of each label, the hypothesis of all three equally edited."""
    one, two = text, edit(text, rng)
    if two is None:
        return []
    if rng.random() < 0.5:
        one, two = two, one
    premise = reword(one, rng) if rng.random() < 0.5 else one
    against = reword(two, rng) if rng.random() < 0.5 else two
    hypothesis = reword(one, rng)
    short = trimmed(hypothesis)
    if short and rng.random() < 0.5:
        hypothesis = short
        vague = rng.choice(others)
    else:
        vague = trimmed(premise) or rng.choice(others)
        if trimmed(vague) and vague in others and rng.random() < 0.3:
            vague = trimmed(vague) or vague
    if edit(hypothesis, random.Random(0)) is None or content(premise) == content(against):  # noqa: S311 - the change was trimmed away
        return []
    if not (content(against) - content(premise)) - (content(hypothesis) - content(premise)) and not _keeps(
        one, two, hypothesis
    ):
        return []
    return [(premise, hypothesis, "entailment"), (against, hypothesis, "contradiction"), (vague, hypothesis, "neutral")]


def _keeps(one: str, two: str, hypothesis: str) -> bool:
    """Whether what differs between the two sentences is still in the hypothesis."""
    changed = set(re.findall(r"\w+", one.lower())) - set(re.findall(r"\w+", two.lower()))
    kept = set(re.findall(r"\w+", hypothesis.lower()))
    figures = {number_words(int(w)) if w.isdigit() and int(w) < 100 else w for w in changed}
    back = {str(SMALL.index(w)) for w in changed if w in SMALL}
    return bool((changed | figures | back) & kept)


def flipped(premise: str, hypothesis: str, label: str, rng: random.Random) -> tuple[str, str, str] | None:
    """The hypothesis negated: what followed is excluded, what was excluded follows, what was open stays open."""
    negated = negate(hypothesis)
    if not negated or (label == "contradiction" and overlap(premise, hypothesis) < 0.4):
        return None
    new = {"entailment": "contradiction", "contradiction": "entailment", "neutral": "neutral"}[label]
    return premise, (reword(negated, rng) if rng.random() < 0.3 else negated), new
