"""Calls on the reader and controls of the page: share, subscribe, scroll down, sign up. No claims of the story."""

import re
from collections.abc import Iterator, Sequence

from counterpoint.engine.lines import Line
from counterpoint.engine.passages import Span

_CONTROL_WORDS = (
    "next prev previous play pause stop mute unmute enlarge print printer email e-mail mail share shares sharing tweet pin like"
    " comment comments reply save close menu search home login log in sign up out register subscribe newsletter facebook twitter"
    " pinterest linkedin whatsapp reddit instagram youtube telegram google messenger flipboard copy link links url image photo"
    " photos picture video videos caption toggle hide show more less read watch listen loading skip ad sponsored view all gallery"
    " slideshow full fullscreen screen this story article page now playing again embed font size a to the top back continue"
    " reading main content navigation settings accept reject cookies options ok cancel submit send follow us on x of or and buy"
    " expand collapse download transcript audio live click here for text smaller larger"
)
_CONTROLS = frozenset(_CONTROL_WORDS.split())
_LONGEST_CONTROLS = 12
_CONTROL = re.compile(r"[\w-]+")
_SENTENCE = re.compile(r"[a-z].*[.!?]$")  # "Stop.", "Buy more.": words that somebody may have said
# "Media playback is unsupported on your device", before the caption of what can't be played
_PLAYER = re.compile(r"(?:Media|Video) playback is (?:un|not )supported on (?:your|this) \w+\s?")
# "Facebook Twitter Pinterest A probe lifts off": the buttons above a caption
_BUTTONS = re.compile(r"(?:(?:Facebook|Twitter|Pinterest|LinkedIn|WhatsApp|Messenger|Reddit|Email|Share|Tweet|Print)\s+){2,}(?=[A-Z])")

