import type { LoaderFunctionArgs } from "@remix-run/node";
import { findVocabulary } from "#app/domain/vocabulary/find-vocabulary.server.ts";
import { onlyRead } from "#app/http/api.server.ts";
import { openApiDocument } from "#app/http/open-api.ts";

/** The description of the API, for everybody. */
export const loader = async (args: LoaderFunctionArgs) => {
  if (args.request.method === "OPTIONS") return onlyRead(args);
  const { config, store } = args.context;
  const document = openApiDocument(config.publicUrl, await findVocabulary(store.read));
  return new Response(JSON.stringify(document, null, 2), {
    headers: { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
};

export const action = onlyRead;
