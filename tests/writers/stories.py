"""Comparisons built by hand, for reports to be made of."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from counterpoint.engine.claims import Claim, ClaimId
from counterpoint.engine.comparison import Account, Comparison
from counterpoint.engine.details import Aspect, Detail, Kind, Name, NameKind, Quantity, Title
from counterpoint.engine.facts import Fact, FactId, FactState
from counterpoint.engine.noise.noises import Noise, NoiseKind
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Reason, Relation, RelationId, RelationKind
from counterpoint.engine.sources import Repair, Source, SourceId

Words = tuple[Aspect, str, str]

# What a text may hold that Markdown, HTML, a terminal or a math typesetter would take for its own.
PIECES = st.sampled_from(
    [
        *"\\`*_{}[]()#+-.!|~^$&<>=%@:;'\"/ \t\n0a1Z…—“é\u00a0\u200b",
        "<b>", "</b>", "<!--", "-->", "<https://x.example>", "https://x.example/a_b*c", "www.x.example", "me@x.example",
        "[a](b)", "![a](b)", "[a]: b", "[^1]", "[[page]]", "![[page]]", "&amp;", "&#42;", "&copy", "```", "~~~", "---",
        "1.", "12)", "(a)", "iv.", "# ", "> ", "- ", "+ ", "* ", "    ", "|-|", "**", "__", "~~", "==", "%%", "$$",
        "$1", "===", "@me", "{.c}", "\n\n", "\n: ", "word", "35 countries", "café", "\x1b[31m", "\u202e", "😀",
    ]
)  # fmt: skip
SNIPPETS = st.lists(PIECES, max_size=25).map("".join)


def span(source: Source, words: str) -> Span:
    """Where the words first stand in the source."""
    start = source.text.index(words)
    return Span(start, start + len(words))


def claim(source: Source, words: str, *details: Detail) -> Claim:
    place = span(source, words)
    return Claim(ClaimId(f"{source.id}:{place.start}"), source.id, place, words, details)


def account(source: Source, claims: Sequence[Claim], noise: Sequence[Noise] = (), occasion: str = "") -> Account:
    return Account(
        source, tuple(sorted(claims, key=lambda c: c.span)), tuple(noise), is_compared=True, occasion=occasion
    )


def relate(kind: RelationKind, a: Claim, b: Claim, *reasons: Words, score: float = 0.9, warning: str = "") -> Relation:
    """A relation as the engine makes it: its sides in the order of their sources' ids."""
    if a.source > b.source:
        a, b = b, a
        reasons = tuple((aspect, theirs, ours) for aspect, ours, theirs in reasons)
    return Relation(
        id=RelationId(f"{a.id}~{b.id}"),
        a=a.id,
        b=b.id,
        kind=kind,
        score=score,
        reasons=tuple(_reason(kind, (a, b), *words) for words in reasons),
        warning=warning,
    )


def _reason(kind: RelationKind, sides: tuple[Claim, Claim], aspect: Aspect, ours: str, theirs: str) -> Reason:
    differs = kind is RelationKind.CONFLICT
    explanation = f"“{ours}” against “{theirs}”" if differs else f"“{ours}” and “{theirs}” say the same"
    return Reason(aspect, _within(sides[0], ours), _within(sides[1], theirs), explanation, is_difference=differs)


def _within(claim: Claim, words: str) -> Span:
    start = claim.span.start + claim.text.index(words)
    return Span(start, start + len(words))


def compared(
    accounts: Sequence[Account],
    relations: Sequence[Relation] = (),
    facts: Sequence[tuple[FactState, int, Sequence[Claim]]] = (),
    *,
    shares_little: bool = False,
) -> Comparison:
    """A comparison as the engine makes it: ordered by source ids; every claim in one fact."""
    accounts = sorted(accounts, key=lambda a: a.source.id)
    place = {c.id: n for n, c in enumerate(c for a in accounts for c in a.claims)}
    joined = {c.id for _, _, claims in facts for c in claims}
    alone = [(FactState.SINGLE, 1, [c]) for a in accounts for c in a.claims if c.id not in joined]
    made = [
        Fact(FactId(f"fact:{min(claims, key=lambda c: place[c.id]).id}"), _in_order(claims, place), state, voices)
        for state, voices, claims in (*facts, *alone)
    ]
    return Comparison(
        accounts=tuple(accounts),
        relations=tuple(sorted(relations, key=lambda r: (place[r.a], place[r.b]))),
        facts=tuple(sorted(made, key=lambda f: place[f.claims[0]])),
        shares_little=shares_little,
    )


def _in_order(claims: Sequence[Claim], place: dict[ClaimId, int]) -> tuple[ClaimId, ...]:
    return tuple(sorted((c.id for c in claims), key=place.__getitem__))


