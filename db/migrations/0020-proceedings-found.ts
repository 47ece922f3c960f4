import type { Migration } from "#db/migrations/migration.ts";

/** Agenda items, minutes, decisions and action points are searched: the next start reads those that are there. */
export const proceedingsFound: Migration = {
  number: 20,
  name: "proceedings-found",
  parts: [
    {
      sqlite: /* sql */ `
update search_state set analyser = 0;
`,
    },
  ],
};
