"""Words for words: what a desk may write instead without saying anything else."""

import re
from random import Random

from counterpoint.engine.passages import Span
from tests.bench.planting.traces import Trace

#: "words -> other words": every entry holds in running news prose, whatever stands around it.
_INSTEAD = """
more than -> over; at least -> no fewer than; approximately -> about; roughly -> about; nearly -> almost
almost -> nearly; children -> kids; kids -> children; began -> started; started -> began; attempted to -> tried to
tried to -> attempted to; purchased -> bought; bought -> purchased; residence -> home; firearm -> gun
discovered -> found; currently -> now; several people -> a number of people; numerous -> many; prior to -> before
because of -> due to; due to the -> because of the; near the -> close to the; near a -> close to a; huge -> enormous
quickly -> rapidly; shortly after -> soon after; shortly before -> just before
in order to -> to; occurred -> happened; took place -> happened; happened -> took place; officials -> authorities
authorities -> officials; police officers -> officers; transported to -> taken to; rushed to -> taken to
gunshots -> shots; argument -> quarrel; company -> firm; blaze -> fire; rescuers -> rescue workers
worldwide -> around the world; revealed -> disclosed; mistake -> error; errors -> mistakes; entire -> whole
initially -> at first; eventually -> in the end; recently -> lately; in addition to -> besides; although -> though
despite -> in spite of; such as -> like; former -> one-time; teen -> teenager; mom -> mother; dad -> father
whether or not -> whether; a total of -> altogether; sustained -> suffered; obtained -> got; assist -> help
assistance -> help; additional -> further; approached -> came up to; ordered to -> told to; requested -> asked for
neighbors -> neighbours; neighbor -> neighbour; center -> centre; organization -> organisation; color -> colour
per cent -> percent; percent -> per cent; is due to -> is to; entered -> went into
throughout -> all through; individuals -> people; vehicles -> cars; permitted -> allowed
shot and killed -> shot dead; fatally shot -> shot dead; shot to death -> shot dead; gunshot wounds -> bullet wounds
pronounced dead -> declared dead; local hospital -> nearby hospital; area hospital -> local hospital
nearby hospitals -> local hospitals; local hospitals -> nearby hospitals; responded to -> answered
investigating -> looking into; apartment complex -> housing complex
scientists -> researchers; researchers -> scientists; spacecraft -> craft; motive -> reason
arrived at -> reached; began to -> started to
in connection with -> over; in the area -> nearby; as well as -> and also; around the world -> worldwide
agreement -> deal; talks -> negotiations; negotiations -> talks; meeting -> gathering
video -> clip; warned -> cautioned; called for -> demanded
the whole -> all of the
neighborhood -> area; remains -> is still; injuries -> wounds
a home -> a house; the home -> the house; house -> home; suffered -> sustained
require -> need; requires -> needs; primarily -> mainly; largely -> mostly; frequently -> often; rapidly -> quickly
simply -> just; upon -> on; amid -> during; concerning -> about; regarding -> about; via -> by
the following day -> the next day; the early hours -> the small hours; large -> big;
searching for -> looking for; looking for -> searching for; shut down -> closed down; footage -> video
photos -> pictures; images -> pictures; photo -> picture; declined to -> would not; was able to -> managed to
were able to -> managed to; probe -> investigation; cops -> police; comprised of -> made up of
"""
_CONTRACTED = """
did not -> didn't; does not -> doesn't; do not -> don't; was not -> wasn't; were not -> weren't; is not -> isn't
are not -> aren't; has not -> hasn't; have not -> haven't; had not -> hadn't; will not -> won't; would not -> wouldn't
could not -> couldn't; cannot -> can't; should not -> shouldn't; it is -> it's; they are -> they're
"""


def _entries(table: str) -> dict[str, str]:
    pairs = (entry.split("->") for entry in re.split(r"[;\n]", table) if entry.strip())
    return {left.strip(): right.strip() for left, right in pairs}


_WORDS = _entries(_INSTEAD)
_SHORT = _entries(_CONTRACTED)
_LONG = {short: long for long, short in _SHORT.items()}
_ARTICLE = re.compile(r"\b[Aa]n? $")
_VOWELS = frozenset("aeioAEIO")
#: Numbers alone may follow these, or they mean something else.
_BEFORE_NUMBERS = frozenset({"more than", "at least", "approximately", "roughly", "nearly", "almost"})
_NUMBER = re.compile(r"\s[$£€]?(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|a dozen|half)\b)")


def _pattern(entries: dict[str, str]) -> re.Pattern[str]:
    longest = sorted(entries, key=len, reverse=True)
    words = "|".join(f"[{e[0].upper()}{e[0]}]{re.escape(e[1:])}" for e in longest)
    return re.compile(rf"(?<![\w’'-])(?:{words})(?![\w’'-])")


_ANY_WORD, _ANY_SHORT, _ANY_LONG = _pattern(_WORDS), _pattern(_SHORT), _pattern(_LONG)


def other_words(trace: Trace, chance: Random) -> Trace | None:
    """One word or phrase for another of the same meaning; None where the sentence has none that is known."""
    found = [m for m in _ANY_WORD.finditer(trace.text) if _may_change(trace.text, m)]
    return _exchanged(trace, chance.choice(found), _WORDS) if found else None


def contracted(trace: Trace, _chance: Random) -> Trace | None:
    """ "did not" as "didn't", or the other way round."""
    flat = trace.text.replace("’", "'")
    for pattern, entries in ((_ANY_SHORT, _SHORT), (_ANY_LONG, _LONG)):
        if match := pattern.search(flat):
            return _exchanged(trace, match, entries)
    return None


def _may_change(text: str, match: re.Match[str]) -> bool:
    is_before_number = bool(_NUMBER.match(text, match.end()))
    is_of_name = match.start() > 0 and match[0][0].isupper()
    return is_before_number if match[0].lower() in _BEFORE_NUMBERS else not is_of_name


def _exchanged(trace: Trace, match: re.Match[str], entries: dict[str, str]) -> Trace:
    instead = entries[match[0][0].lower() + match[0][1:]]
    words = instead[0].upper() + instead[1:] if match[0][0].isupper() else instead
    span = Span(*match.span())
    article = _ARTICLE.search(trace.text[: span.start])
    if article and (match[0][0] in _VOWELS) != (words[0] in _VOWELS):
        return trace.replaced(
            Span(article.start(), span.end), f"{article[0][0]}{'n' if words[0] in _VOWELS else ''} {words}"
        )
    return trace.replaced(span, words)
