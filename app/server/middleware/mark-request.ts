import { randomBytes, randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import { isInterfaceLocale } from "#app/i18n/languages.ts";

/** What the server knows of every request before anything else looks at it. */
export interface Mark {
  /** Stands in the log, in the header `X-Request-Id` and on error pages. */
  requestId: string;
  /** For inline scripts of this answer. */
  nonce: string;
  /** Pages with the language in the address are public: no script, no nonce, and so storable. */
  isPublic: boolean;
}

declare global {
  namespace Express {
    interface Request {
      mark: Mark;
    }
  }
}

/** The first of all: what comes later asks `request.mark`. */
export function markRequest(): RequestHandler {
  return (request, _response, next) => {
    const nonce = randomBytes(16).toString("base64url");
    request.mark = { requestId: randomUUID(), nonce, isPublic: isPublicPath(request.path) };
    next();
  };
}

function isPublicPath(path: string): boolean {
  const first = path.split("/")[1] ?? "";
  return isInterfaceLocale(first.replace(/\.data$/, ""));
}
