import type { ErrorRequestHandler } from "express";
import type { Logger } from "pino";
import { isApiPath } from "#app/server/gate.ts";
import { plainErrorPage } from "#app/server/plain-error-page.server.ts";
import { sendProblem } from "#app/server/send-problem.ts";
import { localeOf } from "#app/server/web-request.ts";

/** The last of all: what failed before a page could be made of it is logged and answered under its request id. */
export function answerFailures(log: Logger): ErrorRequestHandler {
  return (error, request, response, next) => {
    const { requestId } = request.mark;
    log.error({ err: error, requestId }, "unexpected");
    if (response.headersSent) return next(error);
    const status = isBadRequest(error) ? 400 : 500;
    if (isApiPath(request.path)) return sendProblem(response, { status, requestId });
    response.status(status).type("html").set("Cache-Control", "no-store");
    response.send(plainErrorPage(status, localeOf(request), { requestId }));
  };
}

function isBadRequest(error: unknown): boolean {
  return error instanceof URIError || (error instanceof Error && "status" in error && error.status === 400);
}
