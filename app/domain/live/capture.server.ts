import type { Actor } from "#app/domain/access/actor.ts";
import type { Kind } from "#app/domain/codes.ts";
import { submitContribution } from "#app/domain/knowledge/submit-contribution.server.ts";
import { findSessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { refuseCancelled } from "#app/domain/sessions/session-state.ts";
import { type LanguageCode, languageCodes } from "#app/i18n/languages.ts";
import type { Store } from "#db/store.ts";

/** What is captured while a session goes on: a snapshot, in the language of the session. */
export interface Capture {
  sessionId: string;
  itemId: string | null;
  kind: Kind;
  title: string;
  /** One sentence, as it was said. */
  summary: string;
  /** Code, asked where the session does not tell it. */
  beneficiary: string | null;
  guardStated: boolean;
}

/**
 * Captures what was just said, by the rules of any other record of the session.
 * @throws NotFound, Forbidden, Refused
 */
export async function capture(
  store: Store,
  actor: Actor,
  input: Capture,
  now: Date = new Date(),
): Promise<{ number: string }> {
  const session = await findSessionFacts(store.read, actor, input.sessionId);
  refuseCancelled(session);
  const language = languageCodes.find((code) => code === session.language) ?? ("en" satisfies LanguageCode);
  const said = { ...input, language, groupId: null, depth: "snapshot" as const };
  const { number } = await submitContribution(store, actor, said, now);
  return { number };
}
