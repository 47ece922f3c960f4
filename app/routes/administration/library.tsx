import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { chooseLibrary, findLibrary, librarySize, removeLibrary } from "#app/domain/references/library.server.ts";
import { libraryInput } from "#app/domain/references/library-input.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { paths } from "#app/paths.ts";
import { LibraryPage } from "#app/ui/administration/LibraryPage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const meta = titleMeta;

export const loader = page(async ({ actor, db, text }) => ({
  title: text("admin.library"),
  state: await findLibrary(db, actor),
  size: librarySize,
}));

export const action = deed({
  may: (visit) => void requireAdministrator(visit.actor),
  input: libraryInput,
  act: ({ actor, now }, { intent }, store) =>
    intent === "load" ? chooseLibrary(store, actor, now) : removeLibrary(store, actor, now),
  then: (_done, _visit, { intent }) =>
    withFlash(paths.adminLibrary(), intent === "load" ? "admin.libraryLoaded" : "admin.libraryRemoved"),
});

export const clientAction = sendForm;

export default function Library() {
  return <LibraryPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
