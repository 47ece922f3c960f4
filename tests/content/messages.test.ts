import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const messages = join(root, "content/messages");

/** Written by the test: `npx vitest run --config remix.config.js -u tests/content/messages.test.ts`. */
it.each(readdirSync(messages))("are listed by area for the catalogue: %s", async (locale) => {
  const areas = readdirSync(join(messages, locale)).map((file) => file.replace(".json", ""));
  const lines = [
    ...areas.sort().map((area) => `import ${area} from "#content/messages/${locale}/${area}.json";`),
    "",
    "/** All messages of the language by area. Those of English type every key. */",
    `export const catalogue = {\n${areas.map((area) => `  ${area},\n`).join("")}};`,
  ];
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(join(root, `app/i18n/catalogue.${locale}.ts`));
});
