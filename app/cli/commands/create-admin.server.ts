import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import type { Out } from "#app/cli/out.ts";
import { Refused } from "#app/domain/errors.ts";
import { cleanLine } from "#app/domain/forms/clean-text.ts";
import { createAdministrator } from "#app/domain/people/create-administrator.server.ts";
import { drawPassword } from "#app/domain/people/draw-password.server.ts";
import { textFor } from "#app/i18n/catalogues.server.ts";
import { type InterfaceLocale, interfaceLocales, isInterfaceLocale } from "#app/i18n/languages.ts";
import type { Store } from "#db/store.ts";

const USAGE = `Usage: zbornik create-admin --address ADDRESS --name NAME [--language LANGUAGE] [--password-stdin]

Makes an administrator and prints a password once, unless --password-stdin reads one from standard input. There is no
option for the password itself: other people on the machine can read the arguments of a command. LANGUAGE is that of the
pages and mails of a new account, ${interfaceLocales.join(" or ")}; it can be changed later.`;

/** Makes an administrator. @returns 0 done, 1 refused, 2 wrong use */
export async function createAdmin(
  store: Store,
  args: string[],
  out: Out,
  _config?: unknown,
  input: AsyncIterable<Buffer> = process.stdin,
): Promise<number> {
  const options = readOptions(args);
  if (!options) {
    out.error(USAGE);
    return 2;
  }
  const { address, name, locale, fromInput } = options;
  const password = fromInput ? (await text(input)).replace(/\r?\n[\s\S]*$/, "") : drawPassword();
  try {
    const { existed } = await createAdministrator(store, { address, name, password, locale });
    if (existed) {
      out.line(`The account ${address} existed and is an administrator now. Its name and password are unchanged.`);
      return 0;
    }
    out.line(`Administrator ${address} created.`);
    if (!fromInput) out.line(`Password, shown only now: ${password}`);
    return 0;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    for (const { message } of error.faults) out.error(textFor("en")(message.key, message.params));
    return 1;
  }
}

interface Options {
  address: string;
  name: string;
  locale: InterfaceLocale;
  fromInput: boolean;
}

function readOptions(args: string[]): Options | null {
  try {
    const { values } = parseArgs({
      args,
      options: {
        address: { type: "string" },
        name: { type: "string" },
        language: { type: "string", default: "en" },
        "password-stdin": { type: "boolean", default: false },
      },
    });
    const name = cleanLine(values.name ?? "");
    if (!values.address || name === "" || name.length > 120) return null;
    const locale = values.language;
    if (!isInterfaceLocale(locale)) return null;
    return { address: cleanLine(values.address), name, locale, fromInput: values["password-stdin"] };
  } catch {
    return null;
  }
}
