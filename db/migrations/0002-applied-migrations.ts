import type { Migration } from "#db/migrations/migration.ts";

/** What a database was made with, so that an edited migration is noticed; `migrate` writes it. */
export const appliedMigrations: Migration = {
  number: 2,
  name: "applied-migrations",
  parts: [
    {
      sqlite: /* sql */ `
create table applied_migration (
  number integer primary key,
  name text not null,
  hash text not null check (length(hash) = 64),
  applied_at text
) strict;
`,
    },
  ],
};
