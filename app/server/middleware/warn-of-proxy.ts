import type { Logger } from "pino";
import type { Step } from "#app/server/chain.ts";

const EVERY = 3_600_000;
const forwarded = ["x-forwarded-for", "x-real-ip", "forwarded"];

/**
 * Says in the log that a proxy stands in front which nobody named: everybody then comes from its one address, and those
 * who guess make all the others wait.
 */
export function warnOfProxy(log: Pick<Logger, "warn">, trustProxy: unknown, now: () => number = Date.now): Step {
  let said = Number.NEGATIVE_INFINITY;
  return (request, _response, next) => {
    if (!trustProxy && now() - said >= EVERY && forwarded.some((name) => request.headers[name] !== undefined)) {
      said = now();
      log.warn("a proxy forwards requests, but TRUST_PROXY is not set: all visitors behind it count as one");
    }
    next();
  };
}
