"""Pasts and participles of the verbs that news use."""

_IRREGULAR = """
bear bore borne, become became become, begin began begun, bite bit bitten, break broke broken, bring brought brought,
build built built, buy bought bought, catch caught caught, choose chose chosen, come came come, cut cut cut, deal
dealt dealt, do did done, draw drew drawn, drive drove driven, eat ate eaten, fall fell fallen, feel felt felt, fight
fought fought, find found found, flee fled fled, fly flew flown, forget forgot forgotten, get got got, give gave
given, go went gone, grow grew grown, have had had, hear heard heard, hide hid hidden, hit hit hit, hold held held,
hurt hurt hurt, keep kept kept, know knew known, lead led led, leave left left, let let let, lose lost lost, make made
made, mean meant meant, meet met met, pay paid paid, put put put, ride rode ridden, rise rose risen, run ran run, see
saw seen, sell sold sold, send sent sent, set set set, shake shook shaken, shoot shot shot, sing sang sung, sink sank
sunk, sleep slept slept, speak spoke spoken, spend spent spent, spread spread spread, stand stood stood, steal stole
stolen, strike struck struck, swim swam swum, take took taken, teach taught taught, tell told told, think thought
thought, throw threw thrown, understand understood understood, wake woke woken, wear wore worn, win won won, write
wrote written
"""
_FORMS = {base: (past, participle) for base, past, participle in (entry.split() for entry in _IRREGULAR.split(","))}
PARTICIPLES = frozenset(participle for _, participle in _FORMS.values()) | {"born"}
#: Past -> base of those whose past is no other form as well: they surely are their sentence's verb.
SURE_PASTS = {past: base for base, (past, participle) in _FORMS.items() if past not in {participle, base, "did"}}
_DOUBLED = frozenset(
    "stop plan drop rob grab admit commit refer occur permit submit shop beg ban rip trap kidnap".split()
)


def past_of(base: str) -> str:
    """ "go" -> "went", "ban" -> "banned", "deny" -> "denied"."""
    return _FORMS[base][0] if base in _FORMS else _regular(base)


def participle_of(base: str) -> str:
    """ "go" -> "gone"."""
    return _FORMS[base][1] if base in _FORMS else _regular(base)


def gerund_of(base: str) -> str:
    """ "close" -> "closing", "ban" -> "banning"."""
    if base in _DOUBLED or base in {"cut", "hit", "let", "put", "run", "set", "get", "win", "swim", "begin"}:
        return f"{base}{base[-1]}ing"
    return (
        f"{base[:-1]}ing" if base.endswith("e") and not base.endswith(("ee", "ye")) and base != "be" else f"{base}ing"
    )


def _regular(base: str) -> str:
    if base in _DOUBLED:
        return f"{base}{base[-1]}ed"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return f"{base[:-1]}ied"
    return f"{base}d" if base.endswith("e") else f"{base}ed"
