"""The numbered steps that make a project file what it is today. A step that has shipped is never edited.

A step imports nothing of ours, so that it does not move with today's classes. The number of steps is the file's
`user_version`. Every table's last column is the row's seal: see `tables`.
"""

import sqlite3
from contextlib import closing
from functools import cache

from sqlite_utils import Database, Migrations

from counterpoint.store.schemas import described

migrations = Migrations("counterpoint")

_M001 = """
create table project (        -- one row
    id integer primary key check (id = 1),
    title text not null,
    position integer not null check (position >= 0),            -- the number of the last step that is done; 0: none
    seal text not null
) strict;
create table setting (        -- layout and the like, which no step undoes; value is JSON
    name text primary key,
    value text not null,
    seal text not null
) strict;
create table source (
    id text primary key,
    place integer,                                              -- in the window; null: taken out, kept for undo
    role text not null check (role in ('source', 'draft')),
    title text not null,
    outlet text not null,
    author text not null,
    url text not null,
    published text,                                             -- ISO 8601 date; null: not known
    retrieved text,
    confidential integer not null check (confidential in (0, 1)),
    sha256 text not null,                                       -- of the original
    path text not null,                                         -- where the original was; '': pasted
    seal text not null
) strict;
create table body (           -- apart from the source, so that a new title does not write the text again
    source text primary key references source (id) on delete cascade,
    content text not null,                                      -- canonical
    repairs text not null,                                      -- JSON
    seal text not null
) strict;
create table original (
    source text primary key references source (id) on delete cascade,
    content blob not null,
    seal text not null
) strict;
create table account (        -- the last analysis of a source, JSON
    source text primary key references source (id) on delete cascade,
    content text not null,
    seal text not null
) strict;
create table comparison (     -- the last analysis of all, JSON; at most one row
    id integer primary key check (id = 1),
    content text not null,
    basis text not null,                                        -- digest of what was analysed, and by which engine
    form text not null,                                         -- digest of the shape of all this JSON
    seal text not null
) strict;
create table subject (        -- what an annotation sits on; key is a digest of kind, passages and words
    key text primary key,
    kind text not null check (kind in ('passage', 'claim', 'relation', 'fact', 'source')),
    seal text not null
) strict;
create table anchor (
    subject text not null references subject (key) on delete cascade,
    number integer not null,
    source text not null references source (id),
    start integer not null,                                     -- code points of the canonical text
    "end" integer not null check ("end" >= start),
    exact text not null,
    prefix text not null,
    suffix text not null,
    seal text not null,
    primary key (subject, number)
) strict;
create index anchor_source on anchor (source);
create table verdict (
    subject text not null references subject (key),
    kind text not null check (kind in ('match', 'conflict')),
    ruling text not null check (ruling in ('confirmed', 'rejected', 'unsure')),
    made text not null,                                         -- ISO 8601 with time zone, as all moments
    seal text not null,
    primary key (subject, kind)
) strict;
create table tag (
    id text primary key,
    name text not null,
    colour text not null,
    key text not null,
    description text not null,
    seal text not null
) strict;
create table tagging (
    tag text not null references tag (id),
    subject text not null references subject (key),
    made text not null,
    seal text not null,
    primary key (tag, subject)
) strict;
create index tagging_subject on tagging (subject);
create table note (
    id text primary key,
    subject text not null references subject (key),
    body text not null,                                         -- Markdown
    made text not null,
    changed text not null,
    private integer not null check (private in (0, 1)),
    seal text not null
) strict;
create index note_subject on note (subject);
create table step (           -- what can be undone, and after undoing redone
    number integer primary key check (number > 0),
    label text not null,
    command text not null,                                      -- JSON
    made text not null,
    seal text not null
) strict;
create table step_source (    -- sources that a step needs although they may be taken out
    step integer not null references step (number) on delete cascade,
    source text not null references source (id),
    seal text not null,
    primary key (step, source)
) strict;
create index step_source_source on step_source (source);
"""


@migrations()
def m001_project(db: Database) -> None:
    """Sources, what was found in them, what a person added to it, and the steps of undo."""
    db.executescript(_M001)


