"""What stands in the margin beside a claim of the draft, and what it is called."""

from counterpoint.app.standings import Standing, Standings
from counterpoint.engine.checks import DraftFinding
from counterpoint.engine.claims import Claim
from counterpoint.store.annotations import Status
from counterpoint.views.marks import Sign, Tone
from counterpoint.writers.remarks import STATUS_NAMES

FINDINGS = {
    DraftFinding.SUPPORTED: (Sign("=", Tone.MATCH), "Supported"),
    DraftFinding.ONE_VOICE: (Sign("1", Tone.MATCH), "Supported by one voice only"),
    DraftFinding.CONTRADICTED: (Sign("≠", Tone.CONFLICT), "Contradicted"),
    DraftFinding.BOTH: (Sign("±", Tone.CONFLICT), "Supported and contradicted"),
    DraftFinding.NOTHING: (Sign("?", Tone.MUTED), "Nothing found in the sources"),
}
#: A person's word is filled, what the program finds is not.
STATUSES = {
    Status.CHECKED: Sign("✓", Tone.DRAFT, is_filled=True),
    Status.CHANGED: Sign("!", Tone.CONFLICT, is_filled=True),
    Status.CONTESTED: Sign("≠", Tone.CONFLICT, is_filled=True),
    Status.UNVERIFIABLE: Sign("?", Tone.MUTED, is_filled=True),
    Status.OPINION: Sign("“", Tone.MUTED, is_filled=True),
}


def sign_of(standings: Standings, claim: Claim) -> Sign | None:
    """The status where a person gave one, else what the sources make of the claim; None for a source's claim."""
    check = standings.check_of(claim.id)
    if check is None:
        return None
    return STATUSES.get(standings.standing_of(claim).status) or FINDINGS[check.finding][0]


def told_of(standing: Standing, places: int) -> str:
    """Who said what and when, of which words; "" where nobody said anything."""
    lines: list[str] = []
    given = standing.given
    if given is not None:
        day = given.made.astimezone().strftime("%-d %b %Y, %H:%M")
        who = f" by {given.by}" if given.by else ""
        changed = "; the words have changed since" if standing.was else ""
        lines.append(f"{STATUS_NAMES[given.status]}{who}, {day}{changed}.")
    if standing.was:
        lines.append(f"They were: {standing.was}")
    if standing.is_shared:
        lines.append("Judged where the draft says the same elsewhere.")
    elif places > 1:
        lines.append(f"The draft says so at {places} places: this holds for all of them.")
    return "\n".join(lines)
