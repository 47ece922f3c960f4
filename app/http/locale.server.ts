import { hostCookie, readCookie } from "#app/http/sign-in.server.ts";
import { type InterfaceLocale, interfaceLocales, isInterfaceLocale } from "#app/i18n/languages.ts";

const COOKIE_NAME = "zbornik_language";

/**
 * The language of a reader who is not signed in: the address (`/bs/...`), the choice made before, then what the browser
 * asks for. Croatian, Serbian and Montenegrin browsers get Bosnian rather than English until those are here.
 */
export function guessLocale(request: Request, https: boolean): InterfaceLocale {
  const first = new URL(request.url).pathname.split("/")[1];
  if (isInterfaceLocale(first)) return first;
  const chosen = readCookie(request, hostCookie(COOKIE_NAME, https));
  if (isInterfaceLocale(chosen)) return chosen;
  return fromAcceptLanguage(request.headers.get("Accept-Language") ?? "");
}

/** Keeps a choice of language for a year. */
export function localeCookie(locale: InterfaceLocale, https: boolean): string {
  return `${hostCookie(COOKIE_NAME, https)}=${locale}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax${https ? "; Secure" : ""}`;
}

function fromAcceptLanguage(header: string): InterfaceLocale {
  const wanted = header
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", ...rest] = part.trim().toLowerCase().split(";");
      const quality = Number(
        rest
          .find((item) => item.trim().startsWith("q="))
          ?.trim()
          .slice(2) ?? 1,
      );
      return { language: tag.split("-")[0] ?? "", quality: Number.isFinite(quality) ? quality : 0 };
    })
    .sort((a, b) => b.quality - a.quality);
  for (const { language, quality } of wanted) {
    if (quality <= 0) continue;
    if (isInterfaceLocale(language)) return language;
    if (["hr", "sr", "cnr", "sh", "me"].includes(language)) return "bs";
  }
  return interfaceLocales[0];
}
