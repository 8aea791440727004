"""Calls on the reader and controls of the page: share, subscribe, scroll down, sign up. No claims of the story."""

import re
from collections.abc import Iterator, Sequence

from counterpoint.engine.lines import Line
from counterpoint.engine.passages import Span

_CONTROL_WORDS = (
    "next prev previous play pause stop mute unmute enlarge print printer email e-mail mail share shares sharing tweet pin like"
    " comment comments reply save close menu search home login log in sign up out register subscribe newsletter facebook twitter"
    " pinterest linkedin whatsapp reddit instagram youtube telegram google messenger flipboard copy link links url image photo"
    " photos picture video videos caption toggle hide show more less read watch listen loading shares views skip ad sponsored view all gallery"
    " slideshow full fullscreen screen this story article page now playing again embed font size a to the top back continue"
    " reading main content navigation settings accept reject cookies options ok cancel submit send follow us on x of or and buy"
    " expand collapse download transcript audio live click here for text smaller larger"
)
_CONTROLS = frozenset(_CONTROL_WORDS.split())
_LONGEST_CONTROLS = 12
_CONTROL = re.compile(r"[\d.,]+[km]?(?!\w)|[\w-]+")
_SENTENCE = re.compile(r"[a-z].*[.!?]$")  # "Stop.", "Buy more.": words that somebody may have said
# "Media playback is unsupported on your device", before the caption of what can't be played
_PLAYER = re.compile(r"(?:Media|Video) playback is (?:un|not )supported on (?:your|this) \w+\s?")
# "Facebook Twitter Pinterest A probe lifts off": the buttons above a caption
_BUTTONS = re.compile(
    r"(?:(?:Facebook|Twitter|Pinterest|LinkedIn|WhatsApp|Messenger|Reddit|Email|Share|Tweet|Print)\s+){2,}(?=[A-Z])"
)

