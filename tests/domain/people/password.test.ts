import { describe, expect, it } from "vitest";
import { drawPassword } from "#app/domain/people/draw-password.server.ts";
import { hashPassword, verifyPassword } from "#app/domain/people/password.server.ts";
import { passwordFault } from "#app/domain/people/password-rules.ts";

const owner = { address: "ana.primjeric@probation.example", name: "Ana Primjerić" };
const keyOf = (password: string) => passwordFault(password, owner)?.key ?? null;

describe("the rules of new passwords", () => {
  it.each([
    ["elevenchars", "account.passwordTooShort"],
    ["šćžđšćžđšćž", "account.passwordTooShort"],
    ["river stone lamp", null],
    ["Tri stare lipe u hladu", null],
    ["kqzwx-rtplm", "account.passwordTooShort"],
    ["kqzwx-rtplmv", null],
    [`x${"lipa ".repeat(40)}`, "account.passwordTooLong"],
    ["ana.primjeric@probation.example", "account.passwordIsName"],
    ["ANA.PRIMJERIC", "account.passwordIsName"],
    ["Ana Primjeric 2026!", "account.passwordIsName"],
    ["primjerić-1234", "account.passwordIsName"],
    ["Lozinka-2026!!", "account.passwordObvious"],
    ["Šifra12345678", "account.passwordObvious"],
    ["password1234", "account.passwordObvious"],
    ["Iloveyou-2026", "account.passwordObvious"],
    ["Dobrodošli2026", "account.passwordObvious"],
    ["Sarajevo12345!", "account.passwordObvious"],
    ["Zbornik-2026-12", "account.passwordObvious"],
    ["zbornik lozinka", "account.passwordObvious"],
    ["Summer2026Summer", "account.passwordObvious"],
    ["administrator1", "account.passwordObvious"],
    ["qwertzuiop1234", "account.passwordObvious"],
    ["mirëmbrëma 2026", "account.passwordObvious"],
    ["probation2026!", "account.passwordIsName"],
    ["primjeric.ana.76", "account.passwordIsName"],
    ["Ana-Zbornik-2026", "account.passwordObvious"],
    ["summer river stone", null],
    ["moja stara kuća na brdu", null],
    ["123456789012", "account.passwordObvious"],
    ["aaaaaaaaaaaa", "account.passwordObvious"],
    ["abcabcabcabc", "account.passwordObvious"],
    ["qwertzuiopas", "account.passwordObvious"],
    ["            ", "account.passwordObvious"],
    // One letter that is an initial as well gives nothing away.
    ["7391 5528 6047 a", null],
  ])("%j: %s", (password, expected) => {
    expect(keyOf(password)).toBe(expected);
  });

  it("accept every password that is drawn", () => {
    const drawn = Array.from({ length: 200 }, drawPassword);
    expect(drawn.map(keyOf)).toEqual(drawn.map(() => null));
    expect(new Set(drawn).size).toBe(200);
  });
});

describe("hashes", () => {
  it("are argon2id with the written parameters, new every time, and match their password alone", async () => {
    const [first, second] = await Promise.all([hashPassword("river stone lamp"), hashPassword("river stone lamp")]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(first).not.toBe(second);
    expect(await verifyPassword(first, "river stone lamp")).toBe(true);
    expect(await verifyPassword(first, "river stone lamp ")).toBe(false);
  });

  it("match however a keyboard composed the letters", async () => {
    const stored = await hashPassword("čamac na obali".normalize("NFC"));
    expect(await verifyPassword(stored, "čamac na obali".normalize("NFD"))).toBe(true);
  });

  it("never match where there is none, or where the stored text is no hash", async () => {
    expect(await verifyPassword(null, "river stone lamp")).toBe(false);
    expect(await verifyPassword(undefined, "")).toBe(false);
    expect(await verifyPassword("river stone lamp", "river stone lamp")).toBe(false);
  });
});
