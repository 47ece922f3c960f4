import compression from "compression";
import type { RequestHandler } from "express";

/**
 * Compresses what goes out. Stored pages bring their own compressed forms and must not even be seen here: the
 * middleware sends the headers before the page that is being stored can set its own.
 */
export function compressAnswers(): RequestHandler {
  const compress = compression();
  return (request, response, next) => (request.mark.isPublic ? next() : compress(request, response, next));
}
