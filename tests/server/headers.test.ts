import { expect, it } from "vitest";
import { documentHeaders, type HeaderOptions } from "#app/server/headers.ts";

const plain = { https: false, hstsSubdomains: false, fromSources: false };

function header(name: string, options: HeaderOptions, nonce: string | null = null): string | undefined {
  const list = documentHeaders(options)(nonce);
  const at = list.findIndex((one, place) => place % 2 === 0 && one.toLowerCase() === name);
  return at === -1 ? undefined : list[at + 1];
}
const policy = (options: HeaderOptions, nonce: string | null = null) =>
  header("content-security-policy", options, nonce) ?? "";

it("lets a page that is served as built run and reach nothing but its own", () => {
  expect(policy(plain, "abc")).toBe(
    "default-src 'self';base-uri 'none';object-src 'none';frame-ancestors 'none';form-action 'self';img-src 'self';" +
      "font-src 'self';style-src 'self';script-src 'self' 'nonce-abc';connect-src 'self'",
  );
  expect(policy(plain)).toBe(policy(plain, "abc").replace(" 'nonce-abc'", ""));
});

it("gives every answer the nonce of its own", () => {
  const headers = documentHeaders(plain);
  const [one, other] = [headers("one").join(), headers("other").join()];
  expect([one.includes("'nonce-one'"), other.includes("'nonce-other'"), other.includes("nonce-one")]).toEqual([
    ...[true, true, false],
  ]);
});

it("opens no more for sources than styles in the page and word of changes", () => {
  expect(policy({ ...plain, fromSources: true })).toBe(
    policy(plain)
      .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
      .replace("connect-src 'self'", "connect-src 'self' ws: wss:"),
  );
});

it("keeps browsers to https for this host alone, unless all below it are said to be its own", () => {
  expect(header("strict-transport-security", plain)).toBeUndefined();
  expect(header("strict-transport-security", { ...plain, https: true })).toBe("max-age=31536000");
  const all = { ...plain, https: true, hstsSubdomains: true };
  expect(header("strict-transport-security", all)).toBe("max-age=31536000; includeSubDomains");
});
