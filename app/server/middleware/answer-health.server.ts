import type { RequestHandler } from "express";
import { unseal } from "#app/config/seal.server.ts";
import type { IndexDigest } from "#app/domain/search/answer/index-digest.ts";

interface Health {
  /** What is wrong, which makes the answer 503; null when all is well. */
  health: () => Promise<string | null>;
  /** What the index in memory holds; null while it holds nothing. */
  indexDigest?: () => Promise<IndexDigest | null>;
  config: { secret: Buffer };
}

/** `/healthz`: for whatever watches the installation, and for `zbornik doctor`. */
export function answerHealth({ health, indexDigest, config }: Health): RequestHandler {
  return async (request, response, next) => {
    try {
      response.set("Cache-Control", "no-store");
      // Only who holds the secret of the installation may ask what the index holds: it would tell that something
      // changed.
      const sealed = request.headers["x-zbornik-seal"];
      if (typeof sealed === "string" && unseal(config.secret, "index-digest", sealed, new Date()) !== null) {
        return void response.json((await indexDigest?.()) ?? null);
      }
      const problem = await health();
      response
        .status(problem ? 503 : 200)
        .type("text/plain")
        .send(problem ?? "ok");
    } catch (error) {
      next(error);
    }
  };
}
