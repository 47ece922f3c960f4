import { expect, it } from "vitest";
import { guessLocale, localeCookie } from "#app/http/locale.server.ts";
import { themeCookie } from "#app/http/visit.server.ts";

const request = (cookie: string) => new Request("http://inside.invalid/", { headers: { cookie } });

it("binds what a browser chose to this host where there is https, and believes no other host's", () => {
  expect(localeCookie("bs", true)).toMatch(/^__Host-zbornik_language=bs; Path=\/; .*; Secure$/);
  expect(localeCookie("bs", false)).toMatch(/^zbornik_language=bs; (?!.*Secure)/);
  expect(themeCookie("dark", true)).toMatch(/^__Host-zbornik_theme=dark; Path=\/; .*; Secure$/);
  expect(guessLocale(request("__Host-zbornik_language=bs"), true)).toBe("bs");
  expect(guessLocale(request("zbornik_language=bs"), true)).toBe("en");
  expect(guessLocale(request("zbornik_language=bs"), false)).toBe("bs");
});
