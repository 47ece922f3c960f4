import { expect, it } from "vitest";
import { z } from "zod";
import { Refused } from "#app/domain/errors.ts";
import { message, messageOf } from "#app/domain/forms/message.ts";
import { withFlash } from "#app/http/flash.ts";
import { textFor } from "#app/i18n/catalogues.server.ts";
import { textOf } from "#app/i18n/text.ts";

it("carries a key and its parameters through a schema", () => {
  const schema = z.object({
    title: z.string(message("common.required")).max(3, message("common.tooLong", { max: 3 })),
  });
  const messagesFor = (value: unknown) => schema.safeParse(value).error?.issues.map(messageOf);
  expect(messagesFor({ title: "a|b=c" })).toEqual([{ key: "common.tooLong", params: { max: 3 } }]);
  expect(messagesFor({})).toEqual([{ key: "common.required" }]);
});

it("says that a value cannot be used where a schema has no message of ours", () => {
  const issues = z.number().safeParse("many").error?.issues.map(messageOf);
  expect(issues).toEqual([{ key: "errors.badValue" }]);
});

it("does not compile with a key that the catalogue does not have", () => {
  const text = textFor("en");
  const code: string = "draft";
  // @ts-expect-error
  new Refused({ key: "sessions.thisKeyDoesNotExist" });
  // @ts-expect-error
  new Refused([{ field: "title", message: { key: "sessions.thisKeyDoesNotExist" } }]);
  // @ts-expect-error
  z.string(message("sessions.noSuchKeyAtAll"));
  // @ts-expect-error
  withFlash("/", "sessions.shceduled");
  // @ts-expect-error
  textOf(text, `codes.statsu.${code}`);
  expect(textOf(text, `codes.status.${code}`)).toBe("Draft");
});
