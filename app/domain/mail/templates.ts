import type { ApiScope } from "#app/domain/tokens/token-rules.ts";
import type { Instant } from "#db/schema/columns.ts";

/** Facts about a session as they were when the mail was written: a later move makes another mail. */
export interface SessionFacts {
  sessionId: string;
  startsAt: Instant;
  endsAt: Instant;
  /** IANA zone of the session. */
  zone: string;
  sequence: number;
  joinLink: string | null;
}

/** The mails of the product: what each needs to be rendered at the moment of sending. No tokens, no finished text. */
export interface MailTemplates {
  "session-scheduled": SessionFacts;
  "session-moved": SessionFacts & { previousStartsAt: Instant };
  "session-changed": SessionFacts;
  "session-cancelled": SessionFacts & { reason: string };
  "session-left": SessionFacts;
  "sharing-asked": { contributionId: string; requestId: string; toLevel: string };
  "sharing-decided": { contributionId: string; requestId: string; decision: "granted" | "refused"; toLevel: string };
  invitation: { invitationId: string };
  "password-reset": { accountId: string };
  "password-changed": { accountId: string };
  /** The token is told as it was made: revoking it before the mail goes out must not silence the mail. */
  "token-made": { name: string; scopes: ApiScope[]; expiresAt: Instant };
}

export type MailTemplate = keyof MailTemplates;
