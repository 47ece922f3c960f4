import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Asked } from "#app/server/chain.ts";
import type { HeaderList } from "#app/server/headers.ts";

const MAX_PAGES = 500;

/** A public page as it goes out to everybody, with its compressed forms and the name of its content. */
export class StoredPage {
  readonly etag: string;
  private readonly forms = new Map<string, Buffer>();

  /**
   * @param headers of every answer with it, beside those that depend on the form
   * @param quality of brotli: 11 for what is kept as long as the process lives
   */
  constructor(
    private readonly html: Buffer,
    private readonly headers: HeaderList,
    private readonly quality = 6,
  ) {
    this.etag = `W/"${createHash("sha256").update(html).digest("base64url").slice(0, 22)}"`;
  }

  /** Sends it in the form that the client accepts best; nothing where the client has it already. */
  send(request: Asked, response: ServerResponse): void {
    const head = [...this.headers, "X-Request-Id", request.mark.requestId, "ETag", this.etag];
    if (this.isKnownTo(request.headers["if-none-match"])) {
      response.writeHead(304, head);
      response.end();
      return;
    }
    const encoding = bestEncoding(request.headers["accept-encoding"]);
    const body = this.form(encoding);
    if (encoding) head.push("Content-Encoding", encoding);
    head.push("Content-Length", String(body.length));
    response.writeHead(200, head);
    response.end(request.method === "HEAD" ? undefined : body);
  }

  /** What the client has is compared without the mark of a weak name (RFC 9110, 13.1.2). */
  private isKnownTo(known: string | undefined): boolean {
    if (known === undefined) return false;
    const bare = this.etag.slice(2);
    return known.split(",").some((one) => one.trim() === "*" || one.trim().replace(/^W\//, "") === bare);
  }

  /** Compressed when somebody asks for it first, and kept. */
  private form(encoding: "br" | "gzip" | null): Buffer {
    if (encoding === null) return this.html;
    const kept = this.forms.get(encoding);
    if (kept) return kept;
    const made =
      encoding === "br"
        ? brotliCompressSync(this.html, { params: { [constants.BROTLI_PARAM_QUALITY]: this.quality } })
        : gzipSync(this.html, { level: 7 });
    this.forms.set(encoding, made);
    return made;
  }
}

/**
 * Public pages, kept in memory under the number at which they were rendered: any change of what is public makes every
 * stored page stale, so that a publication is visible on the next request.
 */
export class StoredPages {
  private readonly pages = new Map<string, { number: number; page: StoredPage }>();

  find(address: string, number: number): StoredPage | undefined {
    const found = this.pages.get(address);
    return found?.number === number ? found.page : undefined;
  }

  store(address: string, number: number, page: StoredPage): void {
    const [oldest] = this.pages.keys();
    if (oldest !== undefined && this.pages.size >= MAX_PAGES) this.pages.delete(oldest);
    this.pages.set(address, { number, page });
  }
}

function bestEncoding(accepted: string | string[] | undefined): "br" | "gzip" | null {
  const list = String(accepted ?? "");
  if (/\bbr\b/.test(list)) return "br";
  return /\bgzip\b/.test(list) ? "gzip" : null;
}
