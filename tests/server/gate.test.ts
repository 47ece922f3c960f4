import { describe, expect, it } from "vitest";
import { judge } from "#app/server/gate.ts";

const options = { publicUrl: "https://zbornik.example", bodyLimit: 1000 };
const status = (method: string, url: string, headers: Record<string, string>) => {
  const verdict = judge({ method, url, headers: { host: "zbornik.example", ...headers } }, options);
  return verdict.pass ? 200 : verdict.status;
};

describe("cross-site requests", () => {
  it.each([
    ["POST", { origin: "https://zbornik.example" }, 200],
    ["POST", { "sec-fetch-site": "same-origin" }, 200],
    ["POST", {}, 403],
    ["POST", { origin: "null" }, 403],
    ["POST", { origin: "https://evil.example" }, 403],
    ["POST", { origin: "http://zbornik.example" }, 403],
    ["POST", { origin: "https://zbornik.example.evil.example" }, 403],
    ["POST", { origin: "https://evil.example", "sec-fetch-site": "same-origin" }, 403],
    ["POST", { "sec-fetch-site": "same-site" }, 403],
    ["PUT", {}, 403],
    ["DELETE", {}, 403],
    ["PATCH", { origin: "https://evil.example" }, 403],
    ["GET", { origin: "https://evil.example" }, 200],
    ["HEAD", {}, 200],
    ["OPTIONS", {}, 200],
  ])("%s with %o is %i", (method, headers, expected) => {
    expect(status(method, "/sessions/x", headers as unknown as Record<string, string>)).toBe(expected);
  });

  it("refuses `_data` in any spelling, even with the right origin", () => {
    const origin = { origin: "https://zbornik.example" };
    const urls = [
      "/home?_data=root",
      "/home?a=1&_data=routes%2Fhome%2Fhome",
      "/home?%5Fdata=root",
      "/home?_DATA=root",
      "/home?_data",
    ];
    expect(urls.map((url) => status("POST", url, origin))).toEqual([403, 403, 403, 403, 403]);
    expect(status("GET", "/home?_data=root", {})).toBe(403);
    expect(status("GET", "/home?my_data=root", {})).toBe(200);
  });
});

it("answers an unknown host with 421 and ignores forwarded ones", () => {
  expect(status("GET", "/home", { host: "evil.example" })).toBe(421);
  expect(status("GET", "/home", { host: "evil.example", "x-forwarded-host": "zbornik.example" })).toBe(421);
  expect(status("GET", "/home", { host: "ZBORNIK.example" })).toBe(200);
  expect(status("GET", "/healthz", { host: "10.0.0.7:3000" })).toBe(200);
});

it("has one spelling for every address", () => {
  const odd = [
    "/%2e%2e/home",
    "//evil.example",
    "/sessions//x",
    "/sessions/%2Fx",
    "/a\\b",
    "/sessions/../home",
    "/home/.",
  ];
  expect(odd.map((url) => status("GET", url, {}))).toEqual(odd.map(() => 404));
  expect(status("GET", "/search?q=a%2Fb..//c", {})).toBe(200);
});

it("refuses a body that is too large before reading it", () => {
  const origin = { origin: "https://zbornik.example" };
  expect(status("POST", "/x", { ...origin, "content-length": "1001" })).toBe(413);
  expect(status("POST", "/x", { ...origin, "content-length": "1000" })).toBe(200);
});
