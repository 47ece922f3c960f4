import type { RequestHandler } from "express";
import type { Logger } from "pino";
import { loggedPath } from "#app/server/log.server.ts";

/** One line for every answer, when it is out; those for files of the build only while debugging. */
export function logRequests(log: Logger): RequestHandler {
  return (request, response, next) => {
    const started = process.hrtime.bigint();
    response.on("finish", () => {
      const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
      const path = loggedPath(request.originalUrl);
      const { requestId } = request.mark;
      const line = { requestId, method: request.method, path, status: response.statusCode, milliseconds };
      if (response.statusCode >= 500) log.error(line, "request");
      else if (path.startsWith("/assets/")) log.debug(line, "request");
      else log.info(line, "request");
    });
    next();
  };
}
