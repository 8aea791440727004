"""The inspector: why two passages match or conflict, and what the journalist says about it."""

from collections.abc import Sequence
from html import escape
from itertools import zip_longest

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from counterpoint.app.commands import Changes, Thing
from counterpoint.app.findings import Finding, Side, count_decided, letters_of, words_of
from counterpoint.app.own_findings import is_said_by_hand
from counterpoint.engine.claims import Claim
from counterpoint.store.annotations import Ruling, Subject
from counterpoint.store.homes import Target
from counterpoint.views.aims import Aim, choices_of, choices_of_words
from counterpoint.views.draft_cards import DraftCard
from counterpoint.views.founds import Found
from counterpoint.views.handbars import HandBar
from counterpoint.views.hands import Hands
from counterpoint.views.levels import KEPT
from counterpoint.views.notes import Notes
from counterpoint.views.pasts import Past
from counterpoint.views.quotes import Quote
from counterpoint.views.tags import TagKeys, Tags
from counterpoint.views.themes import NAMES, SIGNS, Theme
from counterpoint.views.walks import Walk

VERDICTS = {Ruling.CONFIRMED: ("Confirm", "C"), Ruling.REJECTED: ("Reject", "R"), Ruling.UNSURE: ("Unsure", "U")}


_HINT = (
    "Click a marked sentence, a ribbon or a cell,\n"
    "or press J to walk through the findings.\n\n"
    "The key ? shows all keys."
)


