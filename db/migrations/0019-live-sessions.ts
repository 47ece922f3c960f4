import type { Migration } from "#db/migrations/migration.ts";

/** How a session goes: which item began when, pauses, the end; a step that was a mistake is taken back. */
export const liveSessions: Migration = {
  number: 19,
  name: "live-sessions",
  parts: [
    {
      sqlite: /* sql */ `
create table live_step (
  session_id text not null references session (id),
  number integer not null,
  kind text not null check (kind in ('item', 'pause', 'end')),
  item_id text references agenda_item (id),
  at text not null,
  by_id text not null references account (id),
  undone_at text,
  undone_by text references account (id),
  primary key (session_id, number),
  check ((kind = 'item') = (item_id is not null)),
  check ((undone_at is null) = (undone_by is null))
) strict;
create index live_step_by_item on live_step (item_id);
`,
    },
  ],
};
