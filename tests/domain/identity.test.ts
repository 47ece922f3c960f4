import { expect, it } from "vitest";
import { idsTogether, newId } from "#app/domain/identity.server.ts";
import { tailsTogether } from "#app/domain/knowledge/draw-number.server.ts";

const id = /^[0-9abcdefghjkmnpqrstvwxyz]{16}$/;

it("draws ids that never come twice, alone or together", () => {
  const together = idsTogether();
  const alone = Array.from({ length: 5000 }, newId);
  const alike = Array.from({ length: 5000 }, together);
  expect(new Set([...alone, ...alike]).size).toBe(10_000);
  expect([...alone, ...alike].filter((each) => !id.test(each))).toEqual([]);
  expect(new Set(alike.map((each) => each.slice(0, 4))).size).toBe(1);
  // What follows is as random as elsewhere: no letter stands anywhere more often than chance lets it.
  for (let at = 4; at < 16; at++) {
    const counts = new Map<string, number>();
    for (const each of alike) counts.set(each.charAt(at), (counts.get(each.charAt(at)) ?? 0) + 1);
    expect([at, counts.size, Math.max(...counts.values()) < 260]).toEqual([at, 32, true]);
  }
});

it("draws tails of numbers in the length that is asked for", () => {
  const tail = tailsTogether();
  expect([4, 5, 6].map((length) => tail(length).length)).toEqual([4, 5, 6]);
  expect(new Set(Array.from({ length: 50 }, () => tail(4).charAt(0))).size).toBe(1);
});
