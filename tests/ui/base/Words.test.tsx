import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Sentence, Words } from "#app/ui/base/Words.tsx";

const foreign = { text: "Release", lang: "en" };

it("says in which language a name is that stands in a sentence of another", () => {
  expect(renderToStaticMarkup(<Words {...foreign} />)).toBe('<span lang="en">Release</span>');
  expect(renderToStaticMarkup(<Sentence text="Pozvani ste u grupu Release." words={foreign} />)).toBe(
    'Pozvani ste u grupu <span lang="en">Release</span>.',
  );
});

it("says nothing of a name in the language of the page", () => {
  expect(renderToStaticMarkup(<Sentence text="Pozvani ste u grupu Otpust." words={{ text: "Otpust" }} />)).toBe(
    "Pozvani ste u grupu Otpust.",
  );
});
