"""A project to be exported: two open sources, a confidential one, and everything that a person can add to them."""

import re
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from counterpoint.app.outgoings import dossier_of
from counterpoint.app.projects import ReadProject
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import RelationKind
from counterpoint.engine.sources import Source, SourceId
from counterpoint.store.annotations import Note, NoteId, OwnRelation, Ruling, Tag, TagId, Verdict
from counterpoint.store.homes import Homes
from counterpoint.store.shelves import Original
from counterpoint.store.stores import Store
from counterpoint.writers.dossiers import Dossier
from tests.store.made import comparison, moment, own_relation, tagging

POST = Source(
    SourceId("s1"),
    "Bridge closes\nFour lorries crossed before the bridge was closed on Monday.\n"
    "Four *cracks* were found in it, Ana Duarte said.\n"
    "The mayor was abroad, =1+1 people said.\nPhoto: A. Nobody\n",
    title="Bridge closes",
    outlet="The Evening Post",
    author="Bo | Reyes",
    url="https://post.example/bridge?a=1&b=2",
    published=date(2026, 3, 2),
    retrieved=date(2026, 3, 4),
)
WIRE = Source(
    SourceId("s2"),
    "Cracks “found” & seen\nFive lorries crossed before the bridge closed.\nFour cracks 🌊 were found, Duarte said.\n",
    title="Cracks “found” & seen",
    published=date(2026, 3, 3),
)
LEAK = Source(
    SourceId("s3"),
    "Memorandum zeppelin\nInspectors hushed the quartz before nineteen smugglers drowned.\n"
    "Quillfeather counted five fissures.\n",
    title="Whistleblower",
    outlet="Intranet",
    author="Xanthippe Vole",
    url="https://ministry.example/leak",
    published=date(1999, 12, 31),
    confidential=True,
)
#: What must not be in any document: of the confidential source, of what was said of it, and of private notes.
SECRETS = sorted(
    set(re.findall(r"\w{4,}", f"{LEAK.text} {LEAK.title} {LEAK.outlet} {LEAK.author}"))
    - set(re.findall(r"\w+", POST.text + WIRE.text))
    | {"ministry.example", "1999", "whistle.docx", "reporter", "marmalade", "gooseberry", "Velvet"}
)
#: What must be in every document that tells all.
TOLD = ("Ask the mayor", "Toll &", "Look at the plans", "Compare the dates", "confirmed", "rejected")


def make(path: Path) -> Path:
    """The project as a file, analysed."""
    sources = [_sealed(source) for source in (POST, WIRE, LEAK)]
    found = comparison(*sources)
    homes = Homes(sources, found)
    toll = Tag(TagId("toll"), "Toll & <more>", "#d55e00", "t", "Counts of people")
    velvet = Tag(TagId("velvet"), "Velvet")
    conflict, match, hidden = found.relations[0], found.relations[1], found.relations[2]
    first = found.accounts[0].claims[0]
    leaked = found.accounts[2].claims[0]
    with Store.create(path, "The bridge") as store, store.atomic():
        names = ("bridge.txt", "", "leaks/whistle.docx")
        store.shelf.add(
            [
                (source, Original(source.text.encode(), f"/home/reporter/{name}" if name else ""))
                for source, name in zip(sources, names, strict=True)
            ]
        )
        store.shelf.arrange([source.id for source in sources])
        store.analysis.replace(found)
        book = store.notebook
        book.put_verdicts(
            [
                Verdict(homes.subject_of(conflict), RelationKind.CONFLICT, Ruling.CONFIRMED, moment(1)),
                Verdict(homes.subject_of(hidden), hidden.kind, Ruling.REJECTED, moment(2)),
            ]
        )
        book.put_tag(toll)
        book.put_tag(velvet)
        passage = homes.passage(SourceId("s1"), Span(0, 6))
        on = [homes.subject_of(conflict), homes.subject_of(first), passage]
        book.put_taggings([tagging(toll, each, n) for n, each in enumerate(on)])
        book.put_taggings([tagging(velvet, homes.subject_of(leaked)), tagging(velvet, homes.subject_of(hidden))])
        notes = {
            "Ask the mayor, *twice*.\n\n- and his <b>deputy</b>": homes.subject_of(conflict),
            "Look at the plans.": homes.subject_of(first),
            "Compare the dates.": homes.subject_of(sources[0]),
            "Four, say both.": homes.subject_of(next(f for f in found.facts if match.a in f.claims)),
            "Which bridge?": passage,
            "The gooseberry of the leak.": homes.subject_of(leaked),
            "A gooseberry again.": homes.subject_of(hidden),
            "One more gooseberry.": homes.subject_of(sources[2]),
            "And a gooseberry passage.": homes.passage(SourceId("s3"), Span(0, 10)),
        }
        for n, (body, target) in enumerate(notes.items()):
            book.put_note(Note(NoteId(f"n{n}"), target, body, moment(n), moment(n)))
        book.put_note(Note(NoteId("p"), homes.subject_of(first), "marmalade", moment(9), moment(9), is_private=True))
        book.put_own_relation(_by_hand(sources))
    return path


def dossier(folder: Path) -> Dossier:
    """What documents of the project are made of."""
    with ReadProject(make(folder / "bridge.counterpoint")) as project:
        return dossier_of(project)


def _by_hand(sources: list[Source]) -> OwnRelation:
    homes = Homes(sources, None)
    mayor = homes.passage(SourceId("s1"), Span(POST.text.index("The mayor"), POST.text.index(" was abroad")))
    cracks = homes.passage(SourceId("s2"), Span(0, 6))
    return own_relation("hand", mayor, cracks, 15, is_conflict=True)


def _sealed(source: Source) -> Source:
    return replace(source, sha256=sha256(source.text.encode()).hexdigest())
