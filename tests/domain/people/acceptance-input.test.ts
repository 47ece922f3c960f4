import { expect, it } from "vitest";
import { messageOf } from "#app/domain/forms/message.ts";
import { acceptanceInput } from "#app/domain/people/acceptance-input.server.ts";

const good = { way: "new", name: "Ana Primjerić", locale: "bs", city: "sarajevo", newPassword: "seven quiet boats" };

/** What is wrong with a form, field by field. */
function faults(form: Record<string, string>) {
  const parsed = acceptanceInput.safeParse({ ...good, ...form });
  return (parsed.error?.issues ?? []).map((issue) => `${issue.path.join(".")}: ${messageOf(issue).key}`);
}

it("tells all that is wrong in one go, the password too", () => {
  expect(faults({})).toEqual([]);
  expect(faults({ city: "", newPassword: "short" })).toEqual([
    "city: common.chooseOne",
    "newPassword: account.passwordTooShort",
  ]);
  expect(faults({ name: "", city: "", newPassword: "password1234" })).toEqual([
    "name: common.required",
    "city: common.chooseOne",
    "newPassword: account.passwordObvious",
  ]);
  expect(faults({ city: "", newPassword: "Ana.Primjeric.2026" })).toEqual([
    "city: common.chooseOne",
    "newPassword: account.passwordIsName",
  ]);
});

it("asks nothing more of those who confirm", () => {
  expect(acceptanceInput.parse({ way: "confirm", password: "short" })).toEqual({ way: "confirm", password: "short" });
});