_M002 = (
    """
create table own_claim (      -- a passage that a person has made a claim
    id text primary key,
    subject text not null references subject (key),
    made text not null,
    seal text not null
) strict""",
    "create index own_claim_subject on own_claim (subject)",
    """
create table own_relation (   -- a person's word that two passages agree or conflict; the subject is of kind relation
    id text primary key,
    subject text not null references subject (key),
    kind text not null check (kind in ('match', 'conflict')),
    made text not null,
    seal text not null
) strict""",
    "create index own_relation_subject on own_relation (subject)",
)


@migrations()
def m002_findings_by_hand(db: Database) -> None:
    """So that what a person finds, and the engine does not, is kept with it."""
    for statement in _M002:  # not as a script, which would end the transaction that all steps are done in
        db.conn.execute(statement)


_M003 = (
    """
create table anchor_with_origin (
    subject text not null references subject (key) on delete cascade,
    number integer not null,
    source text not null references source (id),
    start integer not null,                                     -- code points of the canonical text
    "end" integer not null check ("end" >= start),              -- equal, with words: these were taken out of a draft
    exact text not null,
    prefix text not null,
    suffix text not null,
    origin text not null,                                       -- the words that it was put on; '': they are the same
    seal text not null,
    primary key (subject, number)
) strict""",
    """
insert into anchor_with_origin
select subject, number, source, start, "end", exact, prefix, suffix, '', seal from anchor""",
    "drop table anchor",
    "alter table anchor_with_origin rename to anchor",
    "create index anchor_source on anchor (source)",
    """
create table own_relation_with_reason (
    id text primary key,
    subject text not null references subject (key),
    kind text not null check (kind in ('match', 'conflict')),
    made text not null,
    locator text not null,                                      -- page, paragraph, time: where to find the passage
    reason text not null,
    seal text not null
) strict""",
    "insert into own_relation_with_reason select id, subject, kind, made, '', '', seal from own_relation",
    "drop table own_relation",
    "alter table own_relation_with_reason rename to own_relation",
    "create index own_relation_subject on own_relation (subject)",
    """
create table status (         -- a person's word on a claim of the draft
    subject text primary key references subject (key),
    status text not null check (status in ('to_check', 'checked', 'changed', 'contested', 'unverifiable', 'opinion')),
    made text not null,
    by text not null,
    seal text not null
) strict""",
    """
create table revision (       -- texts that a draft had; the one that it has is its body
    source text not null references source (id) on delete cascade,
    number integer not null,
    content text not null,
    name text not null,
    made text not null,
    by text not null,
    seal text not null,
    primary key (source, number)
) strict""",
)


@migrations()
def m003_drafts_change(db: Database) -> None:
    """So that a draft can be edited, its claims have a status, and evidence by hand tells where and why."""
    for statement in _M003:
        db.conn.execute(statement)


_M004 = (
    """
create table deed (           -- all that was ever done, undone and done again; only a purge takes words out of it
    number integer primary key check (number > 0),
    act text not null check (act in ('done', 'undone', 'redone')),
    step integer not null,                                      -- the number of the step in the journal, at that time
    label text not null,                                        -- '' but where it is done for the first time
    command text not null,                                      -- JSON; '' likewise, and where it was purged
    made text not null,
    by text not null,                                           -- who did it; '': not known
    seal text not null
) strict""",
    """
insert into deed
select number, 'done', number, label, command, made, '', seal from step
where number <= (select position from project)""",
    "create index deed_step on deed (step)",
)


@migrations()
def m004_who_did_what(db: Database) -> None:
    """So that a project can tell its history. That of an older one begins with what can be undone."""
    for statement in _M004:
        db.conn.execute(statement)


_M005 = """
create table paging (         -- where the pages of a source's file begin, if it has any
    source text primary key references source (id) on delete cascade,
    starts text not null,                                       -- JSON: offsets in the canonical text, ascending
    seal text not null
) strict"""


@migrations()
def m005_quotes_name_their_page(db: Database) -> None:
    """So that a passage of a PDF file can be cited. Files that were read before have no pages until read again."""
    db.conn.execute(_M005)


def latest(steps: Migrations) -> int:
    """The number of the last step."""
    return len(steps.pending(Database(memory=True, execute_plugins=False)))


@cache
def schema_of(steps: Migrations, version: int) -> frozenset[str]:
    """The tables of a file of that version, as `described`."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        database = Database(connection, execute_plugins=False)
        pending = steps.pending(database)
        steps.apply(database, stop_before=[str(step.name) for step in pending[version:]])
        return described(connection)
