import { expect, it } from "vitest";
import { shortAddress } from "#app/views/security/short-address.ts";

it.each([
  ["0:0:0:0:0:0:0:1", "::1"],
  ["0:0:0:0:0:0:0:0", "::"],
  ["2001:db8:0:0:0:0:0:1", "2001:db8::1"],
  ["2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"],
  ["2001:0:0:1:0:0:0:1", "2001:0:0:1::1"],
  ["2001:db8:1:2:3:0:0:0", "2001:db8:1:2:3::"],
  // One group alone is written out.
  ["2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"],
  ["10:20:30:0:0:40:50:60", "10:20:30::40:50:60"],
  ["192.0.2.7", "192.0.2.7"],
  ["unknown", "unknown"],
  ["", ""],
])("writes %s as %s", (address, short) => {
  expect(shortAddress(address)).toBe(short);
});
