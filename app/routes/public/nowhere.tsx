import { NotFound } from "#app/domain/errors.ts";
import { page, publicPage } from "#app/http/page.server.ts";
import { isInterfaceLocale } from "#app/i18n/languages.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const meta = titleMeta;

const nowhere = async () => {
  throw new NotFound("page");
};
const nowhereInside = page(nowhere);
const nowhereOutside = publicPage(nowhere);

/** Addresses that lead nowhere: signed in 404, otherwise the sign-in page, exactly as for hidden ones. */
export const loader = (args: Parameters<typeof nowhereInside>[0]) =>
  isInterfaceLocale(args.params["*"]?.split("/")[0]) ? nowhereOutside(args) : nowhereInside(args);

export const action = (args: Parameters<typeof nowhereInside>[0]) => loader(args);

export default function Nowhere() {
  return null;
}
