import { expect, it } from "vitest";
import { leaveOutEmpty } from "#app/http/filled-address.server.ts";

function ledTo(address: string): string | null {
  try {
    leaveOutEmpty({ url: `https://zbornik.example${address}` });
    return null;
  } catch (answer) {
    return (answer as Response).headers.get("location");
  }
}

it("leads to the address without what says nothing, and leaves one alone that is whole", () => {
  expect(ledTo("/search?q=&kind=need&theme=&kind=lesson&after=")).toBe("/search?kind=need&kind=lesson");
  expect(ledTo("/actions?delegation=&state=any")).toBe("/actions?state=any");
  expect(ledTo("/search?q=")).toBe("/search");
  expect(ledTo("/search?q=smje%C5%A1taj&kind=need")).toBe(null);
  expect(ledTo("/search")).toBe(null);
  // Never away from here.
  expect(ledTo("//other.example/search?q=")).toBe("/other.example/search");
});
