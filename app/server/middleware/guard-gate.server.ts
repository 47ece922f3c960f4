import { MAX_FORM_BYTES } from "#app/http/form.server.ts";
import type { Step } from "#app/server/chain.ts";
import { createGate, isApiPath, isFeedPath } from "#app/server/gate.ts";
import type { DocumentHeaders } from "#app/server/headers.ts";
import type { SendPlainError } from "#app/server/send-plain-error.server.ts";
import { sendProblem } from "#app/server/send-problem.ts";

/** What is passed on to a page. */
const knownMethods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]);

const FOR_PAGES = "GET, HEAD, POST";
const FOR_PROGRAMS = "GET, HEAD";

/**
 * Refuses what the gate does not let pass, and takes from the rest what nobody behind it may believe. What a page can
 * be asked is the same for all, so that the answer tells nothing of any.
 */
export function guardGate(
  { publicUrl }: { publicUrl: string },
  sendPlainError: SendPlainError,
  documentHeaders: DocumentHeaders,
): Step {
  const judge = createGate({ publicUrl, bodyLimit: MAX_FORM_BYTES });
  return (request, response, next) => {
    const isApi = isApiPath(request.path);
    // Remix would believe it; the Host that the gate has checked is the only one.
    delete request.headers["x-forwarded-host"];
    // Nobody is known by a cookie there: what API and feeds do not get they cannot read by mistake.
    if (isApi || isFeedPath(request.path)) delete request.headers.cookie;
    const verdict = judge(request);
    if (!verdict.pass) {
      if (isApi) return sendProblem(response, documentHeaders, { status: verdict.status });
      return sendPlainError(request, response, verdict.status, {
        note: verdict.status === 421 ? publicUrl : undefined,
      });
    }
    if (knownMethods.has(request.method)) return next();
    if (isApi) return sendProblem(response, documentHeaders, { status: 405 }, ["Allow", FOR_PROGRAMS]);
    const headers = ["Allow", FOR_PAGES];
    if (request.method !== "OPTIONS") return sendPlainError(request, response, 405, { headers });
    const own = ["Cache-Control", "private, no-store", "X-Request-Id", request.mark.requestId];
    response.writeHead(204, [...documentHeaders(null), ...headers, ...own]);
    response.end();
  };
}
