"""Verbs: which words of a sentence are its verbs, guessed from the word list and from position."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.words import Word

BE = frozenset("is are was were be been being am isn't aren't wasn't weren't ain't".split())
HAVE = frozenset("have has had having haven't hasn't hadn't".split())
DO = frozenset("do does did don't doesn't didn't".split())
MODALS = frozenset(
    "will would shall should can could may might must cannot won't wouldn't shan't shouldn't can't couldn't mustn't"
    " mightn't needn't 'll ll 'd".split()
)
NEGATIONS = frozenset("not never".split())
PREPOSITIONS = frozenset(
    "of in on at by for with from to into onto over under about against between during through per via up down out"
    " off as than without within among amid beyond near toward towards across along behind inside outside upon"
    " despite".split()
)
OPENERS = frozenset(
    "that who which whom whose what where when because after before while if but although though since until unless"
    " whether so whereas once how why".split()
)
DETERMINERS = frozenset(
    "a an the this these those some any each every no my your his her its our their another both all other such most"
    " many several few s".split()
)
PRONOUNS = frozenset("i you he she it we they who him them us me this that these those someone anyone everyone".split())
PLURAL_PRONOUNS = frozenset("i you we they".split())
_SINGULAR_PRONOUNS = frozenset("he she it who which that".split())
_SAME_FORM = frozenset(
    "put cut set hit hurt let shut spread cost beat quit bid cast split shed burst read become come".split()
)
_NOT_PAST = frozenset(
    "men feet teeth mice people lives leaves better best worst less least left-wing evening red".split()
)
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty thirty forty fifty"
    " sixty seventy eighty ninety hundred thousand dozen dozens hundreds thousands million".split()
)
_TIMES = frozenset("today yesterday tomorrow tonight earlier later ago".split())
_MEANS = frozenset(
    "car bus train boat plane air sea land road foot hand accident mistake law force nearly about more".split()
)
_BASE_TOO = frozenset({"found", "left", "saw", "felt", "lay", "wound", "fell"})  # "to found": past of another, too
ADVERBS = frozenset(
    "also already still just now then soon almost again ever yet even both all reportedly allegedly only very too so"
    " later since always often once rather himself herself themselves itself however first meanwhile".split()
)
#: Verbs whose base form or -s form is far commoner in news than the noun of the same spelling.
_COMMON_VERBS = frozenset(
    "say want believe think know get make take go come see tell ask seek warn urge vow deny confirm claim expect need"
    " try hope remain live die become begin keep let give find meet agree have hold lead stand face stay leave".split()
)  # fmt: skip
SAYING = frozenset(
    "say tell add note announce report claim state declare explain warn insist stress emphasize emphasise argue suggest"
    " confirm write tweet ask answer reply respond comment believe think reveal according".split()
)


class Form(Enum):
    """What the shape of a word lets it be as a verb."""

    NONE = auto()
    BASE = auto()
    THIRD = auto()
    PAST = auto()
    ING = auto()


def is_manner(lower: str, lexicon: Lexicon) -> bool:
    """Whether the word is an adverb in "-ly": "formally", not "family", "supply" or "July"."""
    return lower.endswith("ly") and lower not in lexicon.categories and lower not in lexicon.verbs


def verb_form(word: Word, lexicon: Lexicon) -> Form:
    """The verb form that a word can be, NONE for a word that is no verb."""
    if word.lemma not in lexicon.verbs or word.is_function:
        return Form.NONE
    lower = word.text.lower().replace("’", "'")
    if lower == word.lemma:
        return Form.BASE
    if lower.endswith("ing"):
        return Form.ING
    if lower.endswith("ed"):
        return Form.PAST
    if lower in lexicon.irregular:
        return Form.NONE if lower in _NOT_PAST or lower.endswith(("er", "est", "s")) else Form.PAST
    return Form.THIRD if lower.endswith("s") else Form.NONE


@dataclass(slots=True)
class VerbGroup:
    """A verb group by its words' numbers: first word, main word, and what stands between."""

    first: int
    main: int
    form: Form
    auxiliary: str = ""
    negation: int | None = None
    is_passive: bool = False
    is_copula: bool = False
    is_finite: bool = True


