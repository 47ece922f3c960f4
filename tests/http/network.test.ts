import { describe, expect, it } from "vitest";
import { readNetwork } from "#app/http/network.ts";

describe("an address", () => {
  it.each([
    ["198.51.100.1", "198.51.100.1"],
    ["198.51.100.1:1234", "198.51.100.1"],
    ["198.051.100.001", "198.51.100.1"],
    [" 198.51.100.1 ", "198.51.100.1"],
    ["[198.51.100.1]:80", "198.51.100.1"],
    ["::ffff:198.51.100.1", "198.51.100.1"],
    ["::FFFF:c633:6401", "198.51.100.1"],
    ["0:0:0:0:0:ffff:c633:6401", "198.51.100.1"],
    ["[::ffff:c633:6401]:443", "198.51.100.1"],
    ["64:ff9b::198.51.100.1", "198.51.100.1"],
    ["2001:db8:1:2::3", "2001:db8:1:2:0:0:0:3"],
    ["2001:0DB8:0001:0002:0000:0000:0000:0003", "2001:db8:1:2:0:0:0:3"],
    ["[2001:db8:1:2::3]", "2001:db8:1:2:0:0:0:3"],
    ["[2001:db8:1:2::3]:54321", "2001:db8:1:2:0:0:0:3"],
    ["fe80::1%eth0", "fe80:0:0:0:0:0:0:1"],
    ["::", "0:0:0:0:0:0:0:0"],
    ["::1", "0:0:0:0:0:0:0:1"],
  ])("has one spelling: %j is %s", (text, address) => {
    expect(readNetwork(text).address).toBe(address);
  });

  it.each([
    undefined,
    "",
    "unknown",
    "198.51.100",
    "198.51.100.256",
    "198.51.100.1.2",
    "0x7f.0.0.1",
    "2001:db8",
    "2001:db8::1::2",
    "1:2:3:4:5:6:7:8:9",
    "::12345",
    ":::",
    "_hidden",
    "1".repeat(5000),
    ":".repeat(5000),
  ])("that is none counts with all others that are none: %j", (text) => {
    expect(readNetwork(text)).toEqual({ address: "unknown", keys: ["unknown"] });
  });
});

describe("what an address is counted under", () => {
  it("is itself with IPv4", () => {
    expect(readNetwork("198.51.100.7").keys).toEqual(["198.51.100.7"]);
  });

  it("is its /64, its /56 and its /48 with IPv6", () => {
    expect(readNetwork("2001:db8:1:2345:6:7:8:9").keys).toEqual([
      "2001:db8:1:2345:0:0:0:0/64",
      "2001:db8:1:2300:0:0:0:0/56",
      "2001:db8:1:0:0:0:0:0/48",
    ]);
    const [line, home, site] = readNetwork("2001:db8:1:23ff::1").keys;
    expect([line, home, site]).toEqual([
      "2001:db8:1:23ff:0:0:0:0/64",
      ...readNetwork("2001:db8:1:2345:6:7:8:9").keys.slice(1),
    ]);
  });
});
