"""Colours that can be read: contrast as WCAG 2.2 measures it, and kinds that the colour-blind can tell apart."""

import math
from itertools import combinations

import pytest
from PySide6.QtGui import QColor

from counterpoint.engine.relations import RelationKind
from counterpoint.views.themes import DARK, LIGHT, SIGNS, TAG_COLOURS, Theme

Colour = tuple[float, float, float]

TEXT, LARGE = 4.5, 3.0  # WCAG 2.2, success criteria 1.4.3 and 1.4.11
#: What each blindness leaves of linear red, green and blue: Machado, Oliveira and Fernandes (2009), severity 1.
BLIND = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
_APART = 12.0  # CIELAB units; a difference of 2.3 is just noticed, five times that is seen at a glance


def linear(name: str) -> Colour:
    colour = QColor(name)
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return red, green, blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted(
        (0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (linear(one), linear(other))), reverse=True
    )
    return (light + 0.05) / (dark + 0.05)


def lab(colour: Colour) -> Colour:
    r, g, b = (min(1.0, max(0.0, part)) for part in colour)
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def apart(one: str, other: str, blindness: str) -> float:
    """How far apart two colours are to those with that blindness, in CIELAB units."""
    rows = BLIND[blindness]
    seen = [tuple(sum(w * part for w, part in zip(row, linear(c), strict=True)) for row in rows) for c in (one, other)]
    return math.dist(*(lab((c[0], c[1], c[2])) for c in seen))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_words_stand_out_from_their_ground(theme: Theme) -> None:
    grounds = {"paper": theme.paper, "chrome": theme.chrome, "raised": theme.raised}
    inks = {"ink": theme.ink, "muted": theme.muted, "match": theme.match_ink, "conflict": theme.conflict_ink}
    weak = {
        (ink, ground): round(contrast(inks[ink], grounds[ground]), 2)
        for ink in inks
        for ground in grounds
        if contrast(inks[ink], grounds[ground]) < TEXT
    }
    assert weak == {}
    assert contrast(theme.on_accent, theme.accent) >= TEXT
    assert contrast(theme.paper, theme.draft) >= TEXT  # the letter of a draft


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("kind", RelationKind)
def test_marked_words_can_still_be_read(theme: Theme, kind: RelationKind) -> None:
    for strength in (0.1, 0.28, 0.5):
        assert contrast(theme.ink, theme.tint(theme.colour(kind), strength).name()) >= TEXT


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_lines_and_what_is_faint_can_be_seen(theme: Theme) -> None:
    for colour in (theme.match, theme.conflict, theme.accent, theme.draft):
        assert contrast(colour, theme.paper) >= LARGE
    assert contrast(theme.faint, theme.paper) >= 2.5  # noise and what is rejected: it fades, and is still there


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("blindness", BLIND)
def test_the_colour_blind_can_tell_the_kinds_apart(theme: Theme, blindness: str) -> None:
    assert apart(theme.match, theme.conflict, blindness) > _APART
    assert apart(theme.match_ink, theme.conflict_ink, blindness) > _APART
    assert len(set(SIGNS.values())) == len(RelationKind)  # and by their signs, who sees no colour at all


@pytest.mark.parametrize("blindness", ["protan", "deutan"])  # tritanopia is a hundred times rarer
def test_tags_can_be_told_apart(blindness: str) -> None:
    near = [(a, b) for a, b in combinations(TAG_COLOURS, 2) if apart(TAG_COLOURS[a], TAG_COLOURS[b], blindness) < 5]
    assert near == []
