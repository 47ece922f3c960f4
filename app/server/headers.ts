import type { IncomingMessage, ServerResponse } from "node:http";
import helmet from "helmet";

/** Names and values in turn, as `writeHead` takes them. */
export type HeaderList = readonly string[];

export interface HeaderOptions {
  https: boolean;
  /** Whether browsers keep to https for all hosts below this one too. */
  hstsSubdomains: boolean;
  /** The product is served from its sources: Vite puts styles into the page and tells it of changes. */
  fromSources: boolean;
}

/** The security headers of an answer. @param nonce of its inline scripts; null where it has none */
export type DocumentHeaders = (nonce: string | null) => HeaderList;

/**
 * Security headers of all that is no file of the build: pages, redirects, refusals. Pages for signed-in people allow
 * inline scripts with a nonce; public pages carry no script and so can be stored. Worked out once: they weigh more in
 * time than many of the answers.
 */
export function documentHeaders(options: HeaderOptions): DocumentHeaders {
  const plain = headersWith(options, []);
  const mark = "'nonce-?'";
  const marked = headersWith(options, [mark]);
  const policyAt = marked.findIndex((one) => one.includes(mark));
  const [before = "", after = ""] = (marked[policyAt] ?? "").split(mark);
  return (nonce) => {
    if (nonce === null) return plain;
    const own = [...marked];
    own[policyAt] = `${before}'nonce-${nonce}'${after}`;
    return own;
  };
}

/**
 * Headers of files of the build. A page loads some thirty of them, and the policy of a document would weigh more than
 * many of the files.
 */
export const assetHeaders: HeaderList = [
  ...["X-Content-Type-Options", "nosniff"],
  ...["Cross-Origin-Resource-Policy", "same-origin"],
];

function headersWith({ https, fromSources, hstsSubdomains }: HeaderOptions, scripts: readonly string[]): HeaderList {
  const middleware = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        styleSrc: ["'self'", ...(fromSources ? ["'unsafe-inline'"] : [])],
        scriptSrc: ["'self'", ...scripts],
        connectSrc: ["'self'", ...(fromSources ? ["ws:", "wss:"] : [])],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: hstsSubdomains } : false,
    // helmet's default `no-referrer` makes Chromium send `Origin: null`, which breaks forms without JavaScript.
    referrerPolicy: { policy: "same-origin" },
    crossOriginEmbedderPolicy: false,
    xPoweredBy: false,
  });
  const written: string[] = [];
  const response = { setHeader: (name: string, value: string) => written.push(name, value), removeHeader: () => {} };
  middleware({} as IncomingMessage, response as unknown as ServerResponse, () => undefined);
  return [...written, "Permissions-Policy", "camera=(), microphone=(), geolocation=(), interest-cohort=()"];
}