_CHANNEL = (
    r"(?:newsletters?|e-?mails?|inbox|alerts?|notifications?|apps?|web ?sites?|web ?page|homepage|facebook|twitter|instagram|youtube"
    r"|telegram|whatsapp|tiktok|podcasts?|channel|updates?|latest|live ?blog|live ?stream|video|gallery|slideshow|photos?|pictures"
    r"|stor(?:y|ies)|articles?|coverage|information|here|below|above|link|iphone|android|ipad|itunes|google play|app store"
    r"|journalism|subscription|@\w+|www\.\S+|https?:\S+|\w+\.(?:com|org|net|co\.uk))"
)
# How a sentence begins that tells the reader to do something, and what it must name besides.
_IMPERATIVES = re.compile(
    rf"(?:please\s|to [\w ]{{3,40}}, )?(?:follow\b.*\b(?:on|us|@\w+)\b|like us\b|like .{{1,30}} on facebook|join (?:us|our|the (?:conversation|discussion))\b"
    rf"|subscribe(?: (?:to|now|today|here|for)\b|\W*$)|sign up(?: (?:for|to|now|here|and)\b|\W*$)|(?:click|tap)(?: on)? (?:here|the|to|this|below|for|any)\b"
    rf"|download (?:the|our|for|now)\b|get (?:the|our|free|breaking|all|more|unlimited|notified|alerts?|updates?|daily|real-time)\b.*\b{_CHANNEL}\b"
    rf"|watch (?:the|this|our|more|live|now|below|channel \d|\w+ news)\b.*\b{_CHANNEL}\b|listen (?:to (?:the|this|our)|now|live)\b"
    rf"|read (?:the|our|more|next|also|it|this|here|about|or share)\b(?:.*\b{_CHANNEL}\b|\W*$|:)|see (?:also|more|the|our|all)\b.*\b{_CHANNEL}\b"
    rf"|visit (?:us|our|the \w+ website|[\w.]+\.(?:com|org|net)\b)|check (?:back|out (?:our|the|this|more))\b|stay (?:tuned|up to date|informed|connected)\b"
    rf"|stay with\b.*\b{_CHANNEL}\b|tune in\b|text \S+ to \d+|(?:send|e-?mail) us\b|tell us\b|let us know\b|share (?:this|your (?:thoughts|views|story))\b"
    rf"|scroll (?:down|up|to|for)\b|swipe (?:left|right|to|up)\b|don[’']t miss\b|become a (?:member|subscriber|supporter|patron)\b"
    rf"|support (?:our|independent|quality|local) (?:journalism|news|media|reporting)|please (?:enter|re-?enter|select|verify|enable|refresh|try again|log ?in|sign in|consider|check|wait|subscribe|support)\b"
    rf"|(?:invalid|your) e-?mail address\b|(?:thank you|thanks) for (?:subscribing|signing|reading|visiting|registering|your (?:support|interest|patience))\b"
    rf"|you (?:can|may|must|agree|will|have|are|’ll|'ll)\b.*\b(?:newsletters?|e-?mails?|subscri\w+|alerts|like (?:us|\w+(?: \w+)?) on|special offers|cookies|terms|privacy|unsubscribe|follow us)\b"
    rf"|by (?:clicking|signing|subscribing|continuing|submitting|registering)\b.*\b(?:you|agree|consent)\b"
    rf"|if you (?:want|would like|wish|’d like|'d like) to (?:receive|get|subscribe|unsubscribe|comment|support|follow|contact us)\b"
    rf"|(?:we|this (?:site|website|page)|our (?:site|website)) uses? cookies\b|an error (?:has )?occurred\b|view all\b.*\b(?:newsletters|comments|photos|stories)\b"
    rf"|on a mobile device\b|(?:to view|your browser|javascript (?:is|must))\b.*\b(?:video|browser|javascript|support|enabled?)\b"
    rf"|(?:story|article|advertisement)s? continues? (?:below|after)\b|(?:continue|keep) reading\b|read more\b|more to (?:come|follow)\W*$"
    rf"|(?:have|got|do you have) (?:a|any|you got) (?:story|tip|news tip|photos?|video)\b.*\?|(?:below|above) (?:is|are)\b"
    rf"|(?:yes|yeah|no),? you (?:read|heard) (?:that|it) (?:right|correctly)\b)",
    re.IGNORECASE,
)
# What a page says about itself: "This is a developing story.", "An earlier version of this article misstated ..."
_NOTICES = re.compile(
    r"this is a (?:developing|breaking)(?: news)? (?:story|alert|event|situation)\b|this is a breaking news\b"
    r"|.{2,40}\b(?:will|[’']ll) have (?:more|updates|the latest)\b|(?:more|further) (?:information|details|updates) (?:will|to) (?:be|come|follow)\b[^\"”]*$"
    r"|.*\bas (?:it|they|details|more (?:information|details)|(?:new )?information) becomes? available\b"
    r"|(?:an? (?:earlier|previous|original) version of this|the original version of this|this (?:story|article|post|report|page|piece|headline|transcript|interview|text|version)"
    r" (?:has been|have been|was|is|will be|is being|may be|first|originally)\b.*\b(?:updated|corrected|amended|published|edited|translated|revised|clarified|appeared|adapted|republished|produced))"
    r"|(?:correction|clarification|editor[’']s note)s?(?: \([^()]*\))?:\s"
    r"|accuracy and availability may vary\b",
    re.IGNORECASE,
)
_ADVERT = re.compile(
    r"advertisements?(?: continue reading the main story)?|advertis(?:ing|ement) - .*|sponsored(?: content| by .*)?|promoted(?: content| by .*)?"
    r"|paid (?:content|post|partnership)\b.*|(?:article|story) continues (?:after|below) (?:this )?ad\w*",
    re.IGNORECASE,
)
# "Town App You're on the go! So are we!": an outlet that speaks of itself and the reader at once
_SALES_TALK = re.compile(r"(?=.*\b(?:you|you[’']re|your)\b)(?=.*\b(?:we|us|our|app)\b).*!", re.IGNORECASE)
_STORE = re.compile(r"\bdownload (?:for|on|from|it) (?:the )?(?:iphone|android|ipad|itunes|google play|app store)", re.IGNORECASE)
_QUOTES = re.compile("[\"“”«»]|(?<!\\w)[‘']")
# "Five Must-See Sights In Town Within the city ...": a list's title run into its first paragraph
_LISTICLE = re.compile(
    r"(?:\d+|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\s(?:[A-Z][\w’'-]*\s(?:(?:of|to|for|in|the|your|and|a|on|with)\s)?){4,}"
)
_PARAGRAPH = 200
_FORM = 3  # calls in one line: a form to sign up, whose other words are its fields


def find_calls(lines: Sequence[Line]) -> Iterator[Span]:
    """Controls of the page, calls to share, subscribe, follow or read on, and notices of the page about itself."""
    for line in lines:
        words = line.words
        if _is_controls(words):
            yield line.span
            continue
        head = _BUTTONS.match(words) or _PLAYER.match(words)
        if head:
            yield line.at(*head.span())
        calls = [sentence for sentence, part in line.parts if _calls(part)]
        if len(calls) >= _FORM and 2 * len(calls) >= len(line.sentences):
            yield line.span
        else:
            yield from calls


def find_adverts(lines: Sequence[Line]) -> Iterator[Span]:
    """Marks of adverts, sales talk to the reader, and a list's title run into its first paragraph."""
    for number, line in enumerate(lines):
        words = line.words
        listed = number > 0 and len(words) > _PARAGRAPH and _LISTICLE.match(words)
        if _ADVERT.fullmatch(words) or listed or _STORE.search(words) or (
            len(words) < _PARAGRAPH and not _QUOTES.search(words) and _SALES_TALK.fullmatch(words)
        ):
            yield line.span


def _is_controls(words: str) -> bool:
    found = _CONTROL.findall(words.lower())
    return 0 < len(found) <= _LONGEST_CONTROLS and all(word in _CONTROLS or word.isdigit() for word in found) and not _SENTENCE.match(words)


def _calls(words: str) -> bool:
    words = words.lstrip("([*•- ")
    return bool(_IMPERATIVES.match(words) or _NOTICES.match(words))
