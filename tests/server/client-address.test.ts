import type { IncomingMessage } from "node:http";
import { expect, it } from "vitest";
import { clientAddress } from "#app/server/client-address.ts";

const addressOf = (trust: false | number | string, remoteAddress: string, forwarded?: string) =>
  clientAddress(trust)({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
  } as unknown as IncomingMessage);

it("believes nobody who is not trusted", () => {
  expect(addressOf(false, "10.0.0.1", "1.2.3.4")).toBe("10.0.0.1");
  expect(addressOf("192.0.2.7", "10.0.0.1", "1.2.3.4")).toBe("10.0.0.1");
  expect(addressOf(1, "10.0.0.1")).toBe("10.0.0.1");
});

it("goes back as far as proxies are trusted, and no further", () => {
  expect(addressOf(1, "10.0.0.1", "9.9.9.9, 1.2.3.4")).toBe("1.2.3.4");
  expect(addressOf(2, "10.0.0.1", "9.9.9.9, 1.2.3.4")).toBe("9.9.9.9");
  expect(addressOf(5, "10.0.0.1", "9.9.9.9, 1.2.3.4")).toBe("9.9.9.9");
  expect(addressOf("10.0.0.0/8", "10.0.0.1", "9.9.9.9, 10.1.1.1")).toBe("9.9.9.9");
  expect(addressOf("10.0.0.1, 10.0.0.2", "10.0.0.1", "9.9.9.9, 1.2.3.4, 10.0.0.2")).toBe("1.2.3.4");
  expect(addressOf("loopback", "::ffff:127.0.0.1", "2001:db8::1")).toBe("2001:db8::1");
  expect(addressOf("fd00::/8", "fd00::5", "unknown")).toBe("unknown");
});

it("says which proxy is no address", () => {
  expect(() => clientAddress("proxy.example")).toThrow("proxy.example");
});