class Syntax:
    """A sentence's words, the verb forms that they can be, the marks between them, and the verb groups."""

    def __init__(self, text: str, span: Span, words: Sequence[Word], lexicon: Lexicon) -> None:
        self.words = words
        self.lexicon = lexicon
        self.size = len(words)
        self.lowers = [word.lemma if word.is_function else word.text.lower().replace("’", "'") for word in words]
        for at, (word, lower) in enumerate(zip(words[:-1], self.lowers[1:], strict=True), start=1):
            if lower == "am" and word.text[0].isdigit():
                self.lowers[at] = "a.m."  # "at 6.40 am", no verb
        self.forms = [verb_form(word, lexicon) for word in words]
        ends = [span.start, *(word.span.end for word in words)]
        starts = [*(word.span.start for word in words), max(span.end, ends[-1])]
        #: Words that serve the grammar, those among them that the words' own list leaves out ("whether", "without").
        self.closed = [
            word.is_function or lower in OPENERS or lower in PREPOSITIONS
            for word, lower in zip(words, self.lowers, strict=True)
        ]
        self.verbs: set[int] = set()  # numbers of the main words found so far
        content = [word for word in words if not word.is_function]
        #: "Police Say Gunman Shot Three": capitals tell nothing there.
        self.is_titled = sum(word.is_capitalised for word in content) > 0.8 * len(content)
        #: gaps[i] stands before word i, gaps[size] after the last.
        self.gaps = [text[end:start].strip() for end, start in zip(ends, starts, strict=True)]

    def is_adverb(self, at: int) -> bool:
        return self.lowers[at] in ADVERBS or is_manner(self.lowers[at], self.lexicon)

    def is_possessor(self, at: int) -> bool:
        """Whether an apostrophe and "s" follow: the man of "the man's name" is not what the phrase names."""
        return at + 1 < self.size and self.lowers[at + 1] == "s" and self.gaps[at + 1] in {"'", "’"}

    def is_time(self, at: int) -> bool:
        """Whether the word is a time, which ends a noun phrase without heading it: "struck Paris Monday"."""
        return self.lexicon.category(self.words[at].lemma) == "time" or self.lowers[at] in _TIMES

    def groups(self) -> list[VerbGroup]:
        found: list[VerbGroup] = []
        at = 0
        while at < self.size:
            group = self._with_auxiliary(at) or self._alone(at)
            if group:
                found.append(group)
                self.verbs.add(group.main)
                at = max(group.main, at) + 1
            else:
                at += 1
        return found

    def _with_auxiliary(self, at: int) -> VerbGroup | None:
        first = self.lowers[at]
        if not (first in BE or first in HAVE or first in DO or first in MODALS or first == "to"):
            return None
        auxiliary, negation, last, here = first, self._negation(at), at, at + 1
        while here < self.size and not self._parts(here):
            lower = self.lowers[here]
            if lower in BE or lower in HAVE or lower in DO:
                auxiliary, last = f"{auxiliary} {lower}", here
            elif lower in NEGATIONS:
                negation = here
            elif not self.is_adverb(here):
                break
            here += 1
        return self._main(at, here, last, auxiliary, negation)

    def _negation(self, at: int) -> int | None:
        lower = self.lowers[at]
        return at if lower.endswith("n't") or lower == "cannot" else None

    def _parts(self, at: int) -> bool:
        """Whether a mark that ends a verb group stands before the word."""
        return bool(self.gaps[at]) and self.gaps[at] not in {"'", "’", "‘", '"', "“", "”"}

    def _main(self, at: int, here: int, last: int, auxiliary: str, negation: int | None) -> VerbGroup | None:
        ruler = self.lowers[last]
        form = self.forms[here] if here < self.size and not self._parts(here) else Form.NONE
        same = form is Form.BASE and self.lowers[here] in _SAME_FORM
        group = VerbGroup(
            at, here, form, auxiliary, negation, is_finite=auxiliary.split(" ", 1)[0] not in {"to", "being", "be"}
        )
        is_participle = form is Form.PAST or same
        if ruler in BE:
            group.is_passive = is_participle
            return group if is_participle or form is Form.ING else self._copula(group, here, last)
        if is_participle if ruler in HAVE else self._is_infinitive(here, form):
            return group
        if ruler in HAVE or ruler in DO:
            group.main, group.form = last, Form.BASE
            return group
        return None

    def _is_infinitive(self, at: int, form: Form) -> bool:
        return form is Form.BASE or (form is Form.PAST and self.lowers[at] in _BASE_TOO)

    def _copula(self, group: VerbGroup, here: int, last: int) -> VerbGroup | None:
        """The group of "be" with its complement: the first content word after it that ends a noun phrase."""
        group.is_copula, group.form = True, Form.NONE
        group.main = last
        at = here
        while at < self.size and at < here + 6 and (at == here or not self._parts(at)):
            if not self.closed[at] and not self.is_adverb(at):
                while at + 1 < self.size and self._continues(at + 1):
                    at += 1
                group.main = at
                break
            if self.lowers[at] in PREPOSITIONS or self.lowers[at] in OPENERS:
                break
            at += 1
        return group

    def _continues(self, at: int) -> bool:
        """Whether the word goes on with the noun phrase or hyphenated word before it."""
        return self.gaps[at] == "-" or (
            not self.gaps[at] and not self.closed[at] and self.forms[at] in {Form.NONE, Form.BASE}
        )

    def _alone(self, at: int) -> VerbGroup | None:
        form = self.forms[at]
        if form is Form.NONE or self.lowers[at] in ADVERBS:
            return None
        accepts = {
            Form.PAST: self._is_past,
            Form.THIRD: self._is_third,
            Form.BASE: self._is_base,
            Form.ING: self._is_gerund,
        }
        if not accepts[form](at) or self._is_in_name(at):
            return None
        is_passive = form is Form.PAST and self._is_done_by(at)
        return VerbGroup(at, at, form, is_passive=is_passive, is_finite=form is not Form.ING)

    def _is_done_by(self, at: int) -> bool:
        """Whether a doer follows: "signed by France", not "joined by phone", "rose by 3 percent", "ended by noon"."""
        if at + 2 >= self.size or self.lowers[at + 1] != "by" or self.gaps[at + 1]:
            return False
        after = self.words[at + 2]
        category = self.lexicon.category(after.lemma)
        return (
            not after.text[0].isdigit()
            and category not in {"communication", "time", "quantity", "artifact"}
            and (self.lowers[at + 2] not in _MEANS and self.forms[at + 2] is not Form.ING)
        )

    def _is_in_name(self, at: int) -> bool:
        """Whether the word stands in a name ("United States", "Jared Kushner"), as far as capitals tell."""
        if not self.words[at].is_capitalised or self.is_titled:
            return False
        if at == 0 and self.forms[0] is Form.PAST and self.size > 1 and not self.gaps[1]:
            return (
                self.forms[1] in {Form.PAST, Form.THIRD} or self.lowers[1] in _SAME_FORM | BE | HAVE | MODALS
            )  # "United won"
        beside = (at - 1, at + 1)
        return at > 0 and any(0 <= i < self.size and self.words[i].is_capitalised for i in beside)

    def _before(self, at: int) -> str:
        return self.lowers[at - 1] if at else ""

    def _after(self, at: int) -> str:
        return self.lowers[at + 1] if at + 1 < self.size and not self.gaps[at + 1] else ""

    def _is_past(self, at: int) -> bool:
        before = self._before(at)
        if self.gaps[at] == "-" or (at + 1 < self.size and self.gaps[at + 1] == "-"):
            return False
        if before in DETERMINERS and before not in {"this", "these", "those", "all", "both", "some"}:
            return False
        if before in PREPOSITIONS and not self._parts(at):
            return self._opens_noun_phrase(at + 1) and before not in {"of", "with", "by", "from", "as"}
        describes = _is_number(before) or (at - 1 in self.verbs and not self.gaps[at])  # "arrested suspected members"
        return not (describes and self._ends_noun_phrase(at + 1))

    def _opens_noun_phrase(self, at: int) -> bool:
        return at < self.size and (self.lowers[at] in DETERMINERS or self.lowers[at] in PRONOUNS)

    def _ends_noun_phrase(self, at: int) -> bool:
        return at < self.size and not self.gaps[at] and not self.closed[at]

    def _is_third(self, at: int) -> bool:
        before, lemma = self._before(at), self.words[at].lemma
        if (
            at == 0
            or before in DETERMINERS
            or before in PREPOSITIONS
            or self.gaps[at] == "-"
            or (_is_number(before) and not self.gaps[at])
        ):
            return False
        if before == "that" and self._after(at) in BE | HAVE | MODALS:
            return False
        if before in _SINGULAR_PRONOUNS or lemma in _COMMON_VERBS or lemma in SAYING:
            return True
        if not self.lexicon.category(lemma) or before in {"longer", "never", "also", "still"}:
            return True
        after = self._after(at)
        is_singular = not before.endswith("s") and bool(self.lexicon.category(before))
        if is_singular and (after in DETERMINERS or after == "to"):
            return True
        opens = after in DETERMINERS or after in PREPOSITIONS or after in PRONOUNS or after[:1].isdigit()
        return self.words[at - 1].is_capitalised and not self.words[at].is_capitalised and opens and after != "of"

    def _is_base(self, at: int) -> bool:
        before, lower = self._before(at), self.lowers[at]
        if at == 0 or self.gaps[at] == "-" or before in DETERMINERS:
            return False
        if before in PLURAL_PRONOUNS:
            return True
        if (
            lower in _SAME_FORM
            and before not in PREPOSITIONS
            and (lower == "quit" or self._after(at) not in {"", "of"})
        ):
            return True
        is_plural = self._is_plural(at - 1)
        if is_plural and (self._after(at) in DETERMINERS or self._after(at) in {"to", "that"}):
            return True
        is_verb = lower in _COMMON_VERBS or lower in SAYING or not self.lexicon.category(lower)
        return is_verb and (is_plural or self._heads_plural(at))

    def _is_plural(self, at: int) -> bool:
        word = self.words[at]
        is_plural = self.lowers[at].endswith("s") and (word.lemma != self.lowers[at] or word.is_capitalised)
        return is_plural or self.lowers[at] in {"police", "people", "who", "men", "women", "children"}

    def _heads_plural(self, at: int) -> bool:
        """Whether a plural stands before the phrase that leads to the verb: "schools in the county remain open"."""
        for here in range(at - 1, max(0, at - 5), -1):
            if self.gaps[here + 1] or self.forms[here] in {Form.PAST, Form.ING}:
                return False
            if self.lowers[here] in PREPOSITIONS:
                return here > 0 and not self.gaps[here] and self._is_plural(here - 1)
        return False

    def _is_gerund(self, at: int) -> bool:
        before = self._before(at)
        if before in DETERMINERS or self.gaps[at] == "-":
            return False
        after = self._after(at)
        return (
            (at - 1 in self.verbs and not self.gaps[at])  # "considering sending tanks"
            or before in PREPOSITIONS
            or before in OPENERS
            or after in DETERMINERS
            or after in PRONOUNS
            or self.gaps[at] == ","
        )


def _is_number(lower: str) -> bool:
    return lower[:1].isdigit() or lower in _NUMBERS
