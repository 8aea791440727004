"""Raised figures: kept apart from the number they stand behind, so that "4,200" with note 3 is not 42003."""

_RAISED = str.maketrans("0123456789+-=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾")


def raised(text: str) -> str:
    """The text with its figures as raised ones, where there is nothing else in it ("th" stays as it is)."""
    changed = text.translate(_RAISED)
    return changed if not any(c.isalpha() for c in text) else text
