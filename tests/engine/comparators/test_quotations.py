import pytest

from counterpoint.engine.comparators.quotations import compare_quotations
from counterpoint.engine.lexicons import Lexicon
from tests.engine.comparators.reading import agreements, differences


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        (
            "“We will never give up this fight,” he said.",
            "“We will always give up this fight,” he said.",
            ("never", "always"),
        ),
        (
            "He said it was “a barbarous act of war and hatred”.",
            "He called it “a barbarous act of war and madness”.",
            ("hatred", "madness"),
        ),
        (
            "“There were three shooters in the large hall,” she said.",
            "“There were four shooters in the large hall,” she said.",
            ("three", "four"),
        ),
        (
            "“We do trust him to keep the peace,” he said.",
            "“We do not trust him to keep the peace,” he said.",
            ("trust", "not trust"),
        ),
        (
            "“The guarantees are substantial documents for us all,” he said.",
            "“The guarantees are worthless documents for us all,” he said.",
            ("substantial", "worthless"),
        ),
        (
            "“They must leave the city by Monday at noon,” it said.",
            "“They must leave the city by Friday at noon,” it said.",
            ("Monday", "Friday"),
        ),
        (
            "“My son was the kindest boy in town,” she said.",
            "“My son was the kindest man in town,” she said.",
            ("boy", "man"),
        ),
        (
            "“Nobody has seen her since the storm began,” he said.",
            "“Nobody has heard her since the storm began,” he said.",
            ("seen", "heard"),
        ),
    ],
)
def test_altered_words_of_one_quotation_differ(a: str, b: str, words: tuple[str, str], lexicon: Lexicon) -> None:
    assert differences(compare_quotations, a, b, lexicon) == [words]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "“It is important that we have substantial documents, not just words,” he said.",
            "He hailed 'substantial documents, not just words'.",
        ),
        ("“We will never give up this fight,” he said.", "“We will never give up,” he said."),
        (
            "“We will never ... give up this fight,” he said.",
            "“We will never, I tell you, give up this fight,” he said.",
        ),
        (
            "“We will finalise robust security guarantees,” he said.",
            "“We will finalize robust security guarantees,” he said.",
        ),
        (
            "“Never send it by email to anyone you meet,” he said.",
            "“Never send it by e-mail to anyone you meet,” he said.",
        ),
        (
            "“Our defence programme is strong enough now,” he said.",
            "“Our defense program is strong enough now,” he said.",
        ),
        ("“This is a huge loss for the family,” he said.", "“This was huge loss for the family,” he said."),
        ("He called it “naive”.", "He called it “brave”."),
        ("“Putin cannot be trusted,” he said.", "“Guarantees must be defined by those who seek them,” he said."),
        ("“The mill is closed for good,” he said.", "The mill is open, she said."),
        ("the “coalition of the willing” met", "the “reassurance force” met"),
        ("“It’s a sad day for us,” he said.", '"It\'s a sad day for us," he said.'),
        (
            "“We are devastated that this accident resulted in the death of a tiger,” he said.",
            "“We are all devastated that this tragic accident resulted in the death of a tiger,” he said.",
        ),
        (
            "“We will win in the end,” he said, “or we will lose in the end.”",
            "“We will win in the end,” he said, “or we will lose in the end.”",
        ),
        ("“I never saw such a thing,” she said.", "“She never saw it,” he said of such things."),
    ],
)
def test_trimmed_respelled_and_other_quotations(a: str, b: str, lexicon: Lexicon) -> None:
    assert differences(compare_quotations, a, b, lexicon) == []


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        (
            "the “coalition of the willing” met",
            "the 'Coalition of the Willing' met",
            ("coalition of the willing", "Coalition of the Willing"),
        ),
        (
            "“It is important that we have substantial documents, not just words,” he said.",
            "He hailed 'substantial documents, not just words'.",
            ("substantial documents, not just words", "substantial documents, not just words"),
        ),
        (
            "“We will never give up this fight,” he said.",
            "“We will never give up,” he said.",
            ("We will never give up", "We will never give up"),
        ),
        (
            "“It’s a sad day for us,” he said.",
            '"It\'s a sad day for us," he said.',
            ("It’s a sad day for us,", "It's a sad day for us,"),
        ),
        ("He called it “naive”.", "It was “naive”, he said.", ("naive", "naive")),
        (
            "“We will finalise robust security guarantees,” he said.",
            "“We will finalize robust security guarantees,” he said.",
            ("We will finalise robust security guarantees", "We will finalize robust security guarantees"),
        ),
    ],
)
def test_the_same_quotation_agrees(a: str, b: str, words: tuple[str, str], lexicon: Lexicon) -> None:
    assert words in agreements(compare_quotations, a, b, lexicon)
