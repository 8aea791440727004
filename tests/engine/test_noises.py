"""What is no claim of a story: each row a line written for it (or the seeds'), set among the paragraphs of a story."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.engine.noise.finders import find_noise
from counterpoint.engine.noise.noises import Noise, NoiseKind
from counterpoint.engine.sentences import find_sentences
from counterpoint.engine.texts import canonical_text

SEEDS = Path(__file__).parents[2] / "seeds"
STORY = (
    "Two ferries collide off Port Harlan, dozens hurt",
    "Two passenger ferries collided in fog off Port Harlan on Tuesday, injuring 34 people, the coast guard said.",
    "The ferries, the Northern Star and the Queen of Harlan, were carrying about 410 passengers between them.",
    "“I heard a loud bang and people were thrown to the floor,” said Maria Delgado, a nurse on board.",
    "Coast guard spokesman Peter Lindqvist said that four people were in a serious condition in hospital.",
    "Both captains passed alcohol tests, police said, and the harbour was closed to shipping until noon.",
    "The transport ministry has opened an investigation and expects a first report within two weeks.",
)


def noise_in(line: str, at: int) -> list[tuple[str, str]]:
    """Kinds and words of the noise in a line that stands in the story before its paragraph `at`."""
    text = "\n".join((*STORY[:at], line, *STORY[at:]))
    start = sum(len(paragraph) + 1 for paragraph in STORY[:at])
    return [
        (noise.kind.value, noise.span.of(text))
        for noise in find_noise(text, find_sentences(text))
        if start <= noise.span.start < start + len(line)
    ]


WHOLE = {
    NoiseKind.CREDIT: [
        "Photo: Jane Doe/AP",
        "(Photo by Jane Doe/Getty Images)",
        "[Photo/Agencies]",
        "(Courtesy of the family)",
        "Getty Images",
        "AP - AFP",
        "WXYZ YouTube",
        "Jane Doe/Town Productions",
        "© Reuters / Jane Doe",
        "Screengrab from video",
        "Source: Town News",
        "Enlarge this image toggle caption Jane Doe/AP Jane Doe/AP",
        "Copyright 2017 Town Press.",
        "© 2016 Town Media Group.",
        "All rights reserved.",
        "This material may not be published, broadcast, rewritten or redistributed.",
        "Information from: Town Times, http://www.example.com",
        "The Associated Press contributed to this report.",
        "(TM and © Copyright 2013 Town Radio Inc. and its relevant subsidiaries.)",
        "Reuters / Jane Doe",
        "© AP Photo / Jane Doe",
        "Photo credit: WXYZ",
    ],
    NoiseKind.BYLINE: [
        "By Jane Doe",
        "By JANE DOE and TOWN 7 STAFF",
        "Jane Doe, Example.com",
        "Jane Doe | The Town Star",
        "-- Jane M. Doe",
        "From staff reports",
        "March 3, 2019 6:05 PM",
        "Posted 4:12 AM, June 9, 2018, by Jane Doe and John Roe",
        "Published 8:14 a.m. ET June 12, 2016 | Updated 9:20 a.m. ET June 12, 2016",
        "The Star | example.com Mon Feb 11, 2019 9:40 PM",
        "3 hours ago",
        "(Reporting by Jane Doe; editing by John Roe)",
        "jdoe@example.com or 407-555-0177",
        "@janedoe",
        "Jane Doe can be reached at jdoe@example.com.",
        "DETROIT -",
        "Jane Doe reports.",
        "-- Jane Doe and John Roe in Los Angeles",
        "Source: Xinhua | 2019-02-11 04:20:00 | Editor: huaxia",
        "(With inputs from agencies)",
    ],
    NoiseKind.SHARE: [
        "next",
        "Read more",
        "Scroll down for video",
        "Facebook Twitter Pinterest",
        "2.3k shares",
        "Share this article",
        "Now Playing:",
        "A A",
        "Hide Caption 2 of 30",
        "Subscribe to our newsletter",
        "Follow us on Twitter @Town12 and LIKE us on Facebook for updates",
        "Get free real-time news alerts from the Town Patch.",
        "Please check back for details.",
        "This is a developing story.",
        "This story has been updated to include a statement.",
        "An earlier version of this article misstated the captain’s name.",
        "CBS99.com will have more information as it becomes available.",
        "We’ll have more on this at 5AM.",
        "You have run out of free articles on our site.",
        "Yeah, you read that right.",
        "We use cookies to improve your experience.",
        "Got a tip? Email us at tips@example.com",
    ],
    NoiseKind.ADVERT: [
        "Advertisement",
        "Advertisement Continue reading the main story",
        "Sponsored content",
        "Town News App You love the coast! So do we!",
        "Download for iPhone Download for Android",
    ],
    NoiseKind.LABEL: ["Security -", "Quick Facts:", "Breaking News", "Home > News > World", "JANE DOE, HOST:"],
    NoiseKind.EMBED: [
        "Details on the accident here: https://t.co/x — Town Zoo (@TownZoo) May 28, 2016",
        "https://www.example.com/news/story.html",
        "A post shared by Jane Doe (@janedoe) on Jun 12, 2016 at 8:14am PDT",
    ],
    NoiseKind.RELATED: [
        "READ MORE: Llama escapes from a circus",
        "Related: 7 recipes for a rainy evening",
        "[Three ways in which fog is born]",
        "Tags: ferry, fog, harbour",
        "MOST READ IN NEWS 'GOTCHA!' Gardener digs up a royal wedding ring",
        "Bakery burglar leaves thank-you card and eleven sourdough loaves",
    ],
}


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, lines in WHOLE.items() for line in lines])
def test_lines_that_a_page_prints_around_a_story_are_noise(kind: NoiseKind, line: str) -> None:
    found = noise_in(line, 4)
    assert {name for name, _ in found} == {kind.value}
    assert " ".join(words for _, words in found) == line


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The bow of the Queen of Harlan. /Jane Doe/Pool", ("credit", "/Jane Doe/Pool")),
        ("The Queen of Harlan lies in the harbour. (Jane Doe, Town Times)", ("credit", "(Jane Doe, Town Times)")),
        ("The Queen of Harlan in the harbour (Picture: Getty)", ("credit", "(Picture: Getty)")),
        ("The Queen of Harlan in the harbour ©Jane Doe (AFP)", ("credit", "©Jane Doe (AFP)")),
        ("The Queen of Harlan in the harbour [Jane Doe/Al Jazeera]", ("credit", "[Jane Doe/Al Jazeera]")),
        ("Getty Images The Queen of Harlan lies in the harbour", ("credit", "Getty Images")),
        ("Image caption The bow of the Queen of Harlan", ("credit", "Image caption")),
        ("FILE - The Queen of Harlan leaves the harbour in 2015.", ("credit", "FILE -")),
        ("PORT HARLAN, Wash. (AP) — Divers searched the wreck.", ("byline", "PORT HARLAN, Wash. (AP) —")),
        ("OSLO, Sept 4 (Reuters) - Divers searched the wreck.", ("byline", "OSLO, Sept 4 (Reuters) -")),
        ("(CNN)Divers searched the wreck.", ("byline", "(CNN)")),
        (
            "Divers searched the wreck. (Published Sunday, March 6, 2016)",
            ("byline", "(Published Sunday, March 6, 2016)"),
        ),
        ("Divers searched the wreck. Jane Doe reports.", ("byline", "Jane Doe reports.")),
        (
            "The harbour is closed. pic.twitter.com/x — Town (@town) July 3, 2016",
            ("embed", "pic.twitter.com/x — Town (@town) July 3, 2016"),
        ),
        ("The harbour is closed, the Sun reports (http://bit.ly/2 .)", ("embed", "(http://bit.ly/2 .)")),
        (
            "Facebook Twitter Pinterest The Queen of Harlan lies in the harbour.",
            ("share", "Facebook Twitter Pinterest"),
        ),
        ("Related Coverage Ferries collide off Port Harlan in fog", ("related", "Related Coverage")),
    ],
)
def test_noise_at_the_edge_of_a_sentence_leaves_the_sentence(line: str, expected: tuple[str, str]) -> None:
    assert noise_in(line, 4) == [expected]


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Captain denies all charges - 7News Town WXYZ-TV", [("label", "- 7News Town WXYZ-TV")]),
        ("Ferry firm fined for fog - FOX5 Town - KXYZ", [("label", "- FOX5 Town - KXYZ")]),
        (
            "Ferries collide: reports Updated: 2019-02-11 04:20 (Xinhua)",
            [("byline", "Updated: 2019-02-11 04:20 (Xinhua)")],
        ),
        ("Harbour collision - 2 ferries, 34 hurt", []),
        ("Lion escapes from zoo (VIDEO)", []),
        ("Ten things that nobody knew about ferries", []),
    ],
)
def test_a_headline_stays_without_its_outlet(headline: str, expected: list[tuple[str, str]]) -> None:
    assert noise_in(headline, 0) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Anyone with information is asked to call police at 555-0142.",
        "If you saw the collision, please contact police.",
        "The harbour is closed, the Harlan Coast and Harbour Authority (HCHA) said.",
        "Reuters reported that the harbour was closed.",
        "Like many towns on the coast, Port Harlan has closed its harbour to passenger ferries.",
        "The photo was taken on Friday (the picture shows the bow of a ship that sank) by a nurse.",
        "By Tuesday the coast guard had searched the harbour.",
        "“You have to subscribe to our newsletter,” said the mayor.",
        "The mayor told us: “We will have more news as it becomes available.",
        "The company will have more money flowing into the harbour.",
        "A damaged ferry lies in the harbour of Port Harlan after the two collided in fog",
        "“WE WERE WARNED”",
        "(Update: the nurse was first said to be 34, but doctors later gave her age as 43.)",
        "Share prices of both ferry companies fell by 4% on Tuesday.",
        "Five people who were on board the Northern Star are still missing, the coast guard said on Tuesday.",
        "[Updated at 1:20 p.m.: One man has died, the coast guard at Port Harlan said.]",
        "I was on board and it was absolutely awful. — Jane",
    ],
)
def test_claims_that_look_like_noise_are_none(line: str) -> None:
    assert noise_in(line, 4) == []


def test_a_caption_printed_twice_is_noise_both_times_where_it_has_a_credit() -> None:
    caption = "The bow of the Queen of Harlan in the harbour on Tuesday. /Jane Doe/Pool"
    assert noise_in(caption + "\n" + caption, 1) == [("caption", caption)] * 2


def test_a_headline_printed_twice_stays_once() -> None:
    text = "\n".join((STORY[0], *STORY))
    assert [noise.span.of(text) for noise in find_noise(text, find_sentences(text))] == [STORY[0]]
    assert find_noise(text, find_sentences(text))[0].span.start == len(STORY[0]) + 1


def test_a_caption_that_repeats_a_sentence_is_noise() -> None:
    assert noise_in(STORY[2].rstrip("."), 5) == [("caption", STORY[2].rstrip("."))]


def test_links_below_also_are_noise_until_the_next_paragraph() -> None:
    links = "ALSO:\nLlama finds a home\nFerries collide off Port Harlan early on Tuesday\n-- Jane Doe"
    assert noise_in(links, 5) == [
        ("related", "ALSO:"),
        ("related", "Llama finds a home"),
        ("related", "Ferries collide off Port Harlan early on Tuesday"),
        ("byline", "-- Jane Doe"),
    ]


def test_a_gallery_leaves_its_captions() -> None:
    line = f"Photos: {STORY[0]} Divers search the harbour. Hide Caption 1 of 30"
    assert noise_in(line, 3) == [("label", f"Photos: {STORY[0]}"), ("credit", "Hide Caption 1 of 30")]


def test_what_follows_a_copyright_notice_at_the_end_is_noise() -> None:
    imprint = "Copyright 2017 Town Radio. Transcripts are created by a contractor.\nAccuracy and availability may vary."
    assert {kind for kind, _ in noise_in(imprint, 7)} == {"credit"}
    assert " ".join(words for _, words in noise_in(imprint, 7)) == imprint.replace("\n", " ")


def test_a_form_to_sign_up_is_noise_as_a_whole() -> None:
    form = (
        "Newsletter Sign Up Please verify you're not a robot. Invalid email address. Please re-enter. Thanks so much."
    )
    assert noise_in(form, 4) == [("share", form)]


@pytest.mark.parametrize(
    "line",
    [
        "I have been surfing online more than 3 hours today yet I never found any interesting article like yours",
        "Very many thanks for the positive review. We look forward to serving you better.",
        "Great article, I really enjoyed reading it and will bookmark your blog.",
        "Thanks for sharing this information, keep up the good work!",
        "Hi there, I desired to subscribe for this webpage to obtain newest updates.",
        "Wow, incredible blog layout! How long have you been blogging for?",
        "Buy cheap loans online, contact us for the best price",
    ],
)
def test_comments_at_the_end_are_noise_by_their_traits(line: str) -> None:
    found = noise_in(line, 7)
    assert " ".join(words for _, words in found) == line
    assert found[0][0] in {"comment", "share"}


def test_praise_amid_the_story_is_no_comment() -> None:
    assert noise_in("I never read an interesting article like yours, she wrote to the paper.", 3) == []


def test_everything_below_the_head_of_the_comments_is_noise() -> None:
    below = "2 Comments\nJohn\nThe coast guard at Port Harlan was warned."
    assert [kind for kind, _ in noise_in(below, 7)] == ["comment", "comment", "comment"]


def test_the_noise_of_the_seeds_is_found_and_nothing_else() -> None:
    found: list[tuple[str, str, str]] = []
    for path in sorted(SEEDS.glob("*.txt")):
        text = canonical_text(path.read_text("utf-8")).text
        found += [
            (path.stem[:3], noise.kind.value, noise.span.of(text)) for noise in find_noise(text, find_sentences(text))
        ]
    shown = [f"{seed} {kind}: {words[:24]} ... {words[-22:]}" for seed, kind, words in found]
    assert shown == [
        "002 label: Security - ... Security -",
        "003 caption: Ukraine's President Volo ... t. /Ludovic Marin/Pool",
        "003 caption: Ukraine's President Volo ... t. /Ludovic Marin/Pool",
        "003 caption: Belgium's Prime Minister ... t. /Ludovic Marin/Pool",
        "003 caption: Belgium's Prime Minister ... t. /Ludovic Marin/Pool",
        "004 comment: I have been surfing onli ... seful than ever before",
        "004 comment: Very many thanks for the ... to serving you better.",
    ]


PIECES = st.sampled_from(
    [line for lines in WHOLE.values() for line in lines] + [*STORY, "\n", " ", ". ", "x", "(", ")", "“", "@a", "/", "1"]
)
texts = (st.text() | st.lists(PIECES, max_size=15).map("\n".join) | st.lists(PIECES, max_size=15).map("".join)).map(
    lambda raw: canonical_text(raw).text
)


@given(texts)
def test_noise_is_ordered_and_lies_within_the_text(text: str) -> None:
    found: tuple[Noise, ...] = find_noise(text, find_sentences(text))
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))
    assert all(len(noise.span) > 0 and noise.span.end <= len(text) and noise.span.of(text).strip() for noise in found)
