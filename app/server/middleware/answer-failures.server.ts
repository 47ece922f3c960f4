import type { ServerResponse } from "node:http";
import type { Logger } from "pino";
import type { Asked } from "#app/server/chain.ts";
import { isApiPath } from "#app/server/gate.ts";
import type { DocumentHeaders } from "#app/server/headers.ts";
import { TooBusy } from "#app/server/in-turns.server.ts";
import type { SendPlainError } from "#app/server/send-plain-error.server.ts";
import { sendProblem } from "#app/server/send-problem.ts";

/** Seconds after which to ask again where too many ask at once. */
const ASK_AGAIN_AFTER = 5;

/** The last of all: what failed before a page could be made of it is logged and answered under its request id. */
export function answerFailures(log: Logger, sendPlainError: SendPlainError, documentHeaders: DocumentHeaders) {
  return (error: unknown, request: Asked, response: ServerResponse): void => {
    const { requestId } = request.mark;
    const isBusy = error instanceof TooBusy;
    if (!isBusy) log.error({ err: error, requestId }, "unexpected");
    if (response.headersSent) return void response.destroy();
    const status = isBusy ? 503 : isBadRequest(error) ? 400 : 500;
    const headers = isBusy ? ["Retry-After", String(ASK_AGAIN_AFTER)] : [];
    if (isApiPath(request.path)) sendProblem(response, documentHeaders, { status, requestId }, headers);
    else sendPlainError(request, response, status, { headers });
  };
}

function isBadRequest(error: unknown): boolean {
  return error instanceof URIError || (error instanceof Error && "status" in error && error.status === 400);
}
