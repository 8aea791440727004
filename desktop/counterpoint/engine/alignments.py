"""Which claims of different sources may speak of the same thing, and what of them is alike: numbers for a ranker."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from counterpoint.engine.comparators.sides import Side
from counterpoint.engine.details import Name, Quantity, Time
from counterpoint.engine.knowledge import Vectors

Matrix = npt.NDArray[np.float32]
Indices = npt.NDArray[np.intp]
Columns = dict[str, npt.NDArray[np.floating]]

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
#: ... and is among this many best of either claim: bounds the work for a hundred sources.
MOST_PER_CLAIM = 60


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of claims of different sources, `first` before `second`; `features` is [pairs, len(FEATURES)]."""

    first: Indices
    second: Indices
    features: Matrix


def align(sides: Sequence[Side], accounts: Sequence[int], headlines: Sequence[bool], vectors: Vectors) -> Pairs:
    """The pairs worth a closer look, in order, with their features.

    Args:
        sides: every claim, account by account in text order.
        accounts: for each the number of its account, ascending.
        headlines: for each whether it is its account's headline.
        vectors: [claims, d], of length 1.
    """
    account = np.asarray(accounts, dtype=np.intp)
    if not len(account):
        empty = np.zeros(0, dtype=np.intp)
        return Pairs(empty, empty, np.zeros((0, len(FEATURES)), dtype=np.float32))
    centred = _centred(vectors)
    terms = _Terms(sides)
    words, weight = terms.overlap(terms.content)
    near = words / np.sqrt(np.outer(weight, weight) + 1e-6)
    first, second = _candidates(account, centred, near)
    columns = _word_columns(words, weight, near, first, second) | _detail_columns(terms, first, second)
    columns["cosine"], columns["centred"] = (vectors[first] * vectors[second]).sum(axis=1), centred[first, second]
    for name, matrix in (("centred", centred), ("words", near)):
        for what, square in zip(("rank", "lead"), _standing(matrix, account), strict=True):
            one, other = square[first, second], square[second, first]
            columns[f"{name}_{what}_low"], columns[f"{name}_{what}_high"] = np.minimum(one, other), np.maximum(one, other)
    place = _places(account)
    columns["headlines"] = np.asarray(headlines)[first].astype(float) + np.asarray(headlines)[second]
    columns["distance"] = np.abs(place[first] - place[second])
    columns["earlier"] = np.minimum(place[first], place[second])
    return Pairs(first, second, np.stack([columns[name] for name in FEATURES], axis=1).astype(np.float32))


def pair_features(sides: Sequence[Side], vectors: Vectors) -> Matrix:
    """The features of two claims alone; those that need a whole comparison are 0."""
    first, second = np.array([0]), np.array([1])
    terms = _Terms(sides)
    words, weight = terms.overlap(terms.content)
    near = words / np.sqrt(np.outer(weight, weight) + 1e-6)
    columns = _word_columns(words, weight, near, first, second) | _detail_columns(terms, first, second)
    columns["cosine"] = vectors[:1] @ vectors[1]
    return np.array([float(columns[name][0]) if name in columns else 0.0 for name in FEATURES], dtype=np.float32)


def _word_columns(words: Matrix, weight: Matrix, near: Matrix, first: Indices, second: Indices) -> Columns:
    columns: Columns = {"words_cosine": near[first, second], "words": words[first, second]}
    lower, higher = _both(weight, first, second)
    columns["words_of_shorter"], columns["words_of_longer"] = columns["words"] / lower, columns["words"] / higher
    return columns


def _centred(vectors: Vectors) -> Matrix:
    """Cosines after the mean vector is taken away (notes: average precision 0.18 -> 0.30 on the seeds)."""
    away = vectors - vectors.mean(axis=0)
    away /= np.linalg.norm(away, axis=1, keepdims=True) + 1e-6
    return away @ away.T


def _candidates(account: Indices, centred: Matrix, near: Matrix) -> tuple[Indices, Indices]:
    apart = account[:, None] < account[None, :]
    chosen = apart & ((centred >= MIN_CENTRED) | (near >= MIN_WORDS))
    if len(account) > MOST_PER_CLAIM:
        score = np.where(account[:, None] != account[None, :], centred + near, -np.inf)
        floor = np.partition(score, -MOST_PER_CLAIM, axis=1)[:, -MOST_PER_CLAIM]
        chosen &= score >= np.minimum(floor[:, None], floor[None, :])
    first, second = np.nonzero(chosen)
    return first, second


