import type { Generated } from "kysely";
import type { Instant } from "#db/schema/columns.ts";

/** A change of who hears or speaks in a working group, told to those whom it concerns. */
export interface MembershipChangeTable {
  id: string;
  group_id: string;
  /** Whose membership it is. */
  account_id: string;
  /** `silent` lost the right to speak, `gone` left with it, `shut` has it and an account that is deactivated. */
  kind: "member" | "speaker" | "left" | "silent" | "gone" | "shut" | "organiser" | "administrator";
  /** The delegation it concerns. */
  beneficiary_id: string | null;
  /** Who did it: the inviter, where an invitation was accepted. */
  by_account_id: string | null;
  /** Why an administrator joined. */
  reason: Generated<string>;
  at: Instant;
}
