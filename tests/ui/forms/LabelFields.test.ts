import { expect, it } from "vitest";
import { labelIn, labelNames } from "#app/ui/forms/LabelFields.tsx";

it("names a text and its language so that it also reads before what is wrong with it", () => {
  expect(labelIn("Title", "bs")).toBe("Title (Bosanski)");
  expect(labelNames("Name", "name")["name.en"]).toBe("Name (English)");
});
