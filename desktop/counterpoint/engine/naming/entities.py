"""Which names of several sources mean one entity."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rapidfuzz.distance import JaroWinkler, Levenshtein

from counterpoint.engine.details import Aspect, Name, NameKind
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.sources import SourceId

_SMALL = frozenset({"of", "the", "and", "for", "in", "s"})
_KNOWN_LISTS = ("countries", "places", "states", "organisations")
#: What an organisation's name may end in or leave out: "Northfield Police", "Northfield Police Department".
_DROPPED = frozenset(
    str.split("department force inc corp co ltd company group corporation agency organization organisation service")
)
_INITIALS = 3  # letters from which an acronym tells its expansion
_SHORT_WORD = 5  # letters; shorter words that differ are two names
_EDITS = 2  # letters in which spellings of one name may differ
_SIMILAR = 0.9  # Jaro-Winkler; "Zelensky" and "Zelenskyy" have 0.98
_PLACES = 4  # a place's name stands as a place in every fourth mention
_DOMINANT = 2  # times as often as the next: "Trump" beside one "Eric Trump"


class Entities:
    """The names of all sources, joined into entities. A *form* is a name's words in normal form."""

    def __init__(self, names: Mapping[SourceId, Sequence[Name]], lexicon: Lexicon) -> None:
        self._names = names
        self._nicknames = lexicon.lists.get("nicknames", {})
        self._generic = {**lexicon.lists.get("name_endings", {}), **lexicon.lists.get("name_heads", {})}
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
        listed = {entry for which in _KNOWN_LISTS for entry in lexicon.lists.get(which, {}).values()}
        self._listed = {
            _content(member): entry
            for which in _KNOWN_LISTS
            for member, entry in lexicon.lists.get(which, {}).items()
            if len(member.split()) >= _INITIALS
        }
        self._known = {form for form in self._forms if form in listed and not self._kinds[form][NameKind.PERSON]}
        self._join_full_forms()
        self._join_acronyms()
        self._short = self._short_forms()
        self._join_spellings()

    def linked(self) -> dict[SourceId, tuple[Name, ...]]:
        """The same names, each with its entity's key and kind."""
        keys = self._entity_keys()
        kinds: dict[str, Counter[NameKind]] = defaultdict(Counter)
        resolved: dict[SourceId, list[str]] = {}
        for source in sorted(self._names):
            own = self._names[source]
            resolved[source] = [keys[self._root(self._short.get((source, name.value), name.value))] for name in own]
            for key, name in zip(resolved[source], own, strict=True):
                kinds[key][name.kind] += 1
        chosen = {key: _commonest(count) for key, count in kinds.items()}
        doubles = self._doubles(resolved, [key for key, kind in chosen.items() if kind is NameKind.PERSON])
        return {
            source: tuple(
                replace(name, value=key, kind=chosen[key], aspect=_aspect(chosen[key]), double=doubles.get(key, ""))
                for key, name in zip(resolved[source], self._names[source], strict=True)
            )
            for source in self._names
        }

    def _doubles(self, resolved: Mapping[SourceId, Sequence[str]], persons: Iterable[str]) -> dict[str, str]:
        """Person -> the only other of that given name, where no account names both: "Erin Hale", "Erin Voss"."""
        sources: dict[str, set[SourceId]] = defaultdict(set)
        for source, keys in resolved.items():
            for key in keys:
                sources[key].add(source)
        namesakes: dict[str, list[str]] = defaultdict(list)
        for key in persons:
            given, _, rest = key.partition(" ")
            if rest:
                namesakes[self._nicknames.get(given, given)].append(key)
        pairs = [own for own in namesakes.values() if len(own) == 2 and not sources[own[0]] & sources[own[1]]]  # noqa: PLR2004
        return {one: other for pair in pairs for one, other in (pair, pair[::-1])}

    def _root(self, form: str) -> str:
        while self._parent[form] != form:
            form = self._parent[form]
        return form

    def _join(self, a: str, b: str) -> None:
        first, second = sorted((self._root(a), self._root(b)))
        self._parent[second] = first

    def _entity_keys(self) -> dict[str, str]:
        """Root -> the key: a listed entity's own, else the fullest of the forms, the commonest of these."""
        members: dict[str, list[str]] = defaultdict(list)
        for form in self._forms:
            members[self._root(form)].append(form)
        return {root: min(forms, key=self._key_order) for root, forms in members.items()}

    def _key_order(self, form: str) -> tuple[bool, int, int, str]:
        return form not in self._known, -len(form.split()), -self._counts[form], form

    def _stand_together(self, a: str, b: str) -> bool:
        """Whether one source uses both: it then means two, for it would spell one name one way."""
        return bool(self._sources[a] & self._sources[b])

    # --- full names

    def _join_full_forms(self) -> None:
        """Spellings and fuller forms of names of several words; a fuller form only where it is the only one."""
        full = [form for form in self._forms if " " in form and form not in self._known]
        by_part: dict[str, list[str]] = defaultdict(list)
        by_surname: dict[str, list[str]] = defaultdict(list)
        for form in full:
            by_part[form[0]].append(form)
            by_surname[form.split()[-1]].append(form)
        for form in full:
            for other in {*by_part[form[0]], *by_surname[form.split()[-1]]}:
                if form < other and self._are_spellings(form, other):
                    self._join(form, other)
        for form in full:
            fuller = [other for other in by_part[form[0]] if self._is_shortened(form.split(), other.split())] or [
                other
                for other in (*by_surname[form.split()[-1]], *by_part[form[0]])
                if self._is_surname(form, other) or self._is_initialled(form, other)
            ]
            if len({self._root(other) for other in fuller}) == 1:
                self._join(form, fuller[0])

    def _are_spellings(self, a: str, b: str) -> bool:
        ours, theirs = a.split(), b.split()
        if len(ours) != len(theirs) or self._stand_together(a, b):
            return self._are_nicknames(ours, theirs)
        if all(are_spellings(x, y) for x, y in zip(ours, theirs, strict=True)):
            return True
        return self._are_nicknames(ours, theirs)

    def _are_nicknames(self, ours: Sequence[str], theirs: Sequence[str]) -> bool:
        """Bill and William of one surname."""
        given = self._nicknames.get(ours[0]), self._nicknames.get(theirs[0])
        return given[0] is not None and given[0] == given[1] and ours[1:] == theirs[1:]

    def _is_shortened(self, shorter: Sequence[str], longer: Sequence[str]) -> bool:
        """Whether the longer is a fuller form: "Donald J Trump" of "Donald Trump", "Ana Paz Ruiz" of "Ana Paz"."""
        if len(shorter) >= len(longer):
            return False
        if shorter[0] != longer[0] and self._are_nicknames((shorter[0],), (longer[0],)):
            shorter = (longer[0], *shorter[1:])
        if shorter[0] != longer[0]:
            return False
        if self._may_be_person(" ".join(shorter)) and self._may_be_person(" ".join(longer)):
            rest = iter(longer)
            return all(part in rest for part in shorter)
        begins = list(longer[: len(shorter)]) == list(shorter)
        return begins and _DROPPED.issuperset(longer[len(shorter) :])

    def _is_surname(self, form: str, longer: str) -> bool:
        """Whether the longer ends in the form: "Vega-Ortiz" of "Luis Vega-Ortiz"."""
        return longer.endswith(f" {form}") and self._may_be_person(form) and self._may_be_person(longer)

    def _is_initialled(self, form: str, longer: str) -> bool:
        """Whether the form leaves the surname at its initial, as courts do: "Bram C." of "Bram Coucke"."""
        given, _, initial = form.partition(" ")
        first, _, surname = longer.rpartition(" ")
        is_person = len(initial) == 1 and self._may_be_person(form) and self._may_be_person(longer)
        return is_person and first == given and len(surname) > 1 and surname.startswith(initial)

    def _may_be_person(self, form: str) -> bool:
        kinds = self._kinds[form]
        others = kinds[NameKind.PLACE] + kinds[NameKind.ORGANISATION]
        return form not in self._known and kinds[NameKind.PERSON] >= others and not kinds[NameKind.ORGANISATION]

    # --- acronyms

    def _join_acronyms(self) -> None:
        for form in self._forms:
            entry = self._listed.get(_content(form), form) if " " in form else form
            if entry in self._counts:
                self._join(form, entry)  # "Committee for the Red Cross"
        initials: dict[str, set[str]] = defaultdict(set)
        for form in self._forms:
            parts = [part for part in form.replace("-", " ").split() if part not in _SMALL]
            if len(parts) >= _INITIALS:
                initials["".join(part[0] for part in parts)].add(form)
        for form in self._forms:
            if " " not in form and form not in self._known and self._kinds[form][NameKind.ORGANISATION]:
                found = initials.get(form, set())
                if len({self._root(other) for other in found}) == 1:
                    self._join(form, min(found))

    # --- short forms

    def _short_forms(self) -> dict[tuple[SourceId, str], str]:
        """(source, short form) -> the full form that it stands for there."""
        by_part: dict[str, list[str]] = defaultdict(list)
        for form in self._forms:
            if " " in form:
                for part in dict.fromkeys(form.split()):
                    by_part[part].append(form)
        parts = sorted(by_part)
        found: dict[tuple[SourceId, str], str] = {}
        for form in (form for form in self._forms if " " not in form and form not in self._known):
            first, last = bisect_left(parts, form[0]), bisect_left(parts, chr(ord(form[0]) + 1))
            near = self._near(form, by_part, parts[first:last])
            for source in sorted(self._sources[form]):
                target = self._full_form(form, source, near)
                if target:
                    found[source, form] = target
        return found

    def _near(self, form: str, by_part: Mapping[str, Sequence[str]], alike: Sequence[str]) -> list[str]:
        """The full forms that a single word may stand for."""
        if form in self._generic:
            return [other for other in by_part.get(form, ()) if form in {other.split(maxsplit=1)[0], other.split()[-1]}]
        exact = [other for other in by_part.get(form, ()) if self._stands_for(form, other)]
        return exact or [
            other
            for part in alike
            if are_spellings(form, part)
            for other in by_part[part]
            if self._may_be_person(other) and other.split()[-1] == part
        ]

    def _stands_for(self, form: str, other: str) -> bool:
        """A surname or a given name; of what may be no person, the last word alone."""
        if not self._may_be_person(other):
            return False
        return bool(self._kinds[other][NameKind.PERSON]) or other.rsplit(maxsplit=1)[-1] == form

    def _full_form(self, form: str, source: SourceId, near: Sequence[str]) -> str:
        own = [other for other in near if source in self._sources[other]]
        if form in self._generic or own:
            return self._only([other for other in own if other.split()[-1] == form] or own)
        return self._only([other for other in near if other.split()[-1] == form] or near)

    def _only(self, forms: Iterable[str]) -> str:
        """The entity of the forms: the only one, or the one that is named far oftener than the next."""
        roots: Counter[str] = Counter()
        for form in forms:
            roots[self._root(form)] += self._counts[form]
        ranked = sorted(roots.items(), key=lambda item: (-item[1], item[0]))
        if len(ranked) == 1 or (ranked and ranked[0][1] >= _DOMINANT * ranked[1][1]):
            return ranked[0][0]
        return ""

    def _join_spellings(self) -> None:
        """Single names that nothing fuller explains: "Norvolt" and "Norvalt"."""
        single = [form for form in self._forms if " " not in form and form not in self._known]
        for i, a in enumerate(single):
            for b in single[i + 1 :]:
                if a[0] != b[0]:
                    break
                if not self._stand_together(a, b) and are_spellings(a, b):
                    self._join(a, b)


