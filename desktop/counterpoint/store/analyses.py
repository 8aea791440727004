"""The last analysis in a project file: shown at once on opening, thrown away where it is damaged."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, cast

from counterpoint import __version__
from counterpoint.engine.sources import Role, Source, SourceId
from counterpoint.errors import DamagedProject
from counterpoint.store.forms import Form, form_of, read_json
from counterpoint.store.tables import Tables
from counterpoint.sweeps import without_sweeps

if TYPE_CHECKING:
    from counterpoint.engine.accounts import Account, Comparison
    from counterpoint.engine.edits import Edit

_Written = tuple[str, dict[SourceId, str]]  # the findings, and each account


class Analysis:
    """What the engine found the last time, as far as it still holds for the sources that are in view."""

    def __init__(self, tables: Tables, sources: Callable[[], tuple[Source, ...]]) -> None:
        self._tables = tables
        self._sources = sources
        self._accounts: dict[SourceId, Account] | None = None
        self._found: Comparison | None = None
        self._basis = ""
        self._shown: Comparison | None = None
        self._shown_for: tuple[Source, ...] | None = None  # these very sources
        self._is_current = False
        self._judged_for: tuple[Source, ...] | None = None
        self._prepared: tuple[Comparison, _Written] | None = None
        self._followed: set[SourceId] = set()  # what is known of them is not what is in the file

    def forget(self) -> None:
        """What was read is read again."""
        self._accounts = None

    def comparison(self) -> "Comparison | None":
        """The findings on the sources in view, None where there are none. Without those on sources taken out."""
        sources, known = self._sources(), self._read()
        if self._found is not None and self._shown_for is not sources:
            fitting = (s for s in sources if s.id in known and known[s.id].source.sha256 == _digest(s.text))
            in_view = sorted(fitting, key=lambda source: source.id)
            accounts = tuple(replace(known[s.id], source=s) for s in in_view)
            if len(accounts) == len(known):
                self._shown = replace(self._found, accounts=accounts)
            else:
                self._shown = _restricted(self._found, accounts)
            self._shown_for = sources
        return self._shown

    def is_analysed(self) -> bool:
        """Whether the findings are those of this engine on just the sources that are in view."""
        sources = self._sources()
        self._read()
        if self._judged_for is not sources:
            self._is_current = self._found is not None and self._basis == basis(sources)
            self._judged_for = sources
        return self._is_current

    def fits(self, comparison: "Comparison") -> bool:
        """Whether it is of the sources in view as they are; of some of them alone, while there is none of any."""
        known = {account.source.id for account in comparison.accounts}
        in_view = [source for source in self._sources() if source.id in known]
        is_part = len(in_view) < len(self._sources())
        return basis(account.source for account in comparison.accounts) == basis(in_view) and not (
            is_part and self.comparison() is not None
        )

    def prepare(self, comparison: "Comparison") -> None:
        """Words ahead what `replace` will write of this very comparison."""
        self._prepared = comparison, _written(comparison)

    def replace(self, comparison: "Comparison") -> None:
        """Puts a new analysis in place of the last one. Nothing that a person added is touched.

        Only the accounts that have changed are written: the others are what they were, whatever their sources' titles.
        """
        prepared, self._prepared = self._prepared, None
        if prepared is not None and prepared[0] is not comparison:
            prepared = None
        found, contents = prepared[1] if prepared is not None else _written(comparison)
        before = self._read()
        after = {account.source.id: _bare(account) for account in comparison.accounts}
        changed = [a for source, a in after.items() if before.get(source) != a or source in self._followed]
        rest = replace(comparison, accounts=())
        told = basis(account.source for account in comparison.accounts)
        with self._tables.atomic():
            if self._found is None:
                self._tables.drop("account", "1")  # remains of one that could not be read
            for source in before.keys() - after.keys():
                self._tables.drop("account", "source = ?", (source,))
            self._tables.put("account", [{"source": a.source.id, "content": contents[a.source.id]} for a in changed])
            self._tables.put("comparison", [{"id": 1, "content": found, "basis": told, "form": _form()}])
        self._followed.clear()
        self._take(after, rest, told)

    def follow(self, draft: Source, before: str, edits: "Sequence[Edit]") -> None:
        """After edits of a draft: what was found on words that are still the same stands where they stand now.

        What was found on others is gone until the sources are compared again. The file is not touched: what is in it
        is known there by the text that it was found in.
        """
        from counterpoint.store.followings import follow

        known = self._read()
        if self._found is None or draft.id not in known:
            return
        account, rest = follow(known[draft.id], self._found, before, edits)
        followed = {**known, draft.id: replace(account, source=_named(draft.id, draft.text))}
        self._followed.add(draft.id)
        self._take(followed, rest, "")

    def _read(self) -> "dict[SourceId, Account]":
        if self._accounts is not None:
            return self._accounts
        self._followed.clear()
        try:
            with without_sweeps():
                return self._unpacked()
        except (DamagedProject, ValueError):  # an analysis can be made anew, so it is no loss
            return self._take({}, None, "")

    def _unpacked(self) -> "dict[SourceId, Account]":
        accounts, whole = _forms()
        rows = [row for row in self._tables.rows("comparison") if row["form"] == _form()]
        if not rows:
            return self._take({}, None, "")
        found = whole.unpack(read_json(rows[0]["content"]))
        read = [accounts.unpack(read_json(row["content"])) for row in self._tables.rows("account")]
        return self._take({account.source.id: account for account in read}, found, str(rows[0]["basis"]))

    def _take(
        self, accounts: "dict[SourceId, Account]", found: "Comparison | None", told: str
    ) -> "dict[SourceId, Account]":
        self._accounts, self._found, self._basis = accounts, found, told
        self._shown = self._shown_for = self._judged_for = None
        return accounts


def basis(sources: Iterable[Source]) -> str:
    """A digest of all that the findings depend on: texts, roles, dates, and the engine."""
    told = sorted((s.id, s.role.value, s.published and s.published.isoformat(), s.text) for s in sources)
    return blake2b(json.dumps([__version__, _form(), told]).encode(), digest_size=16).hexdigest()


@cache
def _form() -> str:
    """A digest of the classes that findings are made of: those of other classes can't be read."""
    return blake2b("\n".join(form.shape for form in _forms()).encode(), digest_size=8).hexdigest()


