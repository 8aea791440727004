"""Calls on the reader and controls of the page: share, subscribe, scroll down, sign up. No claims of the story."""

import re
from collections.abc import Iterator, Sequence

from counterpoint.engine.noise.lines import Line
from counterpoint.engine.passages import Span

# A line that has no other words is a button or a menu: "Facebook Twitter Pinterest", "2.3k shares", "Read more".
_CONTROLS = frozenset(
    "next prev previous play pause stop mute unmute enlarge print printer email e-mail mail share shares sharing"
    " tweet pin like comment comments reply save close menu search home login log in sign up out register"
    " subscribe newsletter facebook twitter pinterest linkedin whatsapp reddit instagram youtube telegram google"
    " messenger flipboard copy link links url image photo photos picture video videos caption toggle hide show"
    " more less read watch listen loading views skip ad sponsored view all gallery slideshow full fullscreen"
    " screen this story article page now playing again embed font size a to the top back continue reading main"
    " content navigation settings accept reject cookies options ok cancel submit send follow us on x of or and"
    " buy expand collapse download transcript audio live click here for text smaller larger connect slide slides"
    " last slidenext autoplay thumbnails captions post posted map related timeline load".split()
)
_LONGEST_CONTROLS = 12
_CONTROL = re.compile(r"[\d.,]+[km]?(?!\w)|[\w-]+")
_SENTENCE = re.compile(r"[a-z].*[.!?]$")  # "stop and read this story.": words that somebody may have said

# Buttons above a caption, as in "Facebook Twitter Pinterest A probe lifts off"
_BUTTON = "(?:Facebook|Twitter|Pinterest|LinkedIn|WhatsApp|Messenger|Reddit|Email|Share|Tweet|Print)"
_BUTTONS = re.compile(rf"(?:{_BUTTON}\s+){{2,}}(?=[A-Z])")
# Before the caption of what can't be played: "Media playback is unsupported on your device"
_PLAYER = re.compile(r"(?:Media|Video) playback is (?:un|not )supported on (?:your|this) \w+")

