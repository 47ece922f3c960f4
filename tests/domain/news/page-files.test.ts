import { describe, expect, it } from "vitest";
import { parsePage } from "#app/domain/text/markdown.server.ts";

describe("parsePage", () => {
  it("reads the front matter and leaves the rest", () => {
    const text =
      '\uFEFF---\r\ntitle: "Privacy: what we keep"\r\n# comment\r\n\r\ndate: 2020-11-04\r\nempty:\r\n---\r\n\r\n## One\r\n\r\n---\r\n';
    expect(parsePage(text)).toEqual({
      meta: { title: "Privacy: what we keep", date: "2020-11-04", empty: "" },
      body: "## One\n\n---\n",
    });
  });

  it("takes a file without front matter as it is", () => {
    expect(parsePage("## One\n\n---\nkey: value\n")).toEqual({ meta: {}, body: "## One\n\n---\nkey: value\n" });
  });

  it("keeps quotes that do not enclose, and cannot be given a prototype", () => {
    const { meta } = parsePage("---\na: 'x' and 'y\nb: '\nconstructor: c\n---\n");
    expect(meta).toEqual({ a: "'x' and 'y", b: "'", constructor: "c" });
    expect(Object.getPrototypeOf(meta)).toBe(Object.prototype);
  });

  it("says which line is wrong", () => {
    expect(() => parsePage("---\ntitle: a\nno pair\n---\n")).toThrow('Front matter, line 3: expected "key: value"');
    expect(() => parsePage("---\na: 1\na: 2\n---\n")).toThrow("Front matter, line 3: a is given twice");
    expect(() => parsePage("---\ntitle: a\n")).toThrow("Front matter is not closed by a line with ---");
  });
});
