import type { ServerResponse } from "node:http";
import type { RequestHandler } from "express";
import { setAssetHeaders, setDocumentHeaders } from "#app/server/headers.ts";

/** Security headers of every answer, also of a refusal by the gate. */
export function setHeaders(options: { https: boolean; fromSources: boolean }): RequestHandler {
  return (request, response, next) => {
    if (/^\/(assets|messages)\//.test(request.path)) setAssetHeaders(response);
    else {
      const { nonce, requestId, isPublic } = request.mark;
      keepFromCaches(response);
      setDocumentHeaders(request, response, { ...options, nonce: isPublic ? null : nonce });
      response.setHeader("X-Request-Id", requestId);
    }
    next();
  };
}

/** What says nothing about caches is for one person: redirects, files, answers of data. */
function keepFromCaches(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse;
  response.writeHead = (...given: unknown[]) => {
    if (!response.hasHeader("Cache-Control")) response.setHeader("Cache-Control", "private, no-store");
    return writeHead(...given);
  };
}
