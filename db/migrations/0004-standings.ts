import type { Migration } from "#db/migrations/migration.ts";

/**
 * Since when somebody is what they are in a group, and since when they speak. Without either nothing is opened: a row
 * that does not say since when is nobody's audience and nobody's consent.
 */
export const standings: Migration = {
  number: 4,
  name: "standings",
  parts: [
    {
      sqlite: /* sql */ `
alter table membership add column standing_since text;
alter table membership add column speaks_since text;
update membership set standing_since = started_at, speaks_since = case when speaks = 1 then started_at end;
`,
    },
  ],
};
