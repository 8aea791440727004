"""The workspace, commands with undo, background jobs: Qt without widgets.

How a view uses the open project:

    workspace = Workspace.create(projects_folder(), [(source, Original(content, path))])      # or open, open_copy
    workspace.changed.connect(self.refresh)          # Changes: which kinds of Thing, of which sources
    workspace.failed.connect(self.show_sentence)     # what could not be done has not happened
    menu.addAction(workspace.undo_stack.createUndoAction(menu, "Undo"))

    for source in workspace.sources: ...             # columns, in order
    found = workspace.comparison                     # None before the first analysis; fits the sources in view
    if not workspace.is_analysed:                    # a job compares workspace.sources; its answer comes back by
        workspace.replace_analysis(comparison)       # ... which drops one that came too late

    workspace.give_verdict([relation], Ruling.REJECTED)            # several: one step of undo; None takes it back
    workspace.verdict_on(relation)                                 # Verdict or None; survives every analysis
    tag = workspace.add_tag("Toll", key="t", on=[claim])           # on a Claim, Relation, Fact, Source or passage
    workspace.tag(tag, [workspace.passage(source.id, span)])
    note = workspace.add_note(relation, "Ask the **ministry**.")
    workspace.edit_note(note, body="...", joins=True)              # typing in one field is one step
    workspace.notes_on(relation), workspace.tags_on(claim), workspace.lost
    workspace.hands.relate(RelationKind.MATCH, passage, other)     # by hand; comes back in workspace.comparison
    workspace.hands.make_claim(passage), workspace.hands.is_by_hand(relation.id)
    workspace.edit_source(source.id, title="...", confidential=True)
    workspace.chronicle.entries_on(relation)                       # who did what when; entries() for everything
    workspace.unstored.connect(...)                                # the file takes nothing any more
    workspace.keeping.save_elsewhere(path)                         # ... so it is made again where it can be written
    workspace.keeping.purge(sources=[source.id])                   # for good; no step of undo leads behind it
    workspace.close()                                              # before the last reference goes

Offsets are code points. A view converts at its edge, and holds no value over a `changed` that names its kind.
"""