# What a call on the reader names: where the outlet can be had.
_CHANNEL = (
    r"\b(?:newsletters?|e-?mails?|inbox|alerts?|notifications?|apps?|web ?sites?|web ?page|homepage|facebook|twitter"
    r"|instagram|youtube|telegram|whatsapp|tiktok|podcasts?|channel|updates?|latest|live ?blog|live ?stream|video"
    r"|gallery|slideshow|photos?|pictures|stor(?:y|ies)|articles?|coverage|information|scene|here|below|above|link|iphone"
    r"|android|ipad|itunes|google play|app store|journalism|subscription|@\w+|www\.\S+|https?:\S+"
    r"|\w+\.(?:com|org|net|co\.uk))\b"
)
# How a sentence goes on that begins with one of the words before the bar and tells the reader to do something. Appeals
# of the police ("Anyone with information is asked to call ...") are claims of the story.
_CALL_FORMS = (
    r"follow| .*\b(?:on|us)\b| .*@",
    r"like| us\b| .{1,30} on facebook",
    r"join| (?:us|our|the (?:conversation|discussion))\b",
    r"subscribe| (?:to|now|today|here|for)\b|\W*$",
    r"sign| up(?: (?:for|to|now|here|and)\b|\W*$)",
    r"become| a (?:member|subscriber|supporter)\b",
    r"click tap|(?: on)? (?:here|the|to|this|below|for|any|through)\b",
    r"scroll swipe| (?:down|up|to|for|left|right)\b",
    r"download| (?:the|our|for|now)\b",
    rf"get| (?:the|our|free|breaking|all|more|unlimited|notified|alerts?|updates?|daily|real-time)\b.*{_CHANNEL}",
    rf"watch| (?:the|this|our|more|live|now|below|channel \d|\w+ news)\b.*{_CHANNEL}",
    r"listen| (?:to (?:the|this|our)|now|live)\b",
    rf"read| (?:the|our|more|next|also|it|this|here|about|or share)\b(?:.*{_CHANNEL}|\W*$)",
    r"continue keep| reading\b",
    r"story stories article articles advertisement advertisements| continues? (?:below|after)\b",
    rf"see| (?:also|more|the|our|all|photos|video)\b.*{_CHANNEL}",
    r"find| out (?:more|what|how|why)\b",
    r"visit| (?:us|our|the \w+ website|[\w.]+\.(?:com|org|net)\b)",
    r"check refresh| (?:back|(?:this|the) page|out (?:our|the|this|more))\b",
    rf"stay| (?:tuned|up to date|informed|connected)\b| with\b.*{_CHANNEL}",
    r"text| \S+ to \d+",
    r"send email e-mail call contact chat write tell let| (?:to |with )?(?:us|our|your)\b",
    r"leave| a (?:comment|reply)\b",
    r"share| (?:this|your (?:thoughts|views|story)|or comment on this)\b",
    r"report| a (?:correction|typo|problem)\b",
    r"ring| (?:us|the \w+) on \d",
    r"bookmark| the permalink",
    r"support| (?:us|our)\b| (?:independent|quality|local) (?:journalism|news|media)",
    r"please| (?!.*\b(?:police|sheriff|detectives?|crime|investigators?|hotline)\b)\w+",
    r"thanks| for (?:subscribing|signing|reading|visiting|registering|your (?:support|patience))\b",
    r"thank| you for (?:subscribing|signing|reading|visiting|registering|your (?:support|patience))\b",
    r"by| (?:clicking|signing|subscribing|continuing|submitting|registering)\b.*\b(?:you|agree|consent)\b",
    r"if| you(?: want| would like| wish|[’']d like) to (?:receive|get|subscribe|unsubscribe|comment|support|follow)\b",
    r"have got do| (?:you have )?(?:a|any|you got) (?:story|tip|news tip|photos?|video)\b.*\?",
    r"yes yeah no|, you (?:read|heard) (?:that|it) (?:right|correctly)\b",
    r"tune| in\b",
    r"don't don’t| miss\b",
)
_CALLS = {word: re.compile(form.partition("|")[2]) for form in _CALL_FORMS for word in form.partition("|")[0].split()}
_COURTESIES = re.compile(r"to [\w ]{3,40}, |please |you can (?:also )?")
_FIRST_WORD = re.compile(r"[\w’'-]+")
# What a page says about itself: its forms, its player, its cookies, and that the story may change.
_TEXT = "this (?:story|article|post|report|page|piece|headline|transcript|interview|text|version)"
_CHANGED = r"(?:updat|correct|amend|publish|edit|translat|revis|clarifi|adapt|produc)\w*ed"
_NOTICES = re.compile(
    r"(?:invalid e-?mail address|an error (?:has )?occurred|on a mobile device|(?:below|above) (?:is|are))\b"
    r"|(?:we|this (?:site|website|page)|our (?:site|website)) uses? cookies\b"
    r"|view all\b.*\b(?:newsletters|comments|photos|stories)\b"
    r"|welcome to (?:the|our) (?:discussion|conversation|site)\b"
    r"|(?:to view|(?:sorry, )?your browser|javascript (?:is|must))\b.*\b(?:video|browser|javascript|support|enabled?)\b"
    r"|(?:sorry, )?this (?:video|content|clip|page) (?:is|can|could|has)\b.*(?:available|played|supported|expired)\b"
    r"|this is a (?:developing|breaking)(?: news)? (?:story|alert|event|situation)\b|more to (?:come|follow)\W*$"
    r"|(?:we|this (?:story|article|page))(?: will|[’']ll)(?: continue to)?(?: be)? (?:updat\w+|bring you)\b"
    r"|(?:more|further) (?:information|details|updates) (?:will|to) (?:be|come|follow)\b[^\"”]*$"
    r"|(?:an? |the )?(?:(?:earlier|previous|original) )?version of this (?:story|article|post|report|headline|piece)\b"
    rf"|{_TEXT} (?:has been|was|is|will be|is being|may be|first|originally)\b.*\b{_CHANGED}\b"
    r"|this entry was posted\b|mobile (?:app )?users?:|sorry\b.*\bcomments?\b"
    r"|(?:a link|your \w+) has been (?:posted|sent)\b"
    r"|(?:correction|clarification|editor[’']s note)s?(?: \([^()]*\))?:\s|our standards:"
)
_PROMISES = re.compile(
    r"(?: will|[’']ll) have (?:more (?:on|information|details|updates|as|tonight)|updates|the latest)\b"
    r"|\bas (?:it|they|details|more (?:information|details)|(?:new )?information) becomes? available\b"
)
# The reader and the page in one sentence: "You have run out of free articles.", "If you enjoyed this article, ..."
_READER = re.compile(r"\byou(?:rs?|[’'](?:re|ve|ll))?\b")
_PAGE = re.compile(
    r"\b(?:free articles|newsletters?|subscri(?:ption|bers?|be)|unsubscribe|inbox|your browser"
    r"|(?:accept|use of|uses?|our) cookies|javascript|e-?mail (?:address|alerts?)|like (?:us|\w+(?: \w+)?) on facebook"
    r"|special offers|terms (?:of|and)|privacy policy|to a journalist|small favou?r"
    r"|(?:our|this) (?:site|website|page|app|newsroom|reporting|journalism|community|channel|article|story|blog|post"
    r"|video))\b"
)
_QUOTES = re.compile("[\"“”«»]|(?<!\\w)[‘']")
_FORM = 3  # calls in one line: a form to sign up, whose other words are its fields

