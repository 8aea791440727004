"""A claim of the draft in the panel: what the sources make of it, its status, its evidence and its quotations."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from counterpoint.app.findings import Finding
from counterpoint.engine.checks import DraftCheck, QuotationCheck
from counterpoint.engine.claims import Claim
from counterpoint.engine.relations import RelationKind
from counterpoint.engine.sources import Role
from counterpoint.store.annotations import OwnRelation, Status
from counterpoint.views.draft_signs import FINDINGS, told_of
from counterpoint.views.flows import FlowLayout
from counterpoint.views.themes import SIGNS
from counterpoint.views.walks import Walk
from counterpoint.writers.drafts import QUOTATION_NAMES
from counterpoint.writers.phrases import counted, page_of, shortened
from counterpoint.writers.remarks import STATUS_NAMES

KEYS = {
    Status.CHECKED: "Shift+C",
    Status.CHANGED: "Shift+A",
    Status.CONTESTED: "Shift+D",
    Status.UNVERIFIABLE: "Shift+V",
    Status.OPINION: "Shift+O",
    Status.TO_CHECK: "Shift+T",
}
_SHORT = {Status.CHANGED: "Needs attention"}
_LENGTH = 52  # code points of a passage


class DraftCard(QFrame):
    """Shows the draft's claim that a walk looks at, be it alone or in a finding; hidden where it looks at none."""

    given = Signal(object)  # a Status
    next_wanted = Signal()

    def __init__(self, walk: Walk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("draftcard")
        self._walk = walk
        self._drafting = walk.workspace.drafting
        self._finding = self._label("kind")
        self._said = self._label("muted")
        self._quotations = self._label("reasons")
        self.buttons: dict[Status, QPushButton] = {}
        self._places = QWidget(self)
        self._evidence = QWidget(self)
        self._rows = QVBoxLayout(self._evidence)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(3)
        self.locator = self._field("Where it is: page, paragraph, time …", "Where the evidence is to be found")
        self.reason = self._field("Why it is evidence …", "Why it is evidence")
        self.left = QLabel(self)
        self.left.setObjectName("muted")
        self.next = QPushButton("Next to check  Q", self)
        self.next.setAccessibleName("Next fact to check")
        self.next.clicked.connect(self.next_wanted)
        self._lay_out()

    @property
    def claim(self) -> Claim | None:
        """The claim of a draft that is looked at."""
        finding, claim = self._walk.current, self._walk.claim
        if self._walk.passages:
            return None
        if finding is not None:
            return next((side.claim for side in (finding.a, finding.b) if side.source.role is Role.DRAFT), None)
        return claim if claim is not None and self._drafting.is_of_draft(claim) else None

    def renew(self) -> None:
        """Another claim is looked at, or more is known of it."""
        claim = self.claim
        check = None if claim is None else self._drafting.check_of(claim.id)
        self.setVisible(claim is not None)
        if claim is None:
            return
        standing = self._drafting.standing_of(claim)
        self._finding.setVisible(check is not None)
        if check is not None:
            self._finding.setText(_told(check))
        for status, button in self.buttons.items():
            button.setChecked(status is standing.status)
        told = told_of(standing, len(self._drafting.places_of(claim)))
        self._said.setText(told)
        self._said.setVisible(bool(told))
        self._show_evidence(claim, check)
        quotations = self._drafting.quotations_of(claim.id)
        self._quotations.setVisible(bool(quotations))
        self._quotations.setText("\n".join(map(self._quotation, quotations)))
        self._show_own()
        left = self._drafting.left
        self.left.setText(f"{counted(left, 'fact')} left" if left else "Nothing left to check")
        self.next.setEnabled(left > 0)

    @property
    def words(self) -> str:
        """What it says, as one reads it from top to bottom."""
        rows = [button.text() for button in self._evidence.findChildren(QPushButton) if not button.isHidden()]
        chosen = [STATUS_NAMES[status] for status, button in self.buttons.items() if button.isChecked()]
        shown = [each.text() for each in (self._said, self._quotations, self.left) if not each.isHidden()]
        return "\n".join((self._finding.text(), *chosen, *rows, *shown)) if not self.isHidden() else ""

    def _lay_out(self) -> None:
        row = FlowLayout(self._places, 4)
        for status, key in KEYS.items():
            button = QPushButton(
                f"{_SHORT.get(status, STATUS_NAMES[status])}  {key.replace('Shift+', '⇧')}", self._places
            )
            button.setObjectName("status")
            button.setCheckable(True)
            button.setProperty("verdict", "true")
            button.setToolTip(f"{STATUS_NAMES[status]} ({key})")
            button.setAccessibleName(STATUS_NAMES[status])
            button.clicked.connect(lambda _=False, own=status: self.given.emit(own))
            self.buttons[status] = button
            row.addWidget(button)
        foot = QHBoxLayout()
        foot.addWidget(self.left)
        foot.addStretch()
        foot.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(6)
        for widget in (self._finding, self._places, self._said, self._evidence, self.locator, self.reason):
            column.addWidget(widget)
        column.addWidget(self._quotations)
        column.addLayout(foot)

    def _show_evidence(self, claim: Claim, check: DraftCheck | None) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        current = self._walk.current
        found = (*check.against, *check.support) if check is not None else ()
        findings = [self._walk.finding_of(relation.id) for relation in found]
        for finding in findings:
            if finding is not None:
                self._rows.addWidget(self._evidence_of(finding, is_chosen=finding is current))
        for own in self._drafting.outdated(claim):
            self._rows.addWidget(self._outdated(own))
        self._evidence.setVisible(self._rows.count() > 0)

    def _evidence_of(self, finding: Finding, *, is_chosen: bool) -> QPushButton:
        other = finding.b if finding.a.is_draft else finding.a
        own = self._drafting.evidence_by_hand(finding.id)
        place = next((each.locator for each in own if each.locator), page_of(other.source, other.claim.span))
        words = shortened(other.claim.text, _LENGTH)
        button = QPushButton(f"{SIGNS[finding.kind]}  {other.letter}{place and f', {place}'}: {words}", self._evidence)
        _dress(button)
        button.setCheckable(True)
        button.setChecked(is_chosen)
        button.setToolTip(other.claim.text)
        kind = "For" if finding.kind is RelationKind.MATCH else "Against"
        button.setAccessibleName(f"{kind}, {other.letter}: {other.claim.text}")
        button.clicked.connect(lambda _=False, name=finding.id: self._walk.select(name))
        return button

    def _outdated(self, own: OwnRelation) -> QPushButton:
        """Evidence for other words than those that stand there now."""
        there = next((a for a in own.subject.anchors if not a.origin), own.subject.anchors[0])
        button = QPushButton(
            f"{SIGNS[own.kind]}  was for other words: {shortened(there.exact, 30)} – still holds?", self
        )
        _dress(button)
        was = next((a.origin for a in own.subject.anchors if a.origin), "")
        button.setToolTip(f"Attached to the words “{was}”. Click to say that it still holds.")
        button.setAccessibleName(f"Say that this evidence still holds: {there.exact}")
        button.clicked.connect(lambda: self._drafting.still_holds(own))
        return button

    def _quotation(self, check: QuotationCheck) -> str:
        draft = self._walk.workspace.source(self.claim.source) if self.claim else None
        words = shortened(check.span.of(draft.text), _LENGTH) if draft else ""
        return f"“{words}” – {QUOTATION_NAMES[check.finding].lower()}. {check.explanation}"

    def _show_own(self) -> None:
        own = self._own()
        for field, words in ((self.locator, own.locator if own else ""), (self.reason, own.reason if own else "")):
            field.setVisible(own is not None)
            if not field.hasFocus():
                field.setText(words)

    def _own(self) -> OwnRelation | None:
        """The evidence by hand that is looked at."""
        current = self._walk.current
        return next(iter(self._drafting.evidence_by_hand(current.id)), None) if current is not None else None

    def _describe(self) -> None:
        own = self._own()
        if own is not None:
            self._drafting.describe(own, locator=self.locator.text(), reason=self.reason.text())

    def _field(self, hint: str, name: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(hint)
        field.setAccessibleName(name)
        field.editingFinished.connect(self._describe)
        return field

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label


def _dress(button: QPushButton) -> None:
    """As a row that is as wide as there is room, and not as its words are long."""
    button.setObjectName("evidence")
    button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)


def _told(check: DraftCheck) -> str:
    sign, name = FINDINGS[check.finding]
    has_voices = check.voices > 1 or (check.voices > 0 and len(check.against) > 0)
    counts = [f"{len(check.against)} against"] if check.against else []
    counts += [f"{counted(check.voices, 'voice')} for"] if has_voices else []
    return f"{sign.text}  {name}{f' ({joined})' if (joined := ', '.join(counts)) else ''}"
