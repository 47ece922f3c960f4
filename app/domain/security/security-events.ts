/**
 * What the security log tells, for those who have to find out who did what from where. It tells of doors, never of what
 * is behind them. The audit log tells of changes and has no addresses.
 */
export const securityEvents = [
  "sign-in.began",
  "sign-in.failed",
  "sign-in.ended",
  "sign-ins.ended",
  "password.confirmed",
  "password.changed",
  "password-reset.asked",
  "password-reset.made",
  "password-reset.used",
  "token.made",
  "token.revoked",
  "token.used",
  "feed.made",
  "feed.revoked",
  "invitation.accepted",
  "group.joined",
  "access.forbidden",
  "access.not-found",
  "limit.reached",
  "log.cut",
] as const;
export type SecurityEventKind = (typeof securityEvents)[number];

/** What their owner is told on the page of sign-ins. */
export const eventsOfOwner: readonly SecurityEventKind[] = securityEvents.filter((kind) =>
  /^(sign-ins?|password|password-reset|token|feed)\./.test(kind),
);

/** Days that the log goes back, unless the installation says otherwise. */
export const SECURITY_LOG_DAYS = 90;