def _content(form: str) -> str:
    """The form without its small words, in which accounts differ."""
    return " ".join(word for word in form.split() if word not in _SMALL)


def _commonest(count: Counter[NameKind]) -> NameKind:
    """The kind that most clues speak for; a place only where they are not few: "in Google's view" is a weak one."""
    known = {kind: n for kind, n in count.items() if kind is not NameKind.OTHER}
    if 0 < known.get(NameKind.PLACE, 0) * _PLACES < count.total():
        del known[NameKind.PLACE]
    return max(sorted(known), key=lambda kind: known[kind]) if known else NameKind.OTHER


def _aspect(kind: NameKind) -> Aspect:
    return Aspect.PLACE if kind is NameKind.PLACE else Aspect.NAME


def are_spellings(a: str, b: str) -> bool:
    """Whether two words are one name spelled or transliterated in two ways: "zelensky" and "zelenskyy"."""
    if a == b:
        return True
    if min(len(a), len(b)) < _SHORT_WORD or a[0] != b[0]:
        return False
    if Levenshtein.distance(a, b, score_cutoff=_EDITS) > _EDITS or _skeleton(a) != _skeleton(b):
        return False
    return JaroWinkler.similarity(a, b) >= _SIMILAR


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
    kept = word[0]
    for letter in word[1:]:
        if letter not in "aeiouyj'h" and letter != kept[-1]:
            kept += letter
    return kept
