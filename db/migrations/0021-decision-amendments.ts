import type { Migration } from "#db/migrations/migration.ts";

/** What those who attended would have decisions say, once the minutes are circulated. */
export const decisionAmendments: Migration = {
  number: 21,
  name: "decision-amendments",
  parts: [
    {
      sqlite: /* sql */ `
create table decision_amendment (
  id text primary key,
  decision_id text not null references decision (id),
  session_id text not null references session (id),
  base_text text not null,
  text text not null,
  note text not null default '',
  author_id text not null references account (id),
  proposed_at text not null,
  outcome text check (outcome in ('accepted', 'refused')),
  reason text not null default '',
  decided_by text references account (id),
  decided_at text,
  check ((outcome is null) = (decided_at is null))
) strict;
create index decision_amendment_by_session on decision_amendment (session_id, proposed_at);
`,
    },
  ],
};
