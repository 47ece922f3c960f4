import type { Migration } from "#db/migrations/migration.ts";

/** To which member of the group somebody invited delegated; of anybody else nothing is kept. */
export const delegatedReplies: Migration = {
  number: 24,
  name: "delegated-replies",
  parts: [
    {
      sqlite: /* sql */ `
alter table received_reply add column delegate_id text references account (id);
`,
    },
  ],
};
