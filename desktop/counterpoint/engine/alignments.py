"""Which claims of different sources may speak of the same thing, and what of them is alike: numbers for a ranker."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from counterpoint.engine.comparators.sides import Side
from counterpoint.engine.details import Name, Quantity, Time
from counterpoint.engine.knowledge import Vectors
from counterpoint.engine.persons import find_personal

Matrix = npt.NDArray[np.float32]
Indices = npt.NDArray[np.intp]
Columns = dict[str, npt.NDArray[np.floating]]
Step = Callable[[int, int], None]

#: What is measured of a pair, in this order; resources/ranker says what each weighs.
FEATURES = (
    "cosine",  # of the sentence vectors
    "centred",  # the same, the comparison's mean vector subtracted: the common topic counts for nothing
    "centred_rank_low", "centred_rank_high",  # 0 = the other's best in this source; the lower and the higher of the two
    "centred_lead_low", "centred_lead_high",  # how far ahead of the next best, or behind the best
    "words_cosine", "words_of_shorter", "words_of_longer", "words",  # shared content words, weighted by rarity
    "words_rank_low", "words_rank_high", "words_lead_low", "words_lead_high",
    "names", "names_of_fewer",  # shared names; -1 where a side has none
    "plain_words", "plain_words_of_shorter",  # content words apart from names
    "numbers", "numbers_count", "numbers_fewer", "numbers_more",
    "length_shorter", "length_longer",  # in content words
    "runs", "runs_of_shorter",  # shared pairs of neighbouring content words
    "headlines", "distance", "earlier",  # places within their sources, 0 to 1
)  # fmt: skip

#: A pair is looked at when its vectors or its words are at least this near (of the development events' listed
#: pairs 98 % are) ...
MIN_CENTRED, MIN_WORDS = 0.10, 0.12
#: ... and is among this many best of either claim, and among this many of both: bounds the work for a hundred sources,
#: and for one that repeats itself.
MOST_PER_CLAIM, MOST_OF_A_CLAIM = 60, 600
#: Pairs of claims that are measured at a time: 4 MB a matrix, however many claims there are.
_CELLS = 1_000_000


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of claims of different sources, `first` before `second`; `features` is [pairs, len(FEATURES)].

    `accounts` has for each claim the number of its account, `personal` for each pair whether it is to be compared
    however far apart it is.
    """

    first: Indices
    second: Indices
    features: Matrix
    accounts: Indices
    personal: npt.NDArray[np.bool_]


def _unwatched(done: int, total: int) -> None:
    """Nobody watches."""


def align(
    sides: Sequence[Side],
    accounts: Sequence[int],
    headlines: Sequence[bool],
    vectors: Vectors,
    step: Step = _unwatched,
) -> Pairs:
    """The pairs worth a closer look, in order, with their features.

    Args:
        sides: every claim, account by account in text order.
        accounts: for each the number of its account, ascending.
        headlines: for each whether it is its account's headline.
        vectors: [claims, d], of length 1.
        step: told between units of work how many of how many are done.
    """
    field = _Field(np.asarray(accounts, dtype=np.intp), vectors, _Terms(sides))
    total = 2 * len(field.blocks)
    step(0, total)
    personal = find_personal(sides, accounts)
    first, second = _candidates(field, personal, lambda done: step(done, total))
    columns: Columns = {name: np.zeros(len(first), dtype=np.float32) for name in FEATURES}
    for done, block in enumerate(field.blocks):
        _measure(field, block, first, second, columns)
        step(len(field.blocks) + done + 1, total)
    for name in (name.removesuffix("_low") for name in FEATURES if name.endswith("_low")):
        seen = columns[f"{name}_low"], columns[f"{name}_high"]
        columns[f"{name}_low"], columns[f"{name}_high"] = np.minimum(*seen), np.maximum(*seen)
    place, is_headline = _places(field.account), np.asarray(headlines, dtype=np.float32)
    columns["headlines"] = is_headline[first] + is_headline[second]
    columns["distance"] = np.abs(place[first] - place[second])
    columns["earlier"] = np.minimum(place[first], place[second])
    features = np.stack([columns[name] for name in FEATURES], axis=1).astype(np.float32)
    told = [pair in personal for pair in zip(first.tolist(), second.tolist(), strict=True)]
    return Pairs(first, second, features, field.account, np.array(told, dtype=np.bool_))


