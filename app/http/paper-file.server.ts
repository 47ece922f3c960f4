import type { LoaderFunctionArgs } from "@remix-run/node";
import { TooMany } from "#app/http/too-many.server.ts";
import type { SignedInVisit } from "#app/http/visit.server.ts";
import type { PaperDocument } from "#app/views/documents/blocks.ts";
import type { DocumentFor } from "#app/views/minutes/document-for.ts";

// What writes them is loaded when the first is asked for: it is a third of all that a server would start with.
const kinds = {
  docx: {
    write: async (paper: PaperDocument) => (await import("#app/views/documents/docx-file.server.ts")).docxFile(paper),
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
  pdf: {
    write: async (paper: PaperDocument) => (await import("#app/views/documents/pdf-file.server.ts")).pdfFile(paper),
    type: "application/pdf",
  },
};

/** Whose eyes a document is asked for: everybody's it may be handed to, unless the address says otherwise. */
export function readAs({ request }: LoaderFunctionArgs): DocumentFor {
  return new URL(request.url).searchParams.get("as") === "mine" ? "viewer" : "others";
}

/** What a file of minutes is called: the id of its session stays with those for whose eyes alone it is. */
export function minutesName(args: LoaderFunctionArgs, id: string): string {
  return readAs(args) === "viewer" ? `minutes-${id}` : "minutes";
}

/** When to ask again, where somebody waits for many already; in seconds. */
const COME_AGAIN = 10;

/**
 * A document as a file to keep. To write that of a round is work: what one person asks for is written one after the
 * other, and others do not wait for it.
 * @throws TooMany
 */
export async function paperFile(
  { account, context }: SignedInVisit,
  kind: keyof typeof kinds,
  name: string,
  paper: PaperDocument,
): Promise<Response> {
  const { write, type } = kinds[kind];
  const writing = async () => ({ file: new Uint8Array(await write(paper)) });
  const written = await context.limits.turns.take(`paper ${account.id}`, writing, context.aside);
  if (written === "refused") throw new TooMany(COME_AGAIN);
  return new Response(written.file, {
    headers: { "Content-Type": type, "Content-Disposition": `attachment; filename="${name}.${kind}"` },
  });
}
