"""The review of one project: going through its findings, deciding on them, annotating and copying them."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Signal

from counterpoint.app.filters import EVERYTHING, Standing
from counterpoint.app.findings import Finding, decidable
from counterpoint.engine.facts import FactState
from counterpoint.store.annotations import Ruling
from counterpoint.views.inspectors import Inspector
from counterpoint.views.lists import FindingsList
from counterpoint.views.walks import Walk

_DONE = {Ruling.CONFIRMED: "confirmed", Ruling.REJECTED: "rejected", Ruling.UNSURE: "marked unsure"}
_TO_DO = {Ruling.CONFIRMED: "Confirm", Ruling.REJECTED: "Reject", Ruling.UNSURE: "Unsure on"}


class Review(QObject):
    """What keys and buttons do with the finding that is looked at, or with all that are listed."""

    decided = Signal(str)  # what was just done, in words
    offered = Signal()  # what can be done with all that are listed has changed

    def __init__(self, walk: Walk, findings: FindingsList, inspector: Inspector) -> None:
        super().__init__(findings)
        self._walk = walk
        self._list = findings
        self._inspector = inspector
        inspector.ruled.connect(self.rule)
        inspector.stepped.connect(walk.step)
        walk.listed.connect(self.offered)
        findings.installEventFilter(self)

    # Going on

    def next_finding(self) -> None:
        self._walk.step(1)

    def previous_finding(self) -> None:
        self._walk.step(-1)

    # Verdicts

    def confirm(self) -> None:
        self.rule(Ruling.CONFIRMED)

    def reject(self) -> None:
        self.rule(Ruling.REJECTED)

    def unsure(self) -> None:
        self.rule(Ruling.UNSURE)

    def take_back(self) -> None:
        self.rule(None)

    def rule(self, ruling: Ruling | None) -> None:
        """On the finding that is looked at; the same verdict twice takes it back."""
        finding = self._walk.current
        if finding is None or self._walk.passages:
            return  # no key decides on what is not seen
        given = None if finding.ruling is ruling else ruling
        if given is finding.ruling:
            return  # there is nothing to take back
        self._walk.workspace.give_verdict([finding.stored], given)
        if self._ruling_on(finding) is not given:
            return  # it failed, and that is told already
        done = "Verdict taken back" if given is None else _DONE[given].capitalize()
        self.decided.emit(f"{done}: {' / '.join(finding.headline)}")

    def confirm_listed(self) -> None:
        self._rule_listed(Ruling.CONFIRMED)

    def reject_listed(self) -> None:
        self._rule_listed(Ruling.REJECTED)

    def doubt_listed(self) -> None:
        self._rule_listed(Ruling.UNSURE)

    def _rule_listed(self, ruling: Ruling) -> None:
        """As one step of undo."""
        findings = [finding for finding in self._decidable() if finding.ruling is not ruling]
        if findings:
            self._walk.workspace.give_verdict([finding.stored for finding in findings], ruling)
        if findings and self._ruling_on(findings[0]) is ruling:
            self.decided.emit(f"{_counted(len(findings))} {_DONE[ruling]}")

    def _ruling_on(self, finding: Finding) -> Ruling | None:
        verdict = self._walk.workspace.verdict_on(finding.stored)
        return verdict.ruling if verdict else None

    def _decidable(self) -> tuple[Finding, ...]:
        """Nothing, while the list is not there to be seen."""
        return decidable(self._walk.admitted, self._walk.filter) if self._list.isVisible() else ()

    def offers(self) -> Mapping[str, tuple[str, bool]]:
        """What can be done with all that are listed, as the menu has it; whether it can be done now."""
        findings = self._decidable()
        is_part = len(findings) < len(self._walk.admitted)
        what = f"the {len(findings)} {'undecided ' if is_part else ''}listed" if findings else "all that are listed"
        methods = zip(("confirm_listed", "reject_listed", "doubt_listed"), Ruling, strict=True)
        return {f"room.review.{name}": (f"{_TO_DO[ruling]} {what}", bool(findings)) for name, ruling in methods}

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """The list has come into view, or gone."""
        if watched is self._list and event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self.offered.emit()
        return False

    # Which are listed

    def list_all(self) -> None:
        self._walk.set_filter(EVERYTHING)

    def list_conflicts(self) -> None:
        self._list_state(FactState.DISPUTED)

    def list_matches(self) -> None:
        self._list_state(FactState.CONSENSUS)

    def list_undecided(self) -> None:
        """Beside the other conditions; a second time takes it off."""
        chosen = self._walk.filter
        is_on = chosen.standing is Standing.UNDECIDED
        self._walk.set_filter(replace(chosen, standing=Standing.ANY if is_on else Standing.UNDECIDED))

    def choose_filter(self) -> None:
        self._list.filter.open_menu()

    def _list_state(self, state: FactState) -> None:
        chosen = self._walk.filter
        self._walk.set_filter(replace(chosen, state=None if chosen.state is state else state))

    # Tags, notes, copies

    def focus_tag(self) -> None:
        if self._inspector.target is not None:
            self._inspector.write_in(self._inspector.tags.field)

    def focus_note(self) -> None:
        if self._inspector.target is not None:
            self._inspector.write_in(self._inspector.notes.new)

    def choose_aim(self) -> None:
        if self._inspector.target is not None:
            self._inspector.aim.setFocus()
            self._inspector.aim.showPopup()

    def copy_finding(self) -> None:
        """Both quotes, their sources and the reasons; of a claim alone its words and its source."""
        from counterpoint.app.exports import clipping_of, clipping_of_claim
        from counterpoint.views.clipboards import put_on_clipboard

        finding, claim = self._walk.current, self._walk.claim
        if finding is not None:
            put_on_clipboard(clipping_of(finding))
        elif claim is not None:
            put_on_clipboard(clipping_of_claim(claim, self._walk.workspace.source(claim.source)))


def _counted(number: int) -> str:
    return f"{number} finding{'s' if number > 1 else ''}"
