import type { LoaderFunctionArgs } from "@remix-run/node";
import type { PaperDocument } from "#app/views/documents/blocks.ts";
import { docxFile } from "#app/views/documents/docx-file.server.ts";
import { pdfFile } from "#app/views/documents/pdf-file.server.ts";
import type { DocumentFor } from "#app/views/minutes/record-document.server.ts";

const kinds = {
  docx: {
    write: docxFile,
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
  pdf: { write: pdfFile, type: "application/pdf" },
};

/** Whose eyes a document is asked for: everybody's it may be handed to, unless the address says otherwise. */
export function readAs({ request }: LoaderFunctionArgs): DocumentFor {
  return new URL(request.url).searchParams.get("as") === "mine" ? "viewer" : "others";
}

/** A document as a file to keep. */
export async function paperFile(kind: keyof typeof kinds, name: string, paper: PaperDocument): Promise<Response> {
  const { write, type } = kinds[kind];
  return new Response(new Uint8Array(await write(paper)), {
    headers: { "Content-Type": type, "Content-Disposition": `attachment; filename="${name}.${kind}"` },
  });
}
