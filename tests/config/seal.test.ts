import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { seal, unseal } from "#app/config/seal.server.ts";
import type { LoadContext } from "#app/http/context.server.ts";
import { keepForm, openKeptForm } from "#app/http/kept-form.server.ts";

const secret = randomBytes(32);
const now = new Date("2026-10-01T08:00:00.000Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const context = { config: { secret } } as unknown as LoadContext;

describe("a seal", () => {
  it("opens to what was sealed until its time, and hides it", () => {
    const value = { text: "Čija je ovo lipa?", list: [1, null] };
    const sealed = seal(secret, "kept-form", value, later(30));
    expect(sealed).toMatch(/^[\w-]+$/);
    expect(Buffer.from(sealed, "base64url").toString("latin1")).not.toContain("lipa");
    expect(unseal(secret, "kept-form", sealed, later(29))).toEqual(value);
    expect(unseal(secret, "kept-form", sealed, later(30))).toBeNull();
  });

  it("is another one every time", () => {
    expect(seal(secret, "kept-form", "x", later(1))).not.toBe(seal(secret, "kept-form", "x", later(1)));
  });

  it("does not open when a single bit was changed, when it was cut, or with another secret", () => {
    const sealed = Buffer.from(seal(secret, "kept-form", "a secret form", later(30)), "base64url");
    const opened = Array.from(sealed, (byte, at) => {
      const changed = Buffer.from(sealed);
      changed[at] = byte ^ 1;
      return unseal(secret, "kept-form", changed.toString("base64url"), now);
    });
    expect(opened.filter((value) => value !== null)).toEqual([]);
    expect(unseal(secret, "kept-form", sealed.subarray(0, -1).toString("base64url"), now)).toBeNull();
    expect(unseal(randomBytes(32), "kept-form", sealed.toString("base64url"), now)).toBeNull();
    for (const nonsense of ["", "x", "%", "A".repeat(100)]) {
      expect(unseal(secret, "kept-form", nonsense, now)).toBeNull();
    }
  });
});

describe("a kept form", () => {
  const form = { path: "/rounds/new", values: { title: "A", tag: ["x", "y"] }, accountId: "ana" };

  it("keeps several values of one name, the path and the account", () => {
    expect(openKeptForm(context, keepForm(context, form, now)!, later(29))).toEqual({
      path: "/rounds/new",
      fields: [
        ["title", "A"],
        ["tag", "x"],
        ["tag", "y"],
      ],
      accountId: "ana",
    });
  });

  it.each([
    ["leads elsewhere", { path: "//evil.example/x" }],
    ["holds a password", { values: { newPassword: "seven quiet boats", title: "A" } }],
    ["is empty", { values: {} }],
    ["is too long even when packed", { values: { title: randomBytes(700_000).toString("base64") } }],
  ])("is not made of one that %s", (_what, change) => {
    expect(keepForm(context, { ...form, ...change }, now)).toBeNull();
  });

  it("takes a long text that fits once it is packed", () => {
    const text = "Tekst koji se ponavlja i zato zauzima malo mjesta. ".repeat(15_000);
    const sealed = keepForm(context, { ...form, values: { body: text } }, now)!;
    expect(sealed.length).toBeLessThan(50_000);
    expect(openKeptForm(context, sealed, now)?.fields).toEqual([["body", text]]);
  });
});
