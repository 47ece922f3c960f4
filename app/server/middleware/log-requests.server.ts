import type { Logger } from "pino";
import type { Step } from "#app/server/chain.ts";
import { loggedPath } from "#app/server/log.server.ts";

/**
 * One line for every answer, when it is out, with the random id of the account and the address it came from; those for
 * files of the build only while debugging.
 */
export function logRequests(log: Logger): Step {
  return (request, response, next) => {
    const started = performance.now();
    response.once("finish", () => {
      const milliseconds = Math.round((performance.now() - started) * 1000) / 1000;
      const path = loggedPath(request.url);
      const { requestId, who, network } = request.mark;
      const line = {
        ...{ requestId, method: request.method, path, status: response.statusCode, milliseconds },
        ...{ account: who.accountId ?? undefined, network: network.address },
      };
      if (response.statusCode >= 500) log.error(line, "request");
      else if (path.startsWith("/assets/")) log.debug(line, "request");
      else log.info(line, "request");
    });
    next();
  };
}
