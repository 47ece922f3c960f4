import { format } from "node:util";
import type { Logger } from "pino";
import { loggedText } from "#app/server/log.server.ts";

/** Longer ones are no complaint of a library, but something that it was given. */
const MAX_LENGTH = 500;

/**
 * Brings what libraries say on the console into the log, as one JSON object a line and without the secrets that
 * addresses of pages may hold. What the product itself says at its start goes to standard output as it is.
 */
export function consoleToLog(log: Logger, target: Pick<Console, "warn" | "error"> = console): void {
  const tell = (...given: unknown[]) =>
    log.warn({ said: loggedText(format(...given)).slice(0, MAX_LENGTH) }, "console");
  target.warn = tell;
  target.error = tell;
}