class Inspector(QFrame):
    """Shows the words that are selected, or the walk's current finding or claim."""

    ruled = Signal(object)  # a Ruling, given by a button
    stepped = Signal(int)

    def __init__(self, walk: Walk, hands: Hands, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self._walk = walk
        self.work = HandBar(hands, self)
        self._theme = theme
        self._shown: Finding | None = None
        self._found = ""
        self._sign = QLabel(self)
        self._sign.setObjectName("sign")
        self._kind = QLabel(self)
        self._kind.setObjectName("kind")
        self._sure = QLabel(self)
        self._sure.setObjectName("muted")
        self._quotes = Quote(self), Quote(self)
        self._reasons = QLabel(self)
        self._reasons.setObjectName("reasons")
        self._warning = QLabel(self)
        self._warning.setObjectName("warning")
        for label in (self._reasons, self._warning):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.draft = DraftCard(walk, self)
        self.aim = Aim(walk.workspace, self)
        self.aim.aimed.connect(self._aim_annotations)
        self.tags = Tags(walk.workspace, self)
        self._keys = TagKeys(walk.workspace, self.tags)
        self.notes = Notes(walk.workspace, self)
        self.past = Past(walk.workspace, self)
        self.past.unfolded.connect(lambda: QTimer.singleShot(0, self, self._show_past))
        self._hint = QLabel(self)
        self._hint.setObjectName("nothing")
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setText(_HINT)
        self.buttons: dict[Ruling, QPushButton] = {}
        self._progress = QLabel(self)
        self._progress.setObjectName("muted")
        self._body = QWidget()
        self._body.setObjectName("body")
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._revealing = QTimer(self, singleShot=True, interval=0)  # when all is laid out
        self._revealing.timeout.connect(self._reveal)
        self._lay_out()
        walk.moved.connect(self._renew)
        walk.listed.connect(self._follow)
        walk.workspace.changed.connect(self._refresh)
        self._renew()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.set_found(self._found)
        self._renew()

    def set_found(self, words: str) -> None:
        """Marks words that are sought, in tags and notes."""
        self._found = words
        self.tags.set_found(words)
        self.notes.set_found(Found(words, self._theme) if words else None)

    @property
    def target(self) -> Target | None:
        """What tags and notes go on."""
        return self.aim.target

    def write_in(self, field: QWidget) -> None:
        """Goes to a field of tags or notes, and brings it into view."""
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._revealing.start()

    def _reveal(self) -> None:
        field = QApplication.focusWidget()
        if field is not None and self._body.isAncestorOf(field):
            end = field.mapTo(self._body, field.rect().bottomLeft())
            self._scroll.ensureVisible(end.x(), end.y(), 0, 10)  # all of it where there is room,
            self._scroll.ensureWidgetVisible(field, 0, 10)  # and else where the cursor is

    def _show_past(self) -> None:
        self._scroll.ensureWidgetVisible(self.past, 0, 10)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Keeps what is being written in view while it grows."""
        if watched is self._body and event.type() is QEvent.Type.Resize:
            self._revealing.start()
        return False

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 6, 16, 4)
        head.setSpacing(8)
        head.addWidget(self._sign)
        head.addWidget(self._kind)
        head.addStretch()
        head.addWidget(self._sure)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(16, 2, 16, 10)
        body.setSpacing(8)
        for widget in (
            self.draft,
            *self._quotes,
            self.work,
            self._warning,
            self._reasons,
            self.aim,
            self.tags,
            self.notes,
            self.past,
        ):
            widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            body.addWidget(widget)
        body.addWidget(self.past)
        body.addStretch()
        self._scroll.setWidget(self._body)
        self._body.installEventFilter(self)
        self._verdict = QFrame(self)
        self._verdict.setObjectName("verdict")
        row = QHBoxLayout(self._verdict)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(6)
        for ruling, (name, key) in VERDICTS.items():
            button = QPushButton(f"{name}  {key}", self._verdict)
            button.setObjectName(ruling.value)
            button.setProperty("verdict", "true")
            button.setCheckable(True)
            button.setAccessibleName(name)
            button.clicked.connect(lambda _=False, own=ruling: self.ruled.emit(own))
            self.buttons[ruling] = button
            row.addWidget(button)
        row.addStretch()
        for text, by, name in (("‹", -1, "Previous finding (K)"), ("›", 1, "Next finding (J)")):
            button = QPushButton(text, self._verdict)
            button.setObjectName("step")
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.clicked.connect(lambda _=False, own=by: self.stepped.emit(own))
            row.addWidget(button)
            if by < 0:
                row.addWidget(self._progress)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._hint, 1)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._verdict)

    def _refresh(self, changes: Changes) -> None:
        if changes.things & {Thing.STATUSES, Thing.VERDICTS}:
            self.draft.renew()
        if changes.things & {Thing.SOURCES, Thing.ANALYSIS}:
            self._renew()
        elif changes.things & {Thing.TAGS, Thing.TAGGINGS, Thing.NOTES}:
            self._renew_annotations()

    def _follow(self) -> None:
        """After a verdict: the finding may look otherwise."""
        finding = self._walk.current
        if finding is not None and self._shown is not None and finding.ruling is not self._shown.ruling:
            self._show_finding(finding)
        self._renew_verdict()

    def _renew(self) -> None:
        finding, claim = (None, None) if self._walk.passages else (self._walk.current, self._walk.claim)
        is_something = finding is not None or claim is not None or bool(self._walk.passages)
        self._hint.setVisible(not is_something)
        self._scroll.setVisible(is_something)
        for widget in (self._sign, self._kind, self._sure):
            widget.setVisible(is_something)
        self._sign.setVisible(finding is not None)
        if finding is not None:
            self._show_finding(finding)
        elif claim is not None:
            self._show_claim(claim)
        else:
            self._show_passages(self._walk.passages)
        self.work.renew()
        self.draft.renew()
        self._renew_annotations()
        self._renew_verdict()

    def _show_finding(self, finding: Finding) -> None:
        self._shown = finding
        theme, is_rejected = self._theme, finding.ruling is Ruling.REJECTED
        colour = theme.faint if is_rejected else theme.colour(finding.kind)
        ink = QColor(theme.faint if is_rejected else theme.ink_of(finding.kind)).name()
        self._sign.setText(SIGNS[finding.kind])
        self._sign.setStyleSheet(f"color: {ink}")
        self._kind.setText(f"{NAMES[finding.kind]}, rejected" if is_rejected else NAMES[finding.kind])
        kept = f", {KEPT}" if finding.is_kept else ""
        self._sure.setText(f"{finding.sureness}{kept}")
        for quote, side in zip(self._quotes, (finding.a, finding.b), strict=True):
            quote.show()
            quote.show_claim(side, words_of(finding, side.claim), colour, theme)
        reasons = [r for r in finding.relation.reasons if not is_said_by_hand(r)]
        self._reasons.setVisible(bool(reasons))
        self._reasons.setText("".join(_reason(r.aspect.capitalize(), r.explanation, theme) for r in reasons))
        self._warning.setVisible(bool(finding.relation.warning))
        self._warning.setText(_plain(finding.relation.warning))

    def _show_claim(self, claim: Claim) -> None:
        side = self._side_of(claim)
        self._sign.setText("")
        is_by_hand = self._walk.workspace.hands.is_by_hand(claim.id)
        self._kind.setText("Your draft" if side.is_draft else "Told by this source only")
        self._sure.setText("by hand" if is_by_hand else "")
        self._quotes[0].show_claim(side, (), self._theme.ink, self._theme)
        self._quotes[1].hide()
        self._reasons.setVisible(False)
        self._warning.setVisible(False)

    def _show_passages(self, passages: Sequence[Subject]) -> None:
        self._shown = None
        letters = letters_of(self._walk.workspace)
        self._kind.setText("Selected words")
        self._sure.setText("")
        for quote, passage in zip_longest(self._quotes, passages):
            quote.setVisible(passage is not None)
            if passage is not None:
                anchor = passage.anchors[0]
                source = self._walk.workspace.source(anchor.source)
                quote.show_passage(source, letters.get(source.id, ""), anchor.span)
        self._reasons.setVisible(False)
        self._warning.setVisible(False)

    def _side_of(self, claim: Claim) -> Side:
        source = self._walk.workspace.source(claim.source)
        return Side(claim, source, letters_of(self._walk.workspace).get(source.id, ""))

    def _renew_annotations(self) -> None:
        workspace, finding, claim = self._walk.workspace, self._walk.current, self._walk.claim
        if self._walk.passages:
            self.aim.offer(choices_of_words(workspace, self._walk.passages))
            self._aim_annotations()
            return
        side = None
        if finding is None and claim is not None:
            side = self._side_of(claim)
        self.aim.offer(choices_of(workspace, finding, side))
        self._aim_annotations()

    def _aim_annotations(self) -> None:
        self.tags.set_target(self.target)
        self.notes.set_target(self.target)
        self.past.set_target(self.target)

    def _renew_verdict(self) -> None:
        finding = None if self._walk.passages else self._walk.current
        self._verdict.setVisible(bool(self._walk.everything))
        for ruling, button in self.buttons.items():
            button.setEnabled(finding is not None)
            button.setChecked(finding is not None and finding.ruling is ruling)
        listed = self._walk.findings
        place = self._walk.place
        self._progress.setText(f"{place + 1} / {len(listed)}" if place >= 0 else f"{len(listed)}")
        decided = count_decided(listed)
        self._progress.setToolTip(f"{decided} of {len(listed)} decided")


def _reason(aspect: str, explanation: str, theme: Theme) -> str:
    muted = theme.muted
    return f'<p style="margin: 0 0 6px 0"><span style="color: {muted}">{aspect}.</span> {_plain(explanation)}</p>'


def _plain(words: str) -> str:
    line = words.strip()
    return escape(line if not line or line.endswith((".", "!", "?", "”")) else f"{line}.")
