import type { Migration } from "#db/migrations/migration.ts";

/** What somebody typed into a form and did not send, kept for them alone. */
export const pendingEdits: Migration = {
  number: 9,
  name: "pending-edits",
  parts: [
    {
      sqlite: /* sql */ `
create table pending_edit (
  account_id text not null references account (id) on delete cascade,
  address text not null check (length(address) between 1 and 2000),
  revision integer not null check (revision > 0),
  fields text not null,
  updated_at text not null,
  primary key (account_id, address)
) strict;
create index pending_edit_by_age on pending_edit (updated_at);
`,
    },
  ],
};
