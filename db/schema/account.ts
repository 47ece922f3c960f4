import type { Generated } from "kysely";
import type { Flag, Instant } from "#db/schema/columns.ts";

/** A person who may sign in. `current_group_id` is the working group whose pages the person sees. */
export interface AccountTable {
  id: string;
  address: string;
  name: string;
  /** Of the pages. */
  locale: string;
  mail_locale: Generated<string>;
  zone: string;
  /** The city the zone was picked by: several cities share a zone, and people want to read their own. */
  city: Generated<string>;
  password_hash: string | null;
  is_administrator: Generated<Flag>;
  status: Generated<"active" | "deactivated">;
  current_group_id: string | null;
  created_at: Instant;
}
