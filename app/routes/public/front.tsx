import { redirect } from "@remix-run/node";
import { publicPage } from "#app/http/page.server.ts";
import { paths } from "#app/paths.ts";

/** The bare address leads to the first page of the reader: what awaits, or the public page in a likely language. */
export const loader = publicPage(async (visit) => {
  throw redirect(visit.account ? paths.home() : paths.publicHome(visit.locale));
});
