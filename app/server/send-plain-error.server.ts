import type { ServerResponse } from "node:http";
import type { Asked } from "#app/server/chain.ts";
import type { DocumentHeaders } from "#app/server/headers.ts";
import { plainErrorPage } from "#app/server/plain-error-page.server.ts";
import { localeOf } from "#app/server/web-request.ts";

export type SendPlainError = (
  request: Asked,
  response: ServerResponse,
  status: number,
  more?: { note?: string; headers?: readonly string[] },
) => void;

/** Answers with an error page that needs no application, with the security headers of every page. */
export function plainErrors({ headers, https }: { headers: DocumentHeaders; https: boolean }): SendPlainError {
  return (request, response, status, more = {}) => {
    const { requestId } = request.mark;
    const page = Buffer.from(plainErrorPage(status, localeOf(request, https), { requestId, note: more.note }));
    response.writeHead(status, [
      ...headers(null),
      ...["X-Request-Id", requestId, "Cache-Control", "private, no-store"],
      ...["Content-Type", "text/html; charset=utf-8", "Content-Length", String(page.length)],
      ...(more.headers ?? []),
    ]);
    response.end(request.method === "HEAD" ? undefined : page);
  };
}
