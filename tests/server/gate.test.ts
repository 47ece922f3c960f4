import { describe, expect, it } from "vitest";
import { createGate } from "#app/server/gate.ts";

const judge = createGate({ publicUrl: "https://zbornik.example", bodyLimit: 1000 });
const status = (method: string, url: string, headers: Record<string, string>) => {
  const verdict = judge({ method, url, headers: { host: "zbornik.example", ...headers } });
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

it("compares addresses as addresses, not as texts", () => {
  const hosts = ["zbornik.example:443", "Zbornik.Example.", "zbornik.example.:443"];
  expect(hosts.map((host) => status("GET", "/home", { host }))).toEqual([200, 200, 200]);
  const others = [
    "zbornik.example:80",
    "zbornik.example:4430",
    "a@zbornik.example",
    "zbornik.example/x",
    "",
    "[",
    "a b",
  ];
  expect(others.map((host) => status("GET", "/home", { host }))).toEqual(others.map(() => 421));
  const origins = ["https://zbornik.example:443", "https://ZBORNIK.example"];
  expect(origins.map((origin) => status("POST", "/x", { origin }))).toEqual([200, 200]);
  const foreign = ["https://zbornik.example/x", "https://zbornik.example:8443", "x", "", "https://a@zbornik.example"];
  expect(foreign.map((origin) => status("POST", "/x", { origin }))).toEqual(foreign.map(() => 403));
  const ours = createGate({ publicUrl: new URL("https://zbornik.čačak.example").origin, bodyLimit: 1 });
  for (const host of ["zbornik.čačak.example", "zbornik.xn--aak-eqab.example"]) {
    expect([host, ours({ method: "GET", url: "/", headers: { host } })]).toEqual([host, { pass: true }]);
  }
});

it("refuses two hosts, whatever they are, and a form for whatever watches the installation", () => {
  const headers = { host: "zbornik.example" };
  const twice = judge({ method: "GET", url: "/", headers, rawHeaders: ["Host", "zbornik.example", "HOST", "x"] });
  expect(twice).toEqual({ pass: false, status: 400, reason: "two hosts" });
  expect(judge({ method: "GET", url: "/", headers, rawHeaders: ["Host", "zbornik.example"] })).toEqual({ pass: true });
  expect(status("POST", "/healthz", { host: "10.0.0.7:3000", origin: "http://10.0.0.7:3000" })).toBe(421);
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
  expect(["/%E0%A4%A", "/sessions/%u0041"].map((url) => status("GET", url, {}))).toEqual([400, 400]);
  expect(["/%C5%BE", "/search?q=%E0%A4%A"].map((url) => status("GET", url, {}))).toEqual([200, 200]);
});

it("refuses a body that is too large before reading it", () => {
  const origin = { origin: "https://zbornik.example" };
  expect(status("POST", "/x", { ...origin, "content-length": "1001" })).toBe(413);
  expect(status("POST", "/x", { ...origin, "content-length": "1000" })).toBe(200);
});
