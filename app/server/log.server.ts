import pino, { type DestinationStream, type Logger } from "pino";
import { decodeLoosely } from "#app/server/decode-loosely.ts";

// Bounded, or a long path without any address would take quadratic time.
const mailAddress = /[^\s@/]{1,64}@[^\s@/]{1,255}/g;
const tokens = /(?:inv|rst|cal|zbt|ans)_[\w-]{8,}/gi;

/** One JSON object a line. Cookies, tokens, addresses and passwords never get into it. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: [
          "password",
          "token",
          "cookie",
          "address",
          "*.password",
          "*.token",
          "*.cookie",
          "*.address",
          "*.headers.cookie",
          "*.headers.authorization",
        ],
        censor: "[redacted]",
      },
      serializers: { err: serialiseError },
    },
    destination,
  );
}

/**
 * Addresses of pages as the log may keep them: tokens in the path and everything after `?` are cut, in whatever
 * spelling the router would still understand.
 */
export function loggedPath(url: string): string {
  return decodeLoosely(url.split("?", 1)[0] ?? "/")
    .replace(/^(\/+(?:reset|invitations|answers)\/+)[^/]+/i, "$1[redacted]")
    .replace(tokens, "[redacted]")
    .replace(mailAddress, "[redacted]");
}

/** What a library complains of, as the log may keep it: addresses of pages may stand in it, in any spelling. */
export function loggedText(text: string): string {
  return decodeLoosely(text)
    .replace(/\?[^\s"']*/g, "")
    .replace(/(\/(?:reset|invitations|answers)\/+)[^/\s"']+/gi, "$1[redacted]")
    .replace(tokens, "[redacted]")
    .replace(mailAddress, "[redacted]");
}

function serialiseError(error: unknown): object {
  if (!(error instanceof Error)) return { message: describe(error).replace(mailAddress, "[redacted]") };
  const code = "code" in error ? error.code : undefined;
  return {
    name: error.name,
    message: error.message.replace(mailAddress, "[redacted]"),
    // A stack begins with the message.
    stack: stackOf(error)?.replace(mailAddress, "[redacted]"),
    code,
  };
}

/** A stack is put together as it is read, by hooks that may throw: that must not take an answer along. */
function stackOf(error: Error): string | undefined {
  try {
    return error.stack;
  } catch {
    return undefined;
  }
}

/** Of an object only what it has: its values may be what somebody wrote. */
function describe(thrown: unknown): string {
  if (typeof thrown !== "object" || thrown === null) return String(thrown);
  return `${thrown.constructor?.name ?? "Object"} with ${Object.keys(thrown).join(", ") || "nothing"}`;
}
