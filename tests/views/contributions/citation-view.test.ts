import { expect, it } from "vitest";
import { readAt } from "#app/views/contributions/citation-view.ts";
import { viewer } from "#tests/support/viewer.ts";

const here = "https://zbornik.example";

it("gives those who quote a record its address and the day", () => {
  const { now, formats } = viewer();
  expect(readAt({ number: "REL-2020-7QX5", sharing: "group" }, here, viewer())).toEqual({
    address: "https://zbornik.example/contributions/REL-2020-7QX5",
    accessedOn: formats.dateShort(now.toISOString()),
  });
});

it("gives of what is public the page that everybody can open, and no day of another reader", () => {
  expect(readAt({ number: "REL-2020-7QX5", sharing: "public" }, here, viewer(), { isStored: true })).toEqual({
    address: "https://zbornik.example/en/knowledge/REL-2020-7QX5",
    accessedOn: null,
  });
});
