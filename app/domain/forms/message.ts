import type { Message, MessageKey, MessageParams } from "#app/i18n/message.ts";

const MARK = "message:";

/**
 * What a zod schema says of a value it refuses, as `z.string().max(max, message("common.tooLong", { max }))`. Zod keeps
 * texts only, so key and parameters travel as one; `messageOf` reads them.
 */
export function message(key: MessageKey, params?: MessageParams): string {
  return MARK + JSON.stringify({ key, params } satisfies Message);
}

/** The message of an issue of zod; whatever a schema gave no message of ours for is a value that cannot be used. */
export function messageOf(issue: { message: string }): Message {
  if (!issue.message.startsWith(MARK)) return { key: "errors.badValue" };
  return JSON.parse(issue.message.slice(MARK.length)) as Message;
}