_CHANNEL = (
    r"\b(?:newsletters?|e-?mails?|inbox|alerts?|notifications?|apps?|web ?sites?|web ?page|homepage|facebook|twitter|instagram|youtube"
    r"|telegram|whatsapp|tiktok|podcasts?|channel|updates?|latest|live ?blog|live ?stream|video|gallery|slideshow|photos?|pictures"
    r"|stor(?:y|ies)|articles?|coverage|information|here|below|above|link|iphone|android|ipad|itunes|google play|app store"
    r"|journalism|subscription|scene|@\w+|www\.\S+|https?:\S+|\w+\.(?:com|org|net|co\.uk))\b"
)
# How a sentence begins that tells the reader to do something, and what it must name besides.
_IMPERATIVE_FORMS = (
    r"follow\b.*\b(?:on|us|@\w+)\b|like us\b|like .{1,30} on facebook|join (?:us|our|the (?:conversation|discussion))\b",
    r"subscribe(?: (?:to|now|today|here|for)\b|\W*$)|sign up(?: (?:for|to|now|here|and)\b|\W*$)|become a (?:member|subscriber|supporter)\b",
    r"(?:click|tap)(?: on)? (?:here|the|to|this|below|for|any|through)\b|scroll (?:down|up|to|for)\b|swipe (?:left|right|to|up)\b",
    rf"download (?:the|our|for|now)\b|get (?:the|our|free|breaking|all|more|unlimited|notified|alerts?|updates?|daily|real-time)\b.*{_CHANNEL}",
    rf"watch (?:the|this|our|more|live|now|below|channel \d|\w+ news)\b.*{_CHANNEL}|listen (?:to (?:the|this|our)|now|live)\b",
    rf"read (?:the|our|more|next|also|it|this|here|about|or share)\b(?:.*{_CHANNEL}|\W*$|:)|(?:continue|keep) reading\b|read more\b",
    rf"see (?:also|more|the|our|all|photos|video)\b.*{_CHANNEL}|find out (?:more|what|how|why)\b|chat with us\b|don[’']t miss\b",
    r"visit (?:us|our|the \w+ website|[\w.]+\.(?:com|org|net)\b)|check (?:back|out (?:our|the|this|more))\b|refresh (?:this|the) page\b",
    rf"stay (?:tuned|up to date|informed|connected)\b|stay with\b.*{_CHANNEL}|tune in\b|text \S+ to \d+",
    r"(?:send|e-?mail|call|contact|write to) (?:us|our)\b|(?:send|e-?mail) your\b|tell us\b|let us know\b|leave a (?:comment|reply)\b",
    r"share (?:this|your (?:thoughts|views|story))\b|support (?:us|our)\b|support (?:independent|quality|local) (?:journalism|news|media)",
    r"please (?!.*\b(?:police|sheriff|detectives?|crime|investigators?|hotline)\b)\w+|(?:invalid|your) e-?mail address\b",
    r"(?:thank you|thanks) for (?:subscribing|signing|reading|visiting|registering|your (?:support|interest|patience))\b",
    r"by (?:clicking|signing|subscribing|continuing|submitting|registering)\b.*\b(?:you|agree|consent)\b",
    r"if you (?:want|would like|wish|[’']d like) to (?:receive|get|subscribe|unsubscribe|comment|support|follow|contact us)\b",
    r"(?:we|this (?:site|website|page)|our (?:site|website)) uses? cookies\b|an error (?:has )?occurred\b|on a mobile device\b",
    r"view all\b.*\b(?:newsletters|comments|photos|stories)\b|welcome to (?:the|our) (?:discussion|conversation|comments|site)\b",
    r"(?:to view|(?:sorry, )?your browser|javascript (?:is|must))\b.*\b(?:video|browser|javascript|support|enabled?)\b",
    r"(?:sorry, )?this (?:video|content|clip|page|feature) (?:is|can|could|has)\b.*\b(?:(?:un)?available|played|supported|expired|removed)\b",
    r"(?:story|article|advertisement)s? continues? (?:below|after)\b|more to (?:come|follow)\W*$|(?:below|above) (?:is|are)\b",
    r"(?:have|got|do you have) (?:a|any|you got) (?:story|tip|news tip|photos?|video)\b.*\?",
    r"(?:yes|yeah|no),? you (?:read|heard) (?:that|it) (?:right|correctly)\b",
)
_IMPERATIVES = re.compile(rf"(?:to [\w ]{{3,40}}, |please )?(?:{'|'.join(_IMPERATIVE_FORMS)})", re.IGNORECASE)
# "You have run out of free articles.", "If you enjoyed this article, share it": the reader and the page in one sentence
_READER = re.compile(r"\byou(?:rs?|[’'](?:re|ve|ll))?\b", re.IGNORECASE)
_PAGE = re.compile(
    r"\b(?:free articles|newsletters?|subscri(?:ption|bers?|be)|unsubscribe|inbox|your browser|(?:accept|use of|uses?|our) cookies|javascript|e-?mail (?:address|alerts?)"
    r"|like (?:us|\w+(?: \w+)?) on facebook|special offers|terms (?:of|and)|privacy policy|to a journalist|small favou?r"
    r"|(?:our|this) (?:site|website|page|app|newsroom|reporting|journalism|community|channel|article|story|blog|post|video|content))\b",
    re.IGNORECASE,
)
# What a page says about itself: "This is a developing story.", "An earlier version of this article misstated ..."
_NOTICE_FORMS = (
    r"this is a (?:developing|breaking)(?: news)? (?:story|alert|event|situation)\b|this is a breaking news\b",
    r".{2,40}\b(?:will|[’']ll) have (?:more (?:on|information|details|updates|as|tonight|later)|updates|the latest)\b",
    r"(?:we|this (?:story|article|page|post))(?: will|[’']ll)(?: be)?(?: continu\w+ to)?(?: be)? (?:updat\w+|bring you|keep you)\b",
    r"(?:more|further) (?:information|details|updates) (?:will|to) (?:be|come|follow)\b[^\"”]*$",
    r".*\bas (?:it|they|details|more (?:information|details)|(?:new )?information) becomes? available\b",
    r"an? (?:(?:earlier|previous|original) )?version of this (?:story|article|post|report|headline|piece)\b|the original version of this\b",
    r"this (?:story|article|post|report|page|piece|headline|transcript|interview|text|version)"
    r" (?:has been|have been|was|is|will be|is being|may be|first|originally)\b"
    r".*\b(?:updated|corrected|amended|published|edited|translated|revised|clarified|appeared|adapted|republished|produced)",
    r"(?:correction|clarification|editor[’']s note)s?(?: \([^()]*\))?:\s|our standards:|accuracy and availability may vary\b",
)
_NOTICES = re.compile("|".join(_NOTICE_FORMS), re.IGNORECASE)
_ADVERT = re.compile(
    r"advertisements?(?: continue reading the main story)?|advertis(?:ing|ement) - .*|(?:sponsored|promoted)\b[^.!?]{,40}"
    r"|paid (?:content|post|partnership)\b.*|(?:article|story) continues (?:after|below) (?:this )?ad\w*",
    re.IGNORECASE,
)
# "Town App You're on the go! So are we!": an outlet that speaks of itself and the reader at once
_SALES_TALK = re.compile(r"(?=.*\b(?:you|you[’']re|your)\b)(?=.*\b(?:we|us|our|app)\b).*!", re.IGNORECASE)
_STORE = re.compile(
    r"\bdownload (?:for|on|from|it) (?:the )?(?:iphone|android|ipad|itunes|google play|app store)", re.IGNORECASE
)
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
        calls = [sentence for sentence, part in line.parts if _calls(part) and not line.is_quoted(sentence)]
        if len(calls) >= _FORM and 2 * len(calls) >= len(line.sentences):
            yield line.span
        else:
            yield from calls


def find_adverts(lines: Sequence[Line]) -> Iterator[Span]:
    """Marks of adverts, sales talk to the reader, and a list's title run into its first paragraph."""
    for number, line in enumerate(lines):
        words = line.words
        listed = number > 0 and len(words) > _PARAGRAPH and _LISTICLE.match(words)
        if listed or _ADVERT.fullmatch(words) or _STORE.search(words):
            yield line.span
        elif "!" in words and len(words) < _PARAGRAPH and not _QUOTES.search(words) and _SALES_TALK.fullmatch(words):
            yield line.span


def _is_controls(words: str) -> bool:
    found = _CONTROL.findall(words.lower())
    controls = all(word in _CONTROLS or word[0].isdigit() for word in found)
    return 0 < len(found) <= _LONGEST_CONTROLS and controls and not _SENTENCE.match(words)


def _calls(words: str) -> bool:
    words = words.lstrip("([*•- ")
    if _IMPERATIVES.match(words) or _NOTICES.match(words):
        return True
    return bool(_READER.search(words) and _PAGE.search(words) and not _QUOTES.search(words))