def pair_features(sides: Sequence[Side], vectors: Vectors) -> Matrix:
    """The features of two claims alone; those that need a whole comparison are 0."""
    first, second = np.array([0]), np.array([1])
    field = _Field(np.array([0, 1]), vectors, _Terms(sides))
    (block,) = field.blocks
    columns = _term_columns(field.terms, block, first, second)
    columns["words_cosine"], columns["cosine"] = field.near(block)[0, 1:], vectors[:1] @ vectors[1]
    return np.array([float(columns[name][0]) if name in columns else 0.0 for name in FEATURES], dtype=np.float32)


@dataclass(frozen=True, slots=True)
class _Block:
    """Claims [start, stop) that are compared at a time with all of `claims` claims but [low, high): their own source's.

    Nothing is left out of a block of several sources; what its claims have with those of their own source is masked.
    """

    start: int
    stop: int
    low: int
    high: int
    claims: int

    @property
    def others(self) -> Indices:
        """The claims that the block's are compared with, in order."""
        return np.concatenate([np.arange(self.low), np.arange(self.high, self.claims)])

    def columns(self, claims: Indices) -> Indices:
        """Where those of the claims stand among the others that do."""
        before = claims[: np.searchsorted(claims, self.low)]
        return np.concatenate([before, claims[np.searchsorted(claims, self.high) :] - (self.high - self.low)])

    def column(self, claims: Indices) -> Indices:
        """Where each of the claims, which must be others, stands among them."""
        return np.where(claims < self.low, claims, claims - (self.high - self.low))


class _Field:
    """How near every claim is to every other, a block at a time."""

    def __init__(self, account: Indices, vectors: Vectors, terms: "_Terms") -> None:
        self.account = account
        self.vectors = vectors
        self.terms = terms
        self.blocks = tuple(_blocks(account))
        self._away = _centred(vectors) if len(account) else vectors

    def centred(self, block: _Block) -> Matrix:
        """Cosines after the mean vector is taken away (notes: average precision 0.18 -> 0.30 on the seeds)."""
        own = self._away[block.start : block.stop]
        if block.low == block.high:
            return own @ self._away.T
        return np.concatenate([own @ self._away[: block.low].T, own @ self._away[block.high :].T], axis=1)

    def near(self, block: _Block) -> Matrix:
        """Cosines of the claims' weighted words."""
        whole = self.terms.content.whole
        weights = whole[block.start : block.stop, None] * whole[block.others] + np.float32(1e-6)
        return (self.terms.content.rows(block) / np.sqrt(weights)).astype(np.float32, copy=False)


def _centred(vectors: Vectors) -> Matrix:
    away = vectors - vectors.mean(axis=0)
    away /= np.linalg.norm(away, axis=1, keepdims=True) + 1e-6
    return away


