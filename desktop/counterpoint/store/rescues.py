"""A new project of what is in memory of one whose file can't be read any more."""

from dataclasses import replace
from pathlib import Path

from counterpoint.store.shelves import Original
from counterpoint.store.stores import Store


def rescue(store: Store, path: Path) -> None:
    """Makes a project of what is in view; the texts stand for their originals. The old one is left as it is.

    Raises:
        FileExistsError: something has that name.
        UnwritableProject: it can't be had there.
    """
    made = Store.create(path, store.title())
    try:
        with made, made.atomic():
            _fill(made, store)
    except BaseException:
        path.unlink()  # half of a project would look like a whole one
        raise


def _fill(made: Store, store: Store) -> None:
    sources = store.shelf.sources()
    made.shelf.add((replace(source, sha256=""), Original(source.text.encode())) for source in sources)
    made.shelf.arrange(store.shelf.order())
    for tag in store.notebook.tags():
        made.notebook.put_tag(tag)
    for note in store.notebook.notes():
        made.notebook.put_note(note)
    for claim in store.notebook.own_claims():
        made.notebook.put_own_claim(claim)
    for relation in store.notebook.own_relations():
        made.notebook.put_own_relation(relation)
    made.notebook.put_verdicts(store.notebook.verdicts())
    made.notebook.put_taggings(store.notebook.taggings())
    made.notebook.put_statuses(store.notebook.statuses())
