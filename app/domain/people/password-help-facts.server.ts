import type { Instant } from "#db/schema/columns.ts";
import type { PasswordHelpTable } from "#db/schema/password-help.ts";
import type { Db } from "#db/store.ts";

/** A link that somebody else made for a new password. */
export interface PasswordHelp {
  id: string;
  accountId: string;
  /** Whose password. */
  name: string;
  /** Null for the command line. */
  by: string | null;
  way: PasswordHelpTable["way"];
  reason: string;
  at: Instant;
}

/** Such links with the names of those concerned, newest first. */
export function helpRows(db: Db) {
  return db
    .selectFrom("password_help")
    .innerJoin("account", "account.id", "password_help.account_id")
    .leftJoin("account as doer", "doer.id", "password_help.by_account_id")
    .select(["password_help.id", "password_help.account_id", "password_help.way", "password_help.reason"])
    .select(["password_help.at", "account.name", "doer.name as doer_name"])
    .orderBy("password_help.at", "desc")
    .orderBy("password_help.id");
}

type HelpRow = Awaited<ReturnType<ReturnType<typeof helpRows>["execute"]>>[number];

/** A row as facts. */
export function helpFacts({ account_id, doer_name, ...row }: HelpRow): PasswordHelp {
  return { ...row, accountId: account_id, by: doer_name };
}
