import type { Flag, Instant } from "#db/schema/columns.ts";

/** Which reminders a person wants, and how news reach them; without a row it is the usual. */
export interface MailChoiceTable {
  account_id: string;
  day_before: Flag;
  hour_before: Flag;
  after_end: Flag;
  news: "at-once" | "daily" | "never";
  updated_at: Instant;
}
