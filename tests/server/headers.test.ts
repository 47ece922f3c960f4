import type { IncomingMessage, ServerResponse } from "node:http";
import { expect, it } from "vitest";
import { setDocumentHeaders } from "#app/server/headers.ts";

function policy(options: Parameters<typeof setDocumentHeaders>[2]): string {
  const headers = new Map<string, string>();
  const response = {
    setHeader: (name: string, value: string) => void headers.set(name.toLowerCase(), value),
    removeHeader: () => undefined,
  };
  setDocumentHeaders({} as IncomingMessage, response as unknown as ServerResponse, options);
  return headers.get("content-security-policy") ?? "";
}

it("lets a page that is served as built run and reach nothing but its own", () => {
  expect(policy({ https: false, fromSources: false, nonce: "abc" })).toBe(
    "default-src 'self';base-uri 'none';object-src 'none';frame-ancestors 'none';form-action 'self';img-src 'self';" +
      "font-src 'self';style-src 'self';script-src 'self' 'nonce-abc';connect-src 'self'",
  );
});

it("opens no more for sources than styles in the page and word of changes", () => {
  const built = policy({ https: false, fromSources: false, nonce: null });
  expect(policy({ https: false, fromSources: true, nonce: null })).toBe(
    built
      .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
      .replace("connect-src 'self'", "connect-src 'self' ws: wss:"),
  );
});
