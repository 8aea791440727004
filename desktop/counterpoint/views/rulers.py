"""The line above the facts table: which facts are listed, and in which order."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from counterpoint.app.facts import Order, Row
from counterpoint.app.filters import source_name
from counterpoint.engine.facts import FactState
from counterpoint.engine.sources import SourceId
from counterpoint.views.cells import FACT_SIGNS
from counterpoint.views.filters import FilterButton
from counterpoint.views.walks import Walk

_NAMES = {
    None: "All facts",
    FactState.DISPUTED: "Only what is disputed",
    FactState.CONSENSUS: "Only what they agree on",
    FactState.SINGLE: "Only what one source tells",
}
_ORDERS = {Order.DISPUTED: "Disputed first", Order.VOICES: "Most voices first"}


class Ruler(QFrame):
    """Filters the walk by state, and asks for an order."""

    order_wanted = Signal(object, object)  # an Order, and the source whose text gives it, or None

    def __init__(self, walk: Walk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("ruler")
        self._walk = walk
        self._choices: list[tuple[Order, SourceId | None]] = []
        self._states = QButtonGroup(self)
        self._buttons: dict[FactState | None, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(0)
        for state in _NAMES:
            button = QPushButton(self)
            button.setObjectName("segment")
            button.setCheckable(True)
            button.setProperty("last", "true" if state is FactState.SINGLE else "false")
            button.clicked.connect(lambda _=False, own=state: walk.set_filter(replace(walk.filter, state=own)))
            self._states.addButton(button)
            self._buttons[state] = button
            row.addWidget(button)
        self.orders = QComboBox(self)
        self.orders.setAccessibleName("Order of the facts")
        self.orders.setToolTip("The order of the facts (S for the next)")
        self.orders.setMaximumWidth(260)
        self.orders.activated.connect(self._choose)
        label = QLabel("Order", self)
        label.setObjectName("muted")
        label.setBuddy(self.orders)
        row.addSpacing(16)
        row.addWidget(label)
        row.addSpacing(6)
        row.addWidget(self.orders)
        row.addStretch(1)
        self.filter = FilterButton(walk, self)
        row.addWidget(self.filter)
        walk.filtered.connect(self._check)
        self._check()

    def renew(self, rows: Sequence[Row]) -> None:
        """Counts these, and names the sources."""
        for state, button in self._buttons.items():
            count = len(rows) if state is None else sum(row.state is state for row in rows)
            button.setText(f"{'All' if state is None else FACT_SIGNS[state]}  {count}")
            button.setToolTip(_NAMES[state])
            button.setAccessibleName(f"{_NAMES[state]}: {count}")
        chosen = self._choices[self.orders.currentIndex()] if self._choices else None
        self._choices = [(order, None) for order in _ORDERS]
        names = list(_ORDERS.values())
        for number, source in enumerate(self._walk.workspace.sources):
            self._choices.append((Order.TEXT, source.id))
            names.append(f"As told by {source_name(number, source)}")
        self.orders.clear()
        self.orders.addItems(names)
        self.orders.setCurrentIndex(self._choices.index(chosen) if chosen in self._choices else 0)

    def show_order(self, order: Order, source: SourceId | None) -> None:
        self.orders.setCurrentIndex(self._choices.index((order, source)))

    def next_order(self) -> None:
        """Round the orders."""
        self.orders.setCurrentIndex((self.orders.currentIndex() + 1) % self.orders.count())
        self._choose()

    def _choose(self) -> None:
        self.order_wanted.emit(*self._choices[self.orders.currentIndex()])

    def _check(self) -> None:
        self._buttons[self._walk.filter.state].setChecked(True)
