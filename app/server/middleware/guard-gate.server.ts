import type { RequestHandler } from "express";
import { MAX_FORM_BYTES } from "#app/http/form.server.ts";
import { isApiPath, judge } from "#app/server/gate.ts";
import { plainErrorPage } from "#app/server/plain-error-page.server.ts";
import { sendProblem } from "#app/server/send-problem.ts";
import { localeOf } from "#app/server/web-request.ts";

/** What the router passes on to a route; it answers other methods itself, with a page. */
const knownMethods = new Set(["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"]);

/** Refuses what the gate does not let pass, and takes from the rest what nobody behind it may believe. */
export function guardGate({ publicUrl }: { publicUrl: string }): RequestHandler {
  return (request, response, next) => {
    const isApi = isApiPath(request.path);
    // Remix would believe it; the Host that the gate has checked is the only one.
    delete request.headers["x-forwarded-host"];
    // Nobody is known by a cookie there: what the API does not get it cannot read by mistake.
    if (isApi) delete request.headers.cookie;
    const verdict = judge(request, { publicUrl, bodyLimit: MAX_FORM_BYTES });
    if (verdict.pass) {
      if (!isApi || knownMethods.has(request.method)) return next();
      return sendProblem(response, { status: 405 }, { Allow: "GET, HEAD" });
    }
    if (isApi) return sendProblem(response, { status: verdict.status });
    const note = verdict.status === 421 ? publicUrl : undefined;
    const { requestId } = request.mark;
    response.writeHead(verdict.status, { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" });
    response.end(plainErrorPage(verdict.status, localeOf(request), { requestId, note }));
  };
}
