import type { SecurityEventKind } from "#app/domain/security/security-events.ts";
import type { SecurityEvent } from "#app/domain/security/security-log.server.ts";
import type { Visit } from "#app/http/visit.server.ts";

/** Has the security log tell what somebody did; as whom, from where, and in which sign-in it knows by itself. */
export function tell(
  { context, account, token, now }: Visit,
  kind: SecurityEventKind,
  more: Partial<SecurityEvent> = {},
): void {
  context.security.tell({ kind, accountId: account?.id ?? null, token, ...more }, context.origin, now);
}
