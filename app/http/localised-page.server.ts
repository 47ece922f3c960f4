import type { LoaderFunctionArgs } from "@remix-run/node";
import { NotFound } from "#app/domain/errors.ts";
import { page, publicPage } from "#app/http/page.server.ts";
import type { Visit } from "#app/http/visit.server.ts";
import { type InterfaceLocale, interfaceLocales, isInterfaceLocale } from "#app/i18n/languages.ts";

const nowhere = page(async () => {
  throw new NotFound("page");
});

/**
 * Loader of a public page with the language in the address. Where the first part of the address is no language of the
 * interface it leads nowhere, as any other address that does not exist.
 */
export function localisedPage<T>(load: (visit: Visit, args: LoaderFunctionArgs) => Promise<T>) {
  const loader = publicPage(load);
  return async (args: LoaderFunctionArgs): Promise<T> =>
    isInterfaceLocale(args.params.locale) ? loader(args) : nowhere(args);
}

/** Where a page stands and in which languages: for search engines, which want whole addresses. */
export interface PublicAddress {
  canonical: string;
  alternates: { language: string; href: string }[];
}

/**
 * The address of a public page and of the same page in other languages.
 * @param languages those the page's text is there in; the interface's unless told otherwise
 */
export function publicAddress(
  visit: Visit,
  pathIn: (locale: string) => string,
  languages: readonly string[] = interfaceLocales,
): PublicAddress {
  const { publicUrl } = visit.context.config;
  const spoken = interfaceLocales.filter((locale: InterfaceLocale) => languages.includes(locale));
  return {
    canonical: publicUrl + pathIn(visit.locale),
    alternates: spoken.map((language) => ({ language, href: publicUrl + pathIn(language) })),
  };
}
