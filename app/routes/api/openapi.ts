import type { LoaderFunctionArgs } from "@remix-run/node";
import { onlyRead } from "#app/http/api.server.ts";
import { openApiDocument } from "#app/http/open-api.ts";

/** The description of the API, for everybody. */
export const loader = async (args: LoaderFunctionArgs) => {
  if (args.request.method === "OPTIONS") return onlyRead(args);
  return new Response(JSON.stringify(openApiDocument(args.context.config.publicUrl), null, 2), {
    headers: { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
};

export const action = onlyRead;
