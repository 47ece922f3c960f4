import type { Migration } from "#db/migrations/migration.ts";

/** Sessions that administrators opened who are not in their audience: by whom, why, and until when. */
export const glassOpenings: Migration = {
  number: 23,
  name: "glass-openings",
  parts: [
    {
      sqlite: /* sql */ `
create table glass_opening (
  id text primary key,
  session_id text not null references session (id),
  account_id text not null references account (id),
  reason text not null check (length(reason) between 1 and 500),
  opened_at text not null,
  ends_at text not null check (ends_at > opened_at)
) strict;
create index glass_opening_by_session on glass_opening (session_id, opened_at);
create index glass_opening_by_account on glass_opening (account_id, ends_at);
`,
    },
  ],
};
