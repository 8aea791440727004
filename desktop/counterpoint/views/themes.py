"""Colours, type and the style sheet of the window, light and dark."""

from dataclasses import asdict, dataclass
from functools import cache
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

from counterpoint.engine.relations import RelationKind
from counterpoint.resources import resource

SERIF, SANS, FALLBACK = "Source Serif Pro", "Source Sans Pro", "DejaVu Sans"
SIGNS = {RelationKind.MATCH: "=", RelationKind.CONFLICT: "≠"}
BY_HAND = "✍"
NAMES = {RelationKind.MATCH: "Agreement", RelationKind.CONFLICT: "Conflict"}
#: Okabe and Ito's colours, which the colour-blind can tell apart, for tags.
TAG_COLOURS = {
    "Blue": "#0072b2",
    "Vermillion": "#d55e00",
    "Green": "#009e73",
    "Purple": "#cc79a7",
    "Orange": "#e69f00",
    "Sky": "#56b4e9",
    "Yellow": "#f0e442",
    "Grey": "#7f7f7f",
}
_DARK_BELOW = 128  # the lightness of a window's ground


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours. `match` and `conflict` are for lines and fills, their `_ink` for signs and words."""

    name: str
    paper: str  # under a text
    chrome: str  # around the texts
    raised: str  # fields and buttons
    line: str
    ink: str
    muted: str
    faint: str  # noise, and what is rejected
    accent: str
    on_accent: str
    match: str
    match_ink: str
    conflict: str
    conflict_ink: str
    draft: str
    found: str  # under words that were sought, and under those that are looked at
    found_now: str

    def colour(self, kind: RelationKind) -> str:
        return self.match if kind is RelationKind.MATCH else self.conflict

    def ink_of(self, kind: RelationKind) -> str:
        return self.match_ink if kind is RelationKind.MATCH else self.conflict_ink

    def tint(self, colour: str, strength: float, ground: str = "") -> QColor:
        """The colour laid thinly on paper, opaque: Qt paints opaque fills faster."""
        over, under = QColor(colour), QColor(ground or self.paper)
        parts = (
            round(b + (a - b) * strength)
            for a, b in ((over.red(), under.red()), (over.green(), under.green()), (over.blue(), under.blue()))
        )
        return QColor(*parts)

    @property
    def is_dark(self) -> bool:
        return QColor(self.chrome).lightness() < _DARK_BELOW

    def palette(self) -> QPalette:
        """For the widgets that Qt draws itself."""
        palette = QPalette()
        roles = {
            QPalette.ColorRole.Window: self.chrome,
            QPalette.ColorRole.WindowText: self.ink,
            QPalette.ColorRole.Base: self.paper,
            QPalette.ColorRole.AlternateBase: self.chrome,
            QPalette.ColorRole.Text: self.ink,
            QPalette.ColorRole.Button: self.raised,
            QPalette.ColorRole.ButtonText: self.ink,
            QPalette.ColorRole.ToolTipBase: self.raised,
            QPalette.ColorRole.ToolTipText: self.ink,
            QPalette.ColorRole.PlaceholderText: self.muted,
            QPalette.ColorRole.Highlight: self.accent,
            QPalette.ColorRole.HighlightedText: self.on_accent,
            QPalette.ColorRole.Link: self.match_ink,
            QPalette.ColorRole.Mid: self.line,
        }
        for role, colour in roles.items():
            palette.setColor(role, QColor(colour))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(self.faint))
        return palette

    def style_sheet(self) -> str:
        """resources/styles/window.qss in these colours."""
        text = resource("styles/window.qss").read_text(encoding="utf-8")
        more = {
            "hover": self.tint(self.ink, 0.06, self.chrome).name(),
            "pressed": self.tint(self.ink, 0.12, self.chrome).name(),
            "conflict_soft": self.tint(self.conflict, 0.12, self.chrome).name(),
            "selected": self.tint(self.accent, 0.14, self.chrome).name(),
            "arrow": resource(f"icons/down-{self.name}.svg").as_posix(),
        }
        return Template(text).substitute(asdict(self) | more)


LIGHT = Theme(
    name="light",
    paper="#fffefb",
    chrome="#f3f1ec",
    raised="#fffefb",
    line="#d9d5cb",
    ink="#1f1e1b",
    muted="#67635a",
    faint="#9a958a",
    accent="#0b5c8a",
    on_accent="#ffffff",
    match="#0072b2",
    match_ink="#00609a",
    conflict="#d55e00",
    conflict_ink="#a94800",
    draft="#00795a",
    found="#fbe98a",
    found_now="#f6c445",
)
DARK = Theme(
    name="dark",
    paper="#1c1d1f",
    chrome="#141517",
    raised="#26282b",
    line="#37393d",
    ink="#e6e3dc",
    muted="#a09c93",
    faint="#74716a",
    accent="#56b4e9",
    on_accent="#10130f",
    match="#56b4e9",
    match_ink="#7cc6f0",
    conflict="#e8743b",
    conflict_ink="#f2955f",
    draft="#35b890",
    found="#4d4413",
    found_now="#7d6200",
)


def theme_named(name: str) -> Theme:
    """The theme of that name; "system" is as the system has it, light where it does not say."""
    if name == "system":
        is_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return DARK if is_dark else LIGHT
    return DARK if name == "dark" else LIGHT


def load_fonts() -> None:
    """Makes the bundled type known to Qt.

    Raises:
        MissingResource: a font is not there.
    """
    for name in ("SourceSerifPro-Regular", "SourceSerifPro-It", "SourceSerifPro-Semibold", "SourceSansPro-Regular",
                 "SourceSansPro-Semibold", "DejaVuSans"):  # fmt: skip
        QFontDatabase.addApplicationFont(str(resource(f"fonts/{name}.ttf")))


def reading_font(pixels: int) -> QFont:
    """For the sources' texts."""
    font = QFont([SERIF, FALLBACK])
    font.setPixelSize(pixels)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def interface_font(pixels: int = 14, *, is_strong: bool = False) -> QFont:
    """For everything else."""
    font = QFont([SANS, FALLBACK])
    font.setPixelSize(pixels)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if is_strong:
        font.setWeight(QFont.Weight.DemiBold)
    return font


@cache
def painting_font(pixels: int, *, is_strong: bool = False) -> QFont:
    """The same, made once, for what is painted many times a second; not to be changed."""
    return interface_font(pixels, is_strong=is_strong)
