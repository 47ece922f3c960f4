import type { Standing } from "#app/domain/people/membership-rules.server.ts";
import type { Instant } from "#db/schema/columns.ts";

/** What somebody was, and since when. */
interface Before extends Pick<Standing, "role" | "beneficiary_id" | "speaks"> {
  standing_since: Instant | null;
  speaks_since: Instant | null;
}

/**
 * A standing with the times since when it holds: another role or delegation begins anew, and so does the right to speak
 * for it.
 * @param before what the person was until now; null for one who begins
 */
export function withSince(standing: Standing, before: Before | null, at: Instant) {
  const stays = before?.role === standing.role && before.beneficiary_id === standing.beneficiary_id;
  return {
    ...standing,
    standing_since: stays ? before.standing_since : at,
    speaks_since: standing.speaks === 0 ? null : stays && before.speaks === 1 ? before.speaks_since : at,
  };
}
