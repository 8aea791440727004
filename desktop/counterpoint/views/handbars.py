"""What can be made by hand of what is looked at, as buttons in the panel."""

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from counterpoint.views.flows import FlowLayout
from counterpoint.views.hands import Hands


class HandBar(QFrame):
    """Only what can be done now is there."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("handbar")
        self._hands = hands
        places = QWidget(self)
        row = FlowLayout(places, 6)
        self.match = self._button("=  They agree   E", "Say that the selected words agree", places)
        self.conflict = self._button("≠  They conflict   D", "Say that the selected words conflict", places)
        self.claim = self._button("Make it a claim   W", "Make the selected words a claim", places)
        self.remove = self._button("Remove   Del", "Remove what was made by hand", places)
        self.match.clicked.connect(hands.mark_match)
        self.conflict.clicked.connect(hands.mark_conflict)
        self.claim.clicked.connect(hands.make_claim)
        self.remove.clicked.connect(hands.remove)
        for button in (self.match, self.conflict, self.claim, self.remove):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(places)

    def renew(self) -> None:
        """What can be done has changed."""
        hands = self._hands
        for button, is_there in (
            (self.match, hands.can_relate),
            (self.conflict, hands.can_relate),
            (self.claim, hands.can_make_claim),
            (self.remove, hands.can_remove),
        ):
            button.setVisible(is_there)
        self.setVisible(hands.can_make_claim or hands.can_remove)

    def _button(self, words: str, name: str, parent: QWidget) -> QPushButton:
        button = QPushButton(words, parent)
        button.setAccessibleName(name)
        return button
