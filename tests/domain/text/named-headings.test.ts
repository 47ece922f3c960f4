import { expect, it } from "vitest";
import { renderTrustedPage } from "#app/domain/text/markdown.server.ts";
import { nameHeadings } from "#app/domain/text/named-headings.ts";

it("names the headings that ask for it, and lists those of the second level", () => {
  const html = renderTrustedPage("## Sign in {#sign-in}\n\nText {#no}\n\n### Mail {#mail}\n\n## Plain\n");
  expect(nameHeadings(html)).toEqual({
    html: '<h2 id="sign-in">Sign in</h2>\n<p>Text {#no}</p>\n<h3 id="mail">Mail</h3>\n<h2>Plain</h2>\n',
    contents: [{ id: "sign-in", title: "Sign in" }],
  });
});
