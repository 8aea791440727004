"""The menu bar, made from the actions, with the choices that are remembered."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar

from counterpoint.views.actions import Actions

Choice = TypeVar("Choice")


class Menus:
    """The menus of one window. Undo and redo come and go with the project."""

    def __init__(self, bar: QMenuBar, actions: Actions) -> None:
        self._actions = actions
        self._undo: list[QAction] = []
        self._menus = {name: bar.addMenu(name) for name in actions.menus}
        for name, menu in self._menus.items():
            for action in actions.menus[name]:
                if action is None:
                    menu.addSeparator()
                else:
                    menu.addAction(action)

    def add_choices(
        self, menu: str, title: str, names: Mapping[Choice, str], now: Choice, choose: Callable[[Choice], None]
    ) -> dict[Choice, QAction]:
        """A menu inside a menu, of which one entry is checked; its actions."""
        inner = QMenu(title, self._menus[menu])
        self._menus[menu].addMenu(inner)
        group = QActionGroup(inner)
        made: dict[Choice, QAction] = {}
        for value, name in names.items():
            action = inner.addAction(name)
            action.setCheckable(True)
            action.setChecked(value == now)
            action.triggered.connect(lambda _=False, own=value: choose(own))
            group.addAction(action)
            made[value] = action
        return made

    def set_undo(self, actions: Sequence[QAction]) -> None:
        """Those of the project that is open now, in place of those before."""
        menu = self._menus["&Edit"]
        for action in self._undo:
            menu.removeAction(action)
        self._undo = list(actions)
        menu.insertActions(menu.actions()[0], self._undo)

    def key_groups(self) -> dict[str, list[QAction]]:
        """For the sheet of keys."""
        groups = self._actions.groups()
        return {**groups, "Edit": [*self._undo, *groups["Edit"]]}