def _standing(matrix: Matrix, account: Indices) -> tuple[Matrix, Matrix]:
    """For each claim (row) and each of another source's claims (column): its rank there and its lead over the next."""
    rank, lead = np.zeros_like(matrix), np.zeros_like(matrix)
    for number in np.unique(account):
        columns = np.nonzero(account == number)[0]
        part = matrix[:, columns]
        rank[:, columns] = np.argsort(np.argsort(-part, axis=1, kind="stable"), axis=1, kind="stable")
        best = part.max(axis=1, keepdims=True)
        runner_up = np.partition(part, -2, axis=1)[:, -2:-1] if len(columns) > 1 else best
        lead[:, columns] = np.where(part == best, part - runner_up, part - best)
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


class _Terms:
    """The claims' words as sets, weighted by how rare each is in this comparison."""

    def __init__(self, sides: Sequence[Side]) -> None:
        self.content = [[w.lemma for w in side.words if not w.is_function] for side in sides]
        self.names = [_names(side) for side in sides]
        self.numbers = [_numbers(side) for side in sides]
        named = [{w.lemma for w in side.words if w.is_capitalised and not w.is_function} for side in sides]
        self.plain = [[word for word in words if word not in own] for words, own in zip(self.content, named, strict=True)]
        self.runs = [set(zip(words, words[1:], strict=False)) for words in self.content]
        self._many = len(sides)

    def overlap(self, terms: Sequence[Iterable[object]], *, rarity: bool = True) -> tuple[Matrix, Matrix]:
        """Weight of the terms that two claims share, [n, n], and each claim's whole weight, [n]."""
        sets = [set(own) for own in terms]
        counts = Counter(term for own in sets for term in own)
        weigh: Callable[[object], float] = (
            (lambda term: float(np.log((self._many + 1) / (counts[term] + 0.5)))) if rarity else (lambda term: 1.0)
        )
        shared = sorted((term for term, count in counts.items() if count > 1), key=repr)
        column = {term: i for i, term in enumerate(shared)}
        matrix = np.zeros((self._many, max(1, len(shared))), dtype=np.float32)
        for row, own in enumerate(sets):
            for term in own:
                if term in column:
                    matrix[row, column[term]] = np.sqrt(weigh(term))
        whole = np.array([sum(weigh(term) for term in sorted(own, key=repr)) for own in sets], dtype=np.float32)
        return matrix @ matrix.T, whole


def _names(side: Side) -> list[str]:
    return [detail.value for detail in side.details if isinstance(detail, Name)]


def _numbers(side: Side) -> list[str]:
    """What number each quantity and time names, units apart: "35", "31%", "m630"."""
    found: list[str] = []
    for detail in side.details:
        if isinstance(detail, Quantity):
            found += [f"{detail.low:g}", f"{detail.high:g}"]
        elif isinstance(detail, Time):
            found.append(f"t{detail.value}")
    return found


def _detail_columns(terms: _Terms, first: Indices, second: Indices) -> Columns:
    columns: Columns = {}
    names, weight = terms.overlap(terms.names)
    lower, _ = _both(weight, first, second)
    columns["names"] = names[first, second]
    columns["names_of_fewer"] = np.where(lower > 1e-3, columns["names"] / lower, -1)
    plain, weight = terms.overlap(terms.plain)
    columns["plain_words"] = plain[first, second]
    columns["plain_words_of_shorter"] = plain[first, second] / _both(weight, first, second)[0]
    columns["numbers"] = terms.overlap(terms.numbers)[0][first, second]
    count, whole = terms.overlap(terms.numbers, rarity=False)
    columns["numbers_count"] = count[first, second]
    columns["numbers_fewer"], columns["numbers_more"] = _both(whole, first, second)
    length = np.array([len(words) for words in terms.content], dtype=np.float32)
    columns["length_shorter"], columns["length_longer"] = _both(length, first, second)
    runs, whole = terms.overlap(terms.runs, rarity=False)
    columns["runs"] = runs[first, second]
    columns["runs_of_shorter"] = runs[first, second] / np.maximum(1, _both(whole, first, second)[0])
    return columns
