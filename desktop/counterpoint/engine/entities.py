"""Which names of several sources mean one entity."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rapidfuzz.distance import JaroWinkler, Levenshtein

from counterpoint.engine.details import Aspect, Name, NameKind
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.sources import SourceId

_SMALL = frozenset({"of", "the", "and", "for", "in"})


class Entities:
    """The names of all sources, joined into entities."""

    def __init__(self, names: Mapping[SourceId, Sequence[Name]], lexicon: Lexicon) -> None:
        self._names = names
        self._lexicon = lexicon
        self._sources: dict[str, set[SourceId]] = defaultdict(set)
        self._counts: Counter[str] = Counter()
        self._kinds: dict[str, Counter[NameKind]] = defaultdict(Counter)
        for source in sorted(names):
            for name in names[source]:
                self._sources[name.value].add(source)
                self._counts[name.value] += 1
                self._kinds[name.value][name.kind] += 1
        self._forms = sorted(self._counts)
        self._parent = {form: form for form in self._forms}
        known = ("countries", "places", "states", "organisations")
        self._known = {entry for which in known for entry in lexicon.lists.get(which, {}).values()}
        self._join_full_forms()
        self._join_acronyms()
        self._short = self._short_forms()

    def linked(self) -> dict[SourceId, tuple[Name, ...]]:
        """The same names, each with its entity's key and kind."""
        keys = self._entity_keys()
        kinds: dict[str, Counter[NameKind]] = defaultdict(Counter)
        resolved: dict[SourceId, list[str]] = {}
        for source in sorted(self._names):
            resolved[source] = [
                keys[self._root(self._short.get((source, n.value), n.value))] for n in self._names[source]
            ]
            for key, name in zip(resolved[source], self._names[source], strict=True):
                kinds[key][name.kind] += 1
        chosen = {key: self._commonest(count) for key, count in kinds.items()}
        return {
            source: tuple(
                replace(name, value=key, kind=chosen[key], aspect=_aspect(chosen[key]))
                for key, name in zip(resolved[source], self._names[source], strict=True)
            )
            for source in self._names
        }

    @staticmethod
    def _commonest(count: Counter[NameKind]) -> NameKind:
        known = {kind: n for kind, n in count.items() if kind is not NameKind.OTHER}
        return max(sorted(known), key=lambda kind: known[kind]) if known else NameKind.OTHER

    def _root(self, form: str) -> str:
        while self._parent[form] != form:
            form = self._parent[form]
        return form

    def _join(self, a: str, b: str) -> None:
        first, second = sorted((self._root(a), self._root(b)))
        self._parent[second] = first

    def _entity_keys(self) -> dict[str, str]:
        """Root -> the key: a listed entity's own, else the commonest of the fullest forms."""
        members: dict[str, list[str]] = defaultdict(list)
        for form in self._forms:
            members[self._root(form)].append(form)
        return {root: min(forms, key=self._key_order) for root, forms in members.items()}

    def _key_order(self, form: str) -> tuple[bool, int, int, str]:
        return form not in self._known, -len(form.split()), -self._counts[form], form

    # --- full names

    def _join_full_forms(self) -> None:
        full = [form for form in self._forms if " " in form and form not in self._known]
        for i, a in enumerate(full):
            for b in full[i + 1 :]:
                if self._are_one(a, b):
                    self._join(a, b)

    def _are_one(self, a: str, b: str) -> bool:
        ours, theirs = a.split(), b.split()
        if len(ours) == len(theirs):
            alike = all(
                x == y or (not self._stand_together(a, b) and are_spellings(x, y))
                for x, y in zip(ours, theirs, strict=True)
            )
            return alike
        if not self._may_be_person(a) or not self._may_be_person(b):
            return False
        shorter, longer = sorted((ours, theirs), key=len)
        return self._is_shortened(shorter, longer)

    @staticmethod
    def _is_shortened(shorter: Sequence[str], longer: Sequence[str]) -> bool:
        """First and last name agree ("Donald Trump", "Donald J Trump"), or the longer goes on ("Pablo Villeda Estrada")."""
        return shorter[0] == longer[0] and (shorter[-1] == longer[-1] or list(longer[: len(shorter)]) == list(shorter))

    def _stand_together(self, a: str, b: str) -> bool:
        """Whether one source uses both: it then means two, for it would spell one name one way."""
        return bool(self._sources[a] & self._sources[b])

    def _may_be_person(self, form: str) -> bool:
        kinds = self._kinds[form]
        return (
            form not in self._known
            and not kinds[NameKind.ORGANISATION]
            and not kinds[NameKind.PLACE] > kinds[NameKind.PERSON]
        )

    # --- acronyms

    def _join_acronyms(self) -> None:
        initials: dict[str, set[str]] = defaultdict(set)
        for form in self._forms:
            parts = [part for part in form.replace("-", " ").split() if part not in _SMALL]
            if len(parts) >= 3:
                initials["".join(part[0] for part in parts)].add(form)
        for form in self._forms:
            if " " not in form and form not in self._known and self._kinds[form][NameKind.ORGANISATION]:
                found = initials.get(form, set())
                if len({self._root(other) for other in found}) == 1:
                    self._join(form, min(found))

    # --- short forms

    def _short_forms(self) -> dict[tuple[SourceId, str], str]:
        """(source, short form) -> the full form that it stands for there."""
        found: dict[tuple[SourceId, str], str] = {}
        full = [form for form in self._forms if " " in form and self._may_be_person(form)]
        by_part: dict[str, list[str]] = defaultdict(list)
        for form in full:
            for part in form.split():
                by_part[part].append(form)
        for form in self._forms:
            if " " in form or form in self._known:
                continue
            for source in sorted(self._sources[form]):
                target = self._full_form(form, source, by_part, full)
                if target:
                    found[source, form] = target
        self._join_spellings()
        return found

    def _full_form(self, form: str, source: SourceId, by_part: Mapping[str, list[str]], full: Sequence[str]) -> str:
        exact = by_part.get(form, [])
        near = exact or [other for other in full if are_spellings(form, other.split()[-1])]
        if not near:
            return ""
        for pool in ([f for f in near if source in self._sources[f]], near):
            last = [f for f in pool if f.split()[-1] == form] or pool
            roots = Counter[str]()
            for f in last:
                roots[self._root(f)] += self._counts[f]
            if roots:
                return self._dominant(roots)
        return ""

    @staticmethod
    def _dominant(roots: Counter[str]) -> str:
        """The only candidate, or one named at least twice as often as the next: "Trump" beside one "Eric Trump"."""
        ranked = sorted(roots.items(), key=lambda item: (-item[1], item[0]))
        if len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]:
            return ranked[0][0]
        return ""

    def _join_spellings(self) -> None:
        single = [form for form in self._forms if " " not in form and form not in self._known]
        for i, a in enumerate(single):
            for b in single[i + 1 :]:
                if a[0] == b[0] and not self._stand_together(a, b) and are_spellings(a, b):
                    self._join(a, b)


def _aspect(kind: NameKind) -> Aspect:
    return Aspect.PLACE if kind is NameKind.PLACE else Aspect.NAME


def are_spellings(a: str, b: str) -> bool:
    """Whether two words are one name spelled or transliterated in two ways: "zelensky" and "zelenskyy"."""
    if a == b:
        return True
    if min(len(a), len(b)) < 5 or a[0] != b[0] or Levenshtein.distance(a, b, score_cutoff=2) > 2:
        return False
    return JaroWinkler.similarity(a, b) >= 0.9 and _skeleton(a) == _skeleton(b)


def _skeleton(word: str) -> str:
    """The consonants as transliterations keep them."""
    for old, new in (
        ("ph", "f"),
        ("kh", "h"),
        ("ck", "k"),
        ("c", "k"),
        ("q", "k"),
        ("z", "s"),
        ("w", "v"),
        ("x", "ks"),
    ):
        word = word.replace(old, new)
    kept: list[str] = []
    for letter in word:
        if letter in "aeiouyj'h" and kept:
            continue
        if not kept or kept[-1] != letter:
            kept.append(letter)
    return "".join(kept)
