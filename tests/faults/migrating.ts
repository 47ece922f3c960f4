import { migrations } from "#db/migrations/list.ts";
import type { Migration } from "#db/migrations/migration.ts";
import { openRaw } from "#db/sqlite/connection.ts";
import { migrate } from "#db/sqlite/migrate.ts";

// A process of its own, to be killed: brings a file through a migration that takes a while.

const STEPS = 40;

/** As long as it takes: tables with rows, and what was there before is changed. */
export const longMigration: Migration = {
  number: migrations.length + 1,
  name: "long",
  parts: Array.from({ length: STEPS }, (_, step) => ({
    sqlite: `
create table step_${step} as
  with recursive counted (n) as (select 1 union all select n + 1 from counted where n < 3000)
  select n as id, hex(randomblob(40)) as text from counted;
create index step_${step}_text on step_${step} (text);
update change_number set value = value + 1;
`,
  })),
};

const [file] = process.argv.slice(2);
if (file?.endsWith(".sqlite")) {
  const raw = openRaw(file);
  process.stdout.write("begun\n");
  migrate(raw, [...migrations, longMigration]);
  raw.close();
  process.stdout.write("done\n");
}
