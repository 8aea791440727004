"""The menu bar, made from the actions, with the choices that are remembered."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from counterpoint.views.actions import OTHER_KEYS, Actions

Choice = TypeVar("Choice")


class Menus:
    """The menus of one window. Undo and redo come and go with the project."""

    def __init__(self, bar: QMenuBar, actions: Actions) -> None:
        self._bar = bar
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

    def pop_up(self, groups: Sequence[Sequence[str]], place: QPoint) -> None:
        """A menu of these methods, where the pointer is."""
        menu = QMenu(self._bar.window())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for methods in groups:
            menu.addActions([self._actions[method] for method in methods])
            menu.addSeparator()
        menu.popup(place)

    def set_undo(self, actions: Sequence[QAction]) -> None:
        """Those of the project that is open now, in place of those before."""
        menu = self._menus["&Edit"]
        for action in self._undo:
            menu.removeAction(action)
        self._undo = list(actions)
        menu.insertActions(menu.actions()[0], self._undo)

    def key_groups(self) -> dict[str, list[tuple[str, str]]]:
        """All keys by menu, each with what it does; those that belong to a field or a list last."""
        groups = self._actions.groups()
        groups["Edit"] = [*self._undo, *groups["Edit"]]
        told = {name: [(_keys(each), _name(each)) for each in own if each.shortcuts()] for name, own in groups.items()}
        told["Where the caret is"] = list(OTHER_KEYS)
        return {name: rows for name, rows in told.items() if rows}


def _keys(action: QAction) -> str:
    return ", ".join(each.toString(QKeySequence.SequenceFormat.NativeText) for each in action.shortcuts())


def _name(action: QAction) -> str:
    return action.text().replace("&", "").removesuffix(" …")
