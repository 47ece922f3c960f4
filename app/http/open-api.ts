import { z } from "zod";
import { searchParameters } from "#app/domain/search/query/search-parameters.ts";
import { searchAnswer } from "#app/domain/search/results/search-answer.ts";
import type { Vocabulary } from "#app/domain/vocabulary/vocabulary.ts";
import { PROBLEM_TYPE, problemDocument } from "#app/http/problem.ts";

/**
 * The OpenAPI 3.1 document of the API, made from the schemas that the implementation itself checks with: what it says
 * cannot drift from what is done.
 * @param publicUrl where the installation is reached
 * @param vocabulary lists whose codes parameters may name
 */
export function openApiDocument(publicUrl: string, vocabulary: Vocabulary) {
  return {
    openapi: "3.1.1",
    info: {
      title: "Zbornik",
      version: "1",
      description:
        "Reads what a person may see, in that person's name. Make a token on the page “Access tokens” of your account and send it as `Authorization: Bearer zbt_...`. At most 600 requests a minute and person. Dates are UTC, texts are NFC. New fields of answers and new scopes may come within a version; fields do not change or go.",
    },
    servers: [{ url: publicUrl }],
    security: [{ token: [] }],
    paths: {
      "/api/v1/search": {
        get: {
          operationId: "search",
          summary: "What the holder of the token finds, as on the search page",
          description:
            "Needs the scope `search:read`. Total, facets and order depend on nothing that the person may not see. Parameters that are not described here are refused.",
          parameters: queryParameters(vocabulary),
          responses: {
            200: {
              description: "One page of hits with counts over all of them.",
              headers: { "Cache-Control": { schema: { const: "private, no-store" } } },
              content: { "application/json": { schema: { $ref: "#/components/schemas/SearchAnswer" } } },
            },
            400: failure("A parameter cannot be used; `parameters` names it."),
            401: failure("No token, or one that is unknown, has ended or was revoked.", ["WWW-Authenticate"]),
            403: failure("The token has not the scope `search:read`.", ["WWW-Authenticate"]),
            405: failure("Any method but GET and HEAD.", ["Allow"]),
            429: failure("Too many requests; wait so many seconds.", ["Retry-After"]),
            503: failure("The search index is being loaded; wait so many seconds.", ["Retry-After"]),
          },
        },
      },
      "/api/v1/openapi.json": {
        get: {
          operationId: "describe",
          summary: "This document",
          security: [],
          responses: {
            200: { description: "OpenAPI 3.1.", content: { "application/json": { schema: { type: "object" } } } },
          },
        },
      },
    },
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "A personal token, `zbt_` and 43 characters." },
      },
      schemas: { SearchAnswer: jsonSchema(searchAnswer), Problem: jsonSchema(problemDocument) },
    },
  };
}

function queryParameters(vocabulary: Vocabulary) {
  const { properties = {} } = jsonSchema(searchParameters(vocabulary), "input");
  return Object.entries(properties).map(([name, schema]) => {
    const { description, example, ...rest } = schema as z.core.JSONSchema.JSONSchema;
    const list = rest.type === "array" ? { style: "form", explode: false } : {};
    return { name, in: "query", description, ...(example === undefined ? {} : { example }), ...list, schema: rest };
  });
}

function failure(description: string, headers: readonly string[] = []) {
  const named = Object.fromEntries(headers.map((name) => [name, { schema: { type: "string" } }]));
  const content = { [PROBLEM_TYPE]: { schema: { $ref: "#/components/schemas/Problem" } } };
  return { description, ...(headers.length > 0 ? { headers: named } : {}), content };
}

/** JSON Schema 2020-12, the dialect of OpenAPI 3.1. */
function jsonSchema(schema: z.ZodType, io: "input" | "output" = "output"): z.core.JSONSchema.JSONSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
}