_ADVERT = re.compile(
    r"advertisements?(?: continue reading the main story)?|advertis(?:ing|ement) - .*"
    r"|(?:sponsored|promoted)\b[^.!?]{,40}"
    r"|paid (?:content|post|partnership)\b.*|(?:article|story) continues (?:after|below) (?:this )?ad\w*",
    re.IGNORECASE,
)
# An outlet that speaks of itself and the reader at once: "Town App You love the coast! So do we!"
_SALES_TALK = re.compile(r"(?=.*\b(?:you|you[’']re|your)\b)(?=.*\b(?:we|us|our|app)\b).*!", re.IGNORECASE)
_STORE = re.compile(
    r"\bdownload (?:for|on|from|it) (?:the )?(?:iphone|android|ipad|itunes|google play|app store)", re.IGNORECASE
)
# A list's title run into its first paragraph: "Five Must-See Sights In Town Within the city ..."
_LISTICLE = re.compile(
    r"(?:\d+|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\s"
    r"(?:[A-Z][\w’'-]*\s(?:(?:of|to|for|in|the|your|and|a|on|with)\s)?){4,}"
)
_PARAGRAPH = 200  # code points


def find_calls(lines: Sequence[Line]) -> Iterator[Span]:
    """Controls of the page, calls to share, subscribe, follow or read on, and notices of the page about itself."""
    for line in lines:
        words = line.words
        if _is_controls(words):
            yield line.span
            continue
        head = _BUTTONS.match(words) or _PLAYER.match(words)
        if head:
            yield line.at(0, len(head[0].rstrip()))
        calls = [sentence for sentence, part in line.parts if _is_call(part) and not line.is_quoted(sentence)]
        if len(calls) >= _FORM and 2 * len(calls) >= len(line.sentences):
            yield line.span
        else:
            yield from calls


def find_adverts(lines: Sequence[Line]) -> Iterator[Span]:
    """Marks of adverts, sales talk to the reader, and a list's title run into its first paragraph."""
    for number, line in enumerate(lines):
        words = line.words
        if len(words) > _PARAGRAPH:
            is_advert = number > 0 and _LISTICLE.match(words)
        else:
            talks = "!" in words and not _QUOTES.search(words) and _SALES_TALK.fullmatch(words)
            is_advert = talks or _ADVERT.fullmatch(words) or _STORE.search(words)
        if is_advert:
            yield line.span


def _is_controls(words: str) -> bool:
    found = _CONTROL.findall(words.lower())
    controls = all(word in _CONTROLS or word[0].isdigit() for word in found)
    return 0 < len(found) <= _LONGEST_CONTROLS and controls and not _SENTENCE.match(words)


def _is_call(words: str) -> bool:
    low = words.lower().lstrip("([*•- ")
    return (
        _begins_as_call(low)
        or bool((courtesy := _COURTESIES.match(low)) and _begins_as_call(low[courtesy.end() :]))
        or bool(_NOTICES.match(low))
        or bool(("have" in low or "become" in low) and _PROMISES.search(low) and not _QUOTES.search(words))
        or bool("you" in low and _READER.search(low) and _PAGE.search(low) and not _QUOTES.search(words))
    )


def _begins_as_call(low: str) -> bool:
    first = _FIRST_WORD.match(low)
    rule = _CALLS.get(first[0]) if first else None
    return bool(first and rule and rule.match(low, first.end()))