def _blocks(account: Indices) -> Iterator[_Block]:
    """Blocks of whole sources, and of parts of those that are too large for one."""
    claims, start = len(account), 0
    for low, high in pairwise(_edges(account)):
        if (high - start) * claims > _CELLS and start < low:
            yield _Block(start, low, 0, 0, claims)
            start = low
        if (high - low) * claims > _CELLS:
            most = max(1, _CELLS // max(1, claims - (high - low)))
            yield from (_Block(at, min(at + most, high), low, high, claims) for at in range(low, high, most))
            start = high
    if start < claims:
        yield _Block(start, claims, 0, 0, claims)


def _edges(account: Indices) -> list[int]:
    """Where each source begins, and where the last ends."""
    return [0, *(np.flatnonzero(np.diff(account)) + 1).tolist(), len(account)] if len(account) else [0]


def _candidates(field: _Field, wanted: Set[tuple[int, int]], step: Callable[[int], None]) -> tuple[Indices, Indices]:
    """The pairs that are wanted in any case, and those that are near."""
    claims = len(field.account)
    codes: list[Indices] = [np.array(sorted(i * claims + j for i, j in wanted), dtype=np.intp)]
    scores: list[Matrix] = [np.full(len(wanted), np.inf, dtype=np.float32)]
    for done, block in enumerate(field.blocks):
        others = block.others
        centred, near = field.centred(block), field.near(block)
        apart = field.account[block.start : block.stop, None] != field.account[None, others]
        score = np.where(apart, centred + near, np.float32(-np.inf))
        row, column = np.nonzero(_best(score) & apart & ((centred >= MIN_CENTRED) | (near >= MIN_WORDS)))
        ours, theirs = row + block.start, others[column]
        codes.append(np.minimum(ours, theirs) * claims + np.maximum(ours, theirs))
        scores.append(score[row, column])
        step(done + 1)
    code, at = np.unique(np.concatenate(codes), return_index=True)
    first, second = np.divmod(code, max(1, claims))
    kept = _among_best(first, second, np.concatenate(scores)[at])
    return first[kept], second[kept]


def _best(score: Matrix) -> npt.NDArray[np.bool_]:
    """The best of each row: MOST_PER_CLAIM and what is as good; of very many that are as good, the first."""
    if score.shape[1] <= MOST_PER_CLAIM:
        return np.ones_like(score, dtype=np.bool_)
    floor = np.partition(score, -MOST_PER_CLAIM, axis=1)[:, -MOST_PER_CLAIM, None]
    best = score >= floor
    for row in np.flatnonzero((best & (floor > -np.inf)).sum(axis=1) > MOST_OF_A_CLAIM):
        best[row] = False
        best[row, np.argsort(-score[row], kind="stable")[:MOST_OF_A_CLAIM]] = True
    return best


def _among_best(first: Indices, second: Indices, score: Matrix) -> npt.NDArray[np.bool_]:
    """Which pairs are among the MOST_OF_A_CLAIM best of both their claims."""
    claim, pair = np.concatenate([first, second]), np.tile(np.arange(len(first)), 2)
    order = np.lexsort((pair, -np.tile(score, 2), claim))
    of = claim[order]
    place = np.arange(len(of)) - np.searchsorted(of, of)
    kept = np.ones(len(first), dtype=np.bool_)
    kept[pair[order[place >= MOST_OF_A_CLAIM]]] = False
    return kept


def _measure(field: _Field, block: _Block, first: Indices, second: Indices, columns: Columns) -> None:
    """Fills in what the block's claims tell: how near others are as they see it, the rest where they come first."""
    low, high = np.searchsorted(first, [block.start, block.stop])
    ours, theirs = slice(low, high), np.flatnonzero((second >= block.start) & (second < block.stop))
    ahead = first[ours] - block.start, block.column(second[ours])
    back = second[theirs] - block.start, block.column(first[theirs])
    for name, matrix in (("centred", field.centred(block)), ("words", field.near(block))):
        columns["centred" if name == "centred" else "words_cosine"][ours] = matrix[ahead]
        for what, standing in zip(("rank", "lead"), _standing(matrix, field.account[block.others]), strict=True):
            columns[f"{name}_{what}_low"][ours] = standing[ahead]
            columns[f"{name}_{what}_high"][theirs] = standing[back]
    first, second = first[ours], second[ours]
    columns["cosine"][ours] = (field.vectors[first] * field.vectors[second]).sum(axis=1)
    for name, values in _term_columns(field.terms, block, first, second).items():
        columns[name][ours] = values


def _standing(matrix: Matrix, account: Indices) -> tuple[Matrix, Matrix]:
    """For each claim (row) and each of another source's claims (column): its rank there and its lead over the next."""
    matrix = np.round(matrix, 5)  # claims of the same words are equally near, however the sums were rounded
    rank, lead = np.zeros_like(matrix), np.zeros_like(matrix)
    for low, high in pairwise(_edges(account)):
        part = matrix[:, low:high]
        order = np.argsort(-part, axis=1, kind="stable")
        np.put_along_axis(rank[:, low:high], order, np.arange(high - low, dtype=np.float32)[None], axis=1)
        best = part.max(axis=1, keepdims=True)
        runner_up = np.partition(part, -2, axis=1)[:, -2:-1] if high - low > 1 else best
        lead[:, low:high] = np.where(part == best, part - runner_up, part - best)
    return rank, lead


def _places(account: Indices) -> npt.NDArray[np.floating]:
    """Each claim's place in its source: 0 the first, 1 the last."""
    counts = np.bincount(account)
    starts = np.concatenate([[0], np.cumsum(counts)[:-1]])
    return (np.arange(len(account)) - starts[account]) / np.maximum(1, counts[account] - 1)


def _both(values: npt.NDArray[np.floating], first: Indices, second: Indices) -> tuple[Matrix, Matrix]:
    """The lower and the higher of the two sides' values."""
    one, other = values[first], values[second]
    return np.minimum(one, other) + np.float32(1e-6), np.maximum(one, other) + np.float32(1e-6)


class _Overlap:
    """The terms that claims share, each weighing the more the rarer it is in the comparison, or each the same."""

    def __init__(self, terms: Sequence[Iterable[object]], *, by_rarity: bool = True) -> None:
        sets = [set(own) for own in terms]
        counts = Counter(term for own in sets for term in own)
        order = {term: i for i, term in enumerate(sorted(counts, key=repr))}
        weights = {
            term: float(np.log((len(sets) + 1) / (count + 0.5))) if by_rarity else 1.0 for term, count in counts.items()
        }
        having: dict[object, list[int]] = defaultdict(list)
        ordered = [sorted(own, key=order.__getitem__) for own in sets]
        for number, own in enumerate(ordered):
            for term in own:
                having[term].append(number)
        self._having = {term: np.array(numbers) for term, numbers in having.items() if len(numbers) > 1}
        self._weights = weights
        self._shared = [[term for term in own if term in self._having] for own in ordered]
        self.whole: Matrix = np.array([sum(weights[term] for term in own) for own in ordered], dtype=np.float32)

    def rows(self, block: _Block) -> Matrix:
        """Weight of the terms that each of the block's claims shares with each of the others."""
        found = np.zeros((block.stop - block.start, block.claims - (block.high - block.low)), dtype=np.float32)
        columns: dict[object, Indices] = {}
        for row, own in zip(found, self._shared[block.start : block.stop], strict=True):
            for term in own:
                if term not in columns:
                    columns[term] = block.columns(self._having[term])
                row[columns[term]] += self._weights[term]
        return found


class _Terms:
    """The claims' words, names and numbers, and how many content words each has."""

    def __init__(self, sides: Sequence[Side]) -> None:
        content = [[w.meaning for w in side.words if not w.is_function] for side in sides]
        named = [{w.meaning for w in side.words if w.is_capitalised and not w.is_function} for side in sides]
        numbers = [_numbers(side) for side in sides]
        self.length: Matrix = np.array([len(words) for words in content], dtype=np.float32)
        self.content = _Overlap(content)
        self.names = _Overlap([_names(side) for side in sides])
        self.plain = _Overlap(
            [[word for word in words if word not in own] for words, own in zip(content, named, strict=True)]
        )
        self.numbers, self.counts = _Overlap(numbers), _Overlap(numbers, by_rarity=False)
        self.runs = _Overlap([pairwise(words) for words in content], by_rarity=False)


def _names(side: Side) -> list[str]:
    """Who and what the claim names, also by "he" or "the minister" where its account tells who is meant."""
    named = [detail.value for detail in side.details if isinstance(detail, Name)]
    return [*named, *(meant.value for meant in side.references if meant.is_named)]


def _numbers(side: Side) -> list[str]:
    """What number each quantity and time names, units apart: "35", "31%", "m630"."""
    found: list[str] = []
    for detail in side.details:
        if isinstance(detail, Quantity):
            found += [f"{detail.low:g}", f"{detail.high:g}"]
        elif isinstance(detail, Time):
            found.append(f"t{detail.value}")
    return found


def _term_columns(terms: _Terms, block: _Block, first: Indices, second: Indices) -> Columns:
    """What the pairs whose first claim is the block's have in common, each in each kind of terms."""
    columns: Columns = {}
    place = first - block.start, block.column(second)

    def shared(overlap: _Overlap) -> tuple[Matrix, Matrix, Matrix]:
        return overlap.rows(block)[place], *_both(overlap.whole, first, second)

    columns["words"], lower, higher = shared(terms.content)
    columns["words_of_shorter"], columns["words_of_longer"] = columns["words"] / lower, columns["words"] / higher
    columns["names"], lower, _ = shared(terms.names)
    columns["names_of_fewer"] = np.where(lower > 1e-3, columns["names"] / lower, -1)  # noqa: PLR2004
    columns["plain_words"], lower, _ = shared(terms.plain)
    columns["plain_words_of_shorter"] = columns["plain_words"] / lower
    columns["numbers"], _, _ = shared(terms.numbers)
    columns["numbers_count"], columns["numbers_fewer"], columns["numbers_more"] = shared(terms.counts)
    columns["length_shorter"], columns["length_longer"] = _both(terms.length, first, second)
    columns["runs"], lower, _ = shared(terms.runs)
    columns["runs_of_shorter"] = columns["runs"] / np.maximum(1, lower)
    return columns
