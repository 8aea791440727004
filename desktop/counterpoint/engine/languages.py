"""Which language a text is in, as far as the engine must know: English or not."""

import re

# The commonest words of English that are no words of its neighbours, or rare ones there. What they share ("in", "as",
# "at", "was", "on", "me", "do", "so", "an") tells nothing.
_ENGLISH = frozenset(
    "the of and to that for with by from be have had were are this which not but they she his her its their who"
    " will would been after said says could about more when than into over there also we you our being between"
    " because before while where what only other some against during under or may can without such each both".split()
)
# The same of languages that a newsroom is likely to be sent, as evidence against.
_FOREIGN = frozenset(
    "der das und ist nicht mit den von zu auf für dem des sich ein eine auch nach werden wurde wurden wird bei"
    " zum zur vom noch haben sie wie im le la les et est dans une pour qui que sur pas plus par avec sont ont du"
    " au aux ce cette il elle ils mais el los las del y en una por con para su se al como más pero fue han lo sus"
    " ha este esta entre sobre di che sono della dei gli nel alla anche dal è si delle più non come het een van"
    " voor zijn niet op dat wordt werd aan ook maar bij naar heeft door uit deze o os um uma não da dos na"
    " nos foi ao pelo são também com em às och att som det på är av till har inte og af til ikke blev w z się nie"
    " jest że przez oraz od ale jak ve bir bu için ile olarak olan siger kom ved efter zeker waarbij hebben twee"
    " jaar".split()
)
_KNOWN = _ENGLISH | _FOREIGN
# Words of English that others have too: they count where nothing speaks for another language.
_SHARED = frozenset("a an in on at as was is so do me he has i no it".split())
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# The small words within names are of no language: "Ursula von der Leyen".
_WITHIN_NAMES = re.compile(
    r"(?<=\w)(?:\s(?:von|van|der|den|de|la|le|du|di|da|dos|del|al)){1,3}(?=\s[A-Z\u00c0-\u00de])", re.IGNORECASE
)
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_SAMPLE = 20_000  # code points
_FEWEST_LETTERS = 20
_FEWEST_WORDS = 9  # in small letters; a headline may have no function word at all
_SHARE = 0.1  # English news has about 0.45 of them, single sentences seldom less than 0.1


def is_english(text: str) -> bool:
    """Whether the text is in English, addresses and names apart; true where it is too short to tell."""
    parts = [part for part in text[:_SAMPLE].split() if "@" not in part and "/" not in part]
    sample = _WITHIN_NAMES.sub("", " ".join(parts))
    words = _WORD.findall(sample)
    letters = sum(map(len, words))
    if letters >= _FEWEST_LETTERS and 2 * sum(len(_LATIN.findall(word)) for word in words) < letters:
        return False
    small = [word.lower() for word in words if not word[0].isupper() or word.lower() in _KNOWN]
    foreign = sum(word in _FOREIGN for word in small)
    english = sum(word in _ENGLISH for word in small)
    if foreign > english + 1:
        return False
    shared = sum(word in _SHARED for word in small)
    return len(small) < _FEWEST_WORDS or english + shared >= _SHARE * len(small)
