import { unseal } from "#app/config/seal.server.ts";
import type { IndexDigest } from "#app/domain/search/answer/index-digest.ts";
import type { Step } from "#app/server/chain.ts";
import type { DocumentHeaders } from "#app/server/headers.ts";

interface Health {
  /** What is wrong, which makes the answer 503; null when all is well. */
  health: () => Promise<string | null>;
  /** What the index in memory holds; null while it holds nothing. */
  indexDigest?: () => Promise<IndexDigest | null>;
  config: { secret: Buffer };
}

/** `/healthz`: for whatever watches the installation, and for `zbornik doctor`. */
export function answerHealth({ health, indexDigest, config }: Health, headers: DocumentHeaders): Step {
  return async (request, response, next) => {
    if (request.path !== "/healthz" || !["GET", "HEAD"].includes(request.method)) return next();
    const send = (status: number, type: string, body: string) => {
      response.writeHead(status, [
        ...headers(null),
        ...["Cache-Control", "private, no-store", "Content-Type", type],
        ...["Content-Length", String(Buffer.byteLength(body))],
      ]);
      response.end(request.method === "HEAD" ? undefined : body);
    };
    // Only who holds the secret of the installation may ask what the index holds: it would tell that something changed.
    const sealed = request.headers["x-zbornik-seal"];
    if (typeof sealed === "string" && unseal(config.secret, "index-digest", sealed, new Date()) !== null) {
      return send(200, "application/json; charset=utf-8", JSON.stringify((await indexDigest?.()) ?? null));
    }
    const problem = await health();
    send(problem ? 503 : 200, "text/plain; charset=utf-8", problem ?? "ok");
  };
}