POST = Source(
    id=SourceId("s7"),
    title="Paris hosts the willing",
    outlet="The Evening Post",
    author="Ann Reyes",
    url="https://post.example/paris?a=1&b=2",
    published=date(2025, 9, 5),
    retrieved=date(2025, 9, 8),
    sha256="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    text=(
        "Paris hosts the willing\n"
        "Leaders of 35 countries met in Paris on Thursday.\n"
        "Steve Witkoff, the American envoy, was in the room.\n"
        "Up to 25,000-30,000 troops are being discussed.\n"
        "Poland will not send troops, Donald Tusk said.\n"
        "Picture: A. Reyes / Post Pictures\n"
        "Subscribe to our newsletter: www.post.example/news\n"
    ),
)
WIRE = Source(
    id=SourceId("s2"),
    sha256="60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
    text=(
        "Thirty allies gathered in the Élysée, among them Gitanas Nausėda.\n"
        "Trump's envoy Steve Witkoff took part.\n"
        "A force of 15,000-30,000 is planned.\n"
        "Tusk: Poland sends soldiers (“*soon*”) & [arms](http://arms.example).\n"
    ),
    repairs=(Repair(Span(57, 64), "NausÄ—da"),),
)
GAZETTE = Source(
    id=SourceId("s5"),
    title="Declaration signed",
    published=date(2026, 1, 7),
    text=(
        "Declaration signed\n"
        "31 countries signed a declaration in Paris on Tuesday.\n"
        "Witkoff took part as well.\n"
        "# 1. <b>Win</b> a prize!\n"
    ),
)
KURIER = Source(
    id=SourceId("s9"), title="Pariser Treffen", text="Pariser Treffen\nDie Staatschefs trafen sich in Paris.\n"
)

THIRTY_FIVE = claim(
    POST,
    "Leaders of 35 countries met in Paris on Thursday.",
    Quantity(
        aspect=Aspect.QUANTITY,
        span=span(POST, "35 countries"),
        value="35 country",
        number=span(POST, "35"),
        low=35,
        high=35,
        kind=Kind.COUNT,
        noun="country",
    ),
)
ENVOY = claim(
    POST,
    "Steve Witkoff, the American envoy, was in the room.",
    Name(aspect=Aspect.NAME, span=span(POST, "Steve Witkoff"), value="steve witkoff", kind=NameKind.PERSON),
)
TROOPS = claim(POST, "Up to 25,000-30,000 troops are being discussed.")
TUSK = claim(POST, "Poland will not send troops, Donald Tusk said.")
THIRTY = claim(WIRE, "Thirty allies gathered in the Élysée, among them Gitanas Nausėda.")
TOOK_PART = claim(WIRE, "Trump's envoy Steve Witkoff took part.")
FORCE = claim(WIRE, "A force of 15,000-30,000 is planned.")
SENDS = claim(WIRE, "Tusk: Poland sends soldiers (“*soon*”) & [arms](http://arms.example).")
THIRTY_ONE = claim(GAZETTE, "31 countries signed a declaration in Paris on Tuesday.")
AS_WELL = claim(
    GAZETTE,
    "Witkoff took part as well.",
    Name(aspect=Aspect.NAME, span=span(GAZETTE, "Witkoff"), value="steve witkoff", kind=NameKind.PERSON),
    Title(aspect=Aspect.ROLE, span=span(GAZETTE, "Witkoff"), value="envoy", bearer="steve witkoff"),
)
PRIZE = claim(GAZETTE, "# 1. <b>Win</b> a prize!")

LATER = "One account tells of a later occasion: the difference may be a development."
PATHS: dict[SourceId, str | None] = {
    POST.id: "news/post.txt",
    WIRE.id: "news/wire `1`.txt",
    GAZETTE.id: None,
    KURIER.id: "news/kurier.txt",
}


def story(*, confidential: bool = False) -> Comparison:
    """Four accounts with all that a report can show; the gazette's is confidential on demand."""
    q, match, conflict = Aspect.QUANTITY, RelationKind.MATCH, RelationKind.CONFLICT
    gazette = replace(GAZETTE, confidential=confidential)
    return compared(
        accounts=[
            account(
                POST,
                [THIRTY_FIVE, ENVOY, TROOPS, TUSK],
                [
                    Noise(span(POST, "Picture: A. Reyes / Post Pictures"), NoiseKind.CREDIT),
                    Noise(span(POST, "Subscribe to our newsletter: www.post.example/news"), NoiseKind.SHARE),
                ],
                "Thursday, Paris",
            ),
            account(WIRE, [THIRTY, TOOK_PART, FORCE, SENDS]),
            account(gazette, [THIRTY_ONE, AS_WELL, PRIZE], occasion="Tuesday, Paris"),
            Account(KURIER, (), (), is_compared=False, occasion=""),
        ],
        relations=[
            relate(conflict, THIRTY_FIVE, THIRTY, (q, "35 countries", "Thirty allies"), score=0.83),
            relate(conflict, THIRTY_FIVE, THIRTY_ONE, (q, "35 countries", "31 countries"), score=0.71, warning=LATER),
            relate(conflict, THIRTY, THIRTY_ONE, (q, "Thirty allies", "31 countries"), score=0.64, warning=LATER),
            relate(conflict, TROOPS, FORCE, (q, "25,000-30,000 troops", "15,000-30,000"), score=0.77),
            relate(conflict, TUSK, SENDS, (Aspect.POLARITY, "will not send", "sends"), score=0.998),
            relate(match, ENVOY, TOOK_PART, (Aspect.NAME, "Steve Witkoff", "Steve Witkoff"), score=0.94),
            relate(
                match,
                ENVOY,
                AS_WELL,
                (Aspect.INFERENCE, ENVOY.text, AS_WELL.text),
                (Aspect.NAME, "Steve Witkoff", "Witkoff"),
                score=0.8,
            ),
            relate(match, TOOK_PART, AS_WELL, (Aspect.WORDING, "took part", "took part"), score=0.97),
        ],
        facts=[
            (FactState.DISPUTED, 3, [THIRTY_FIVE, THIRTY, THIRTY_ONE]),
            (FactState.CONSENSUS, 2, [ENVOY, TOOK_PART, AS_WELL]),
            (FactState.DISPUTED, 2, [TROOPS, FORCE]),
            (FactState.DISPUTED, 2, [TUSK, SENDS]),
        ],
    )
