import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.readers.titles import guess_title

BODY = "PARIS - The leaders of 35 countries met on Thursday to discuss security guarantees for Ukraine.\n"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"35 countries meet in Paris\n\n{BODY}", "35 countries meet in Paris"),
        (f"\n\n  Was the summit a success?  \n{BODY}", "Was the summit a success?"),
        (f"# Thirty allies meet #\n\n{BODY}", "Thirty allies meet"),
        (f"**Thirty allies meet**\n\n{BODY}", "Thirty allies meet"),
        (f"Security -\n\nThirty allies meet\n\n{BODY}", "Thirty allies meet"),
        (f"Photo\nBy Anna Smith\nThirty allies meet\n{BODY}", "Thirty allies meet"),
        (f"Image copyright Reuters\nThirty allies meet\n{BODY}", "Thirty allies meet"),
        (f"Share this story\nThirty allies meet\n{BODY}", "Thirty allies meet"),
        (f"Leaders pose. /Ludovic Marin/Pool\nThirty allies meet\n{BODY}", "Thirty allies meet"),
        (
            f"The leaders pose on the steps\nThe leaders pose on the steps\n{BODY}",
            "PARIS - The leaders of 35 countries met on Thursday to discuss security…",
        ),
        (BODY, "PARIS - The leaders of 35 countries met on Thursday to discuss security…"),
        ("Short and true, it was.", "Short and true, it was."),
        ("Paris", "Paris"),
        ("12345\n67890\n", ""),
        ("", ""),
        ("x" * 300, "x" * 79 + "…"),
    ],
)
def test_the_title_is_the_headline_or_the_first_words(text: str, title: str) -> None:
    assert guess_title(text) == title


@given(st.text())
def test_a_title_is_one_line_of_a_headlines_length(text: str) -> None:
    title = guess_title(text)
    assert "\n" not in title
    assert len(title) <= 140
    assert bool(title) or not any(character.isalpha() for character in text)
