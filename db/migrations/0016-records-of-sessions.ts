import type { Migration } from "#db/migrations/migration.ts";

/** What remains of a session: who was there, its minutes, what was decided and who does what by when. */
export const recordsOfSessions: Migration = {
  number: 16,
  name: "records-of-sessions",
  parts: [
    {
      sqlite: /* sql */ `
create table attendance (
  session_id text not null references session (id),
  account_id text not null references account (id),
  said_as text not null check (said_as in ('self', 'lead')),
  state text not null check (state in ('present', 'late', 'excused', 'absent')),
  said_by text not null references account (id),
  said_at text not null,
  primary key (session_id, account_id, said_as)
) strict;

create table session_guest (
  id text primary key,
  session_id text not null references session (id),
  capacity text not null,
  institution text not null,
  added_by text not null references account (id),
  added_at text not null,
  removed_at text
) strict;
create index session_guest_by_session on session_guest (session_id);

create table minutes (
  session_id text primary key references session (id),
  state text not null check (state in ('draft', 'circulated', 'final')),
  circulated_by text references account (id),
  circulated_at text,
  amendable_until text,
  final_by text references account (id),
  final_at text,
  check ((state = 'draft') = (circulated_at is null)),
  check ((circulated_at is null) = (amendable_until is null)),
  check ((state = 'final') = (final_at is not null))
) strict;

create table minutes_text (
  item_id text primary key references agenda_item (id),
  session_id text not null references session (id),
  body text not null,
  body_html text not null,
  revision integer not null,
  updated_by text not null references account (id),
  updated_at text not null
) strict;
create index minutes_text_by_session on minutes_text (session_id);

create table minutes_revision (
  item_id text not null references minutes_text (item_id),
  revision integer not null,
  body text not null,
  body_html text not null,
  is_correction integer not null check (is_correction in (0, 1)),
  reason text not null default '',
  author_id text not null references account (id),
  at text not null,
  primary key (item_id, revision)
) strict;

create table minutes_amendment (
  id text primary key,
  item_id text not null references agenda_item (id),
  session_id text not null references session (id),
  body text not null,
  body_html text not null,
  base_revision integer not null,
  note text not null default '',
  author_id text not null references account (id),
  proposed_at text not null,
  decision text check (decision in ('accepted', 'refused')),
  reason text not null default '',
  decided_by text references account (id),
  decided_at text,
  check ((decision is null) = (decided_at is null))
) strict;
create index minutes_amendment_by_session on minutes_amendment (session_id, proposed_at);

create table decision (
  id text primary key,
  session_id text not null references session (id),
  item_id text references agenda_item (id),
  number integer not null,
  text text not null,
  revision integer not null default 1,
  created_by text not null references account (id),
  created_at text not null,
  updated_at text not null,
  removed_at text,
  unique (session_id, number)
) strict;

create table action_point (
  id text primary key,
  group_id text not null references working_group (id),
  session_id text not null references session (id),
  item_id text references agenda_item (id),
  number integer not null,
  text text not null,
  owner_id text references account (id),
  delegation_id text references beneficiary (id),
  due_on text,
  state text not null default 'open' check (state in ('open', 'done', 'dropped')),
  note text not null default '',
  settled_by text references account (id),
  settled_at text,
  revision integer not null default 1,
  created_by text not null references account (id),
  created_at text not null,
  updated_at text not null,
  unique (session_id, number),
  check ((owner_id is null) <> (delegation_id is null)),
  check ((state = 'open') = (settled_at is null))
) strict;
create index action_point_by_group on action_point (group_id, state, due_on);
create index action_point_by_owner on action_point (owner_id);
`,
    },
  ],
};
