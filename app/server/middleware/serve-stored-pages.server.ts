import { cookieName, cookieValue } from "#app/http/sign-in.server.ts";
import type { Asked, Step } from "#app/server/chain.ts";
import type { DocumentHeaders } from "#app/server/headers.ts";
import type { Render, Rendered } from "#app/server/page-renderer.server.ts";
import { sendRendered } from "#app/server/send-rendered.ts";
import { StoredPage, StoredPages } from "#app/server/stored-pages.ts";
import { publicNumber, type Store } from "#db/store.ts";

interface Options {
  store: Store;
  https: boolean;
  headers: DocumentHeaders;
  render: Render;
}

/**
 * Public pages for people without a sign-in: rendered once, however many wait for it, and sent again until something
 * public changes.
 */
export function serveStoredPages({ store, https, headers, render }: Options): Step {
  const pages = new StoredPages();
  const underWay = new Map<string, Promise<StoredPage | null>>();
  const name = cookieName(https);
  // The cookie is read as the application reads it: a spelling that only one of the two knows would store a person's
  // page.
  const isSignedIn = ({ headers: { cookie } }: Asked) => cookie !== undefined && cookieValue(cookie, name) !== null;
  return async (request, response, next) => {
    const isRead = request.method === "GET" || request.method === "HEAD";
    if (!isRead || !request.mark.isPublic || isSignedIn(request)) return next();
    const number = await publicNumber(store);
    const found = pages.find(request.url, number);
    if (found) return found.send(request, response);
    const key = `${number} ${request.url}`;
    const awaited = await underWay.get(key);
    if (awaited) return awaited.send(request, response);
    let rendered: Rendered | undefined;
    const making = (async () => {
      // Others may wait for it too: it is made even if this one goes away. What GET would get is what HEAD tells of.
      rendered = await render(request, { signal: new AbortController().signal, forAll: true });
      if (!isForAll(rendered)) return null;
      const page = new StoredPage(rendered.body, [...headers(null), ...storedHeaders(rendered)]);
      pages.store(request.url, number, page);
      return page;
    })();
    underWay.set(key, making);
    const page = await making.finally(() => underWay.delete(key));
    if (page) page.send(request, response);
    else if (rendered) sendRendered(request, response, rendered, headers);
  };
}

/**
 * Whether an answer is the same for everybody: a whole page without a cookie or a script. One that opens again by
 * itself
 * has something left to say.
 */
function isForAll({ status, headers, nonce }: Rendered): boolean {
  const isHtml = headers.get("Content-Type")?.startsWith("text/html") ?? false;
  return status === 200 && isHtml && nonce === null && !headers.has("Set-Cookie") && !headers.has("Refresh");
}

function storedHeaders({ headers }: Rendered): string[] {
  const type = headers.get("Content-Type") ?? "text/html";
  return ["Content-Type", type, "Cache-Control", "no-cache", "Vary", "Accept-Encoding, Cookie"];
}
