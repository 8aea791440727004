"""The project file, one SQLite database: the only SQL of the program, and values in and out.

    with Store.create(folder / "Summit.counterpoint", "Summit") as store:      # never in another file's place
        with store.atomic():                                                   # together, or not at all
            store.shelf.add([(source, Original(content, path))])
            store.shelf.arrange([source.id])
        store.analysis.replace(comparison)
    with Store.open(path) as store:
        store.shelf.sources(), store.analysis.comparison(), store.notebook.notes()

- `stores`: Store, which joins the parts: `shelf` (sources, `shelves`), `analysis` (`analyses`), `notebook` (verdicts,
  statuses, tags and notes, `notebooks`), `revisions` (what drafts said before) and `journal` (steps of undo,
  `journals`).
- `annotations`: the values that a person adds. `homes`: what in today's findings they belong to.
- `files`, `tables`, `migrations`: the file, its rows, its form. `forms`: values as JSON.
- `backups`: copies in a folder of the program's own. `deeds`: who did what when, for ever; `purges`: what may not stay.
- `salvages`: what is left of a damaged project. `rescues`: what is in memory of one whose file is gone.
- `schemas`: what tables a file has, so that a stranger's are not trusted. `snapshots`: a file that is only read.

What is in the file is what was shown as done: every method that writes has committed when it returns, or raises and has
changed nothing. Every row carries a seal, so that a changed word is noticed.
"""
