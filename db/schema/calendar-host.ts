import type { Generated } from "kysely";

/** The host that UIDs of calendar entries end in, drawn once. One row. */
export interface CalendarHostTable {
  one: Generated<1>;
  host: string;
}
