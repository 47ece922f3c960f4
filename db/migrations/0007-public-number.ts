import type { Migration } from "#db/migrations/migration.ts";

const RAISE = "begin update public_number set value = value + 1; end";

/** A part of a contribution that is public. */
function whenOfPublic(row: "old" | "new", column = "contribution_id"): string {
  return `exists (select 1 from contribution where id = ${row}.${column} and sharing = 'public')`;
}

function ofContribution(table: string, columns: readonly string[]): string {
  const [old, now] = (["old", "new"] as const).map((row) =>
    columns.map((column) => whenOfPublic(row, column)).join(" or "),
  );
  return `
create trigger ${table}_public_insert after insert on ${table} when ${now} ${RAISE};
create trigger ${table}_public_update after update on ${table} when ${old} or ${now} ${RAISE};
create trigger ${table}_public_delete after delete on ${table} when ${old} ${RAISE};
`;
}

/** What is named on public pages, once a public contribution has to do with it. */
function namedBy(table: string, columns: string, named: string): string {
  return `
create trigger ${table}_public_update after update of ${columns} on ${table} when ${named} ${RAISE};
`;
}

function byPublic(column: string, key = "id"): string {
  return `exists (select 1 from contribution where ${column} = old.${key} and sharing = 'public')`;
}

/** Words that stand on every public page, or in its filters. */
function always(table: string): string {
  return ["insert", "update", "delete"]
    .map((change) => `create trigger ${table}_public_${change} after ${change} on ${table} ${RAISE};`)
    .join("\n");
}

const everywhere = [
  ...["programme", "beneficiary", "theme", "reference", "institution_type", "phase", "target_group"],
  ...["cause_type", "need_type", "agenda_item_kind"],
];

/**
 * A number that only what is public raises: public pages are stored under it. Were it raised by anything else, whoever
 * asks for a page again and again could tell by the time it takes that something was written. Triggers raise it, so
 * that it does not matter who writes, or how many rows at once.
 */
export const publicNumber: Migration = {
  number: 7,
  name: "public-number",
  parts: [
    {
      sqlite: /* sql */ `
create table public_number (
  id integer primary key check (id = 1),
  value integer not null
) strict;
insert into public_number (id, value) values (1, 0);

create trigger contribution_public_insert after insert on contribution when new.sharing = 'public' ${RAISE};
create trigger contribution_public_update after update on contribution
  when old.sharing = 'public' or new.sharing = 'public' ${RAISE};
create trigger contribution_public_delete after delete on contribution when old.sharing = 'public' ${RAISE};
${ofContribution("contribution_version", ["contribution_id"])}
${ofContribution("contribution_theme", ["contribution_id"])}
${ofContribution("contribution_target_group", ["contribution_id"])}
${ofContribution("contribution_reference", ["contribution_id"])}
${ofContribution("contribution_link", ["from_id", "to_id"])}
${namedBy("account", "name, status", byPublic("author_id"))}
${namedBy("institution", "names, type, beneficiary_id", byPublic("institution_id"))}
${namedBy("round", "titles, slug", byPublic("round_id"))}
${namedBy("session", "starts_at, ends_at, zone, wall_date, status, language, beneficiary_id, attribution", byPublic("session_id"))}
${namedBy("working_group", "names, slug, position", "true")}
${everywhere.map(always).join("\n")}
`,
    },
  ],
};
