"""How many findings a project shows: its level, and what a person has dealt with, which is shown in any case."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from counterpoint.app.states import State
from counterpoint.engine.levels import DEFAULT, NAMES, Choice
from counterpoint.engine.relations import Relation
from counterpoint.store.stores import Store

if TYPE_CHECKING:
    from counterpoint.engine.levels import Level

SETTING = "level"


class Showing:
    """The verbs of a workspace for the level; `workspace.showing`.

    The level is a setting and no step of undo: it changes nothing that a person did, and is put back as it was set.
    """

    def __init__(self, store: Store, state: State, set_setting: Callable[[str, object], None]) -> None:
        self._store = store
        self._state = state
        self._set_setting = set_setting

    @property
    def level(self) -> int:
        """The number of the level; the default where the project has none, or none that there is."""
        kept = self._store.settings().get(SETTING)
        return kept if isinstance(kept, int) and 1 <= kept <= len(NAMES) else DEFAULT

    def set_level(self, level: int) -> None:
        """From now on. The findings follow when they are compared; see `is_current`."""
        self._set_setting(SETTING, level)

    @property
    def choice(self) -> Choice:
        """What the next comparison is to show."""
        return Choice(self.level, self._state.kept)

    @property
    def found_at(self) -> "Level | None":
        """The level of the findings that there are, None where they have none."""
        comparison = self._state.joined.comparison
        return comparison.level if comparison else None

    @property
    def is_current(self) -> bool:
        """Whether the findings that there are were chosen at the level that is set."""
        return self.found_at is None or self.found_at.number == self.level

    def is_kept(self, relation: Relation) -> bool:
        """Whether a relation is there only because a person has dealt with it: it is too unsure for the level."""
        return self.found_at is not None and not self.found_at.shows(relation)