@cache
def _forms() -> "tuple[Form[Account], Form[Comparison]]":
    from counterpoint.engine.accounts import Account, Comparison

    only_id = Form[Source](lambda s: [s.id, s.sha256], _unpacked_name, "SourceId, digest of its text")
    special = {Source: only_id}
    return form_of(Account, special, is_compact=True), form_of(Comparison, special, is_compact=True)


def _bare(account: "Account") -> "Account":
    """The account without what is known of its source but the id, and a digest of the text that it was found in."""
    return replace(account, source=_named(account.source.id, account.source.text))


def _named(source: SourceId, text: str) -> Source:
    return Source(source, "", sha256=_digest(text))


def _unpacked_name(packed: object) -> Source:
    if not isinstance(packed, list):
        raise TypeError(f"{packed!r} is no source")
    source, digest = cast("list[object]", packed)
    return Source(SourceId(str(source)), "", sha256=str(digest))


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _written(comparison: "Comparison") -> _Written:
    accounts, whole = _forms()
    contents = {account.source.id: _dumped(accounts.pack(_bare(account))) for account in comparison.accounts}
    return _dumped(whole.pack(replace(comparison, accounts=()))), contents


def _dumped(packed: object) -> str:
    return json.dumps(packed, ensure_ascii=False, separators=(",", ":"))


def _restricted(found: "Comparison", accounts: "tuple[Account, ...]") -> "Comparison":
    """The findings on these accounts only; facts are joined anew, as some of their claims are gone."""
    from counterpoint.engine.facts import find_facts

    claims = [claim for account in accounts for claim in account.claims]
    known = {claim.id for claim in claims}
    relations = tuple(r for r in found.relations if r.a in known and r.b in known)
    drafts = frozenset(a.source.id for a in accounts if a.source.role is Role.DRAFT)
    return replace(found, accounts=accounts, relations=relations, facts=find_facts(claims, relations, drafts))
