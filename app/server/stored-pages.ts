import type { IncomingMessage, ServerResponse } from "node:http";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** An anonymous page as it went out, with its compressed forms. */
export interface StoredPage {
  html: Buffer;
  gzip: Buffer;
  brotli: Buffer;
  headers: Record<string, string>;
}

const MAX_PAGES = 500;

/**
 * HTML of public pages, kept in memory under the change number at which it was rendered: any change anywhere makes
 * every stored page stale, so that a publication is visible on the next request.
 */
export class StoredPages {
  private pages = new Map<string, { change: number; page: StoredPage }>();

  find(path: string, change: number): StoredPage | undefined {
    const found = this.pages.get(path);
    return found?.change === change ? found.page : undefined;
  }

  store(path: string, change: number, html: Buffer, headers: Record<string, string>): StoredPage {
    const [oldest] = this.pages.keys();
    if (oldest !== undefined && this.pages.size >= MAX_PAGES) this.pages.delete(oldest);
    const page: StoredPage = {
      html,
      gzip: gzipSync(html, { level: 7 }),
      brotli: brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
      headers,
    };
    this.pages.set(path, { change, page });
    return page;
  }
}

/** Sends a page in the form that the client accepts best. */
export function sendStored(request: IncomingMessage, response: ServerResponse, page: StoredPage): void {
  const { body, encoding } = bestForm(page, String(request.headers["accept-encoding"] ?? ""));
  response.writeHead(200, {
    ...page.headers,
    ...(encoding ? { "Content-Encoding": encoding } : {}),
    "Content-Length": body.length,
  });
  response.end(body);
}

function bestForm(page: StoredPage, accepted: string): { body: Buffer; encoding: string | null } {
  if (/\bbr\b/.test(accepted)) return { body: page.brotli, encoding: "br" };
  if (/\bgzip\b/.test(accepted)) return { body: page.gzip, encoding: "gzip" };
  return { body: page.html, encoding: null };
}
