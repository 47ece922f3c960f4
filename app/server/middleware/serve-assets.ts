import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Step } from "#app/server/chain.ts";
import { assetHeaders } from "#app/server/headers.ts";

const types: Readonly<Record<string, string>> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  woff2: "font/woff2",
};

/** A file of the build in the forms that it was compressed to, by the ending of each. */
type Forms = Partial<Record<"" | ".br" | ".gz", Buffer>>;

/**
 * Files of the build, whose name holds their hash: cached for ever, and kept in memory, all of them together being
 * smaller than a photograph. What is no such file goes on, and is answered as any address that leads nowhere.
 */
export function serveAssets(folder: string): Step {
  const kept = new Map<string, Forms>();
  return async (request, response, next) => {
    const [, name = "", ending = ""] = /^\/assets\/([\w.-]+\.(\w+))$/.exec(request.path) ?? [];
    const type = types[ending];
    if (!type || !["GET", "HEAD"].includes(request.method)) return next();
    const forms = kept.get(name) ?? (await readForms(join(folder, name)));
    if (!forms[""]) return next();
    kept.set(name, forms);
    const form = bestForm(forms, String(request.headers["accept-encoding"] ?? ""));
    const body = forms[form] ?? forms[""];
    response.writeHead(200, [
      ...[...assetHeaders, "Content-Type", type, "Content-Length", String(body.length)],
      ...["Cache-Control", "public, max-age=31536000, immutable", "Vary", "Accept-Encoding"],
      ...(form ? ["Content-Encoding", form === ".br" ? "br" : "gzip"] : []),
    ]);
    response.end(request.method === "HEAD" ? undefined : body);
  };
}

async function readForms(file: string): Promise<Forms> {
  const forms: Forms = {};
  for (const form of ["", ".br", ".gz"] as const) {
    const body = await readFile(file + form).catch(() => null);
    if (body) forms[form] = body;
  }
  return forms;
}

function bestForm(forms: Forms, accepted: string): keyof Forms {
  if (forms[".br"] && /\bbr\b/.test(accepted)) return ".br";
  return forms[".gz"] && /\bgzip\b/.test(accepted) ? ".gz" : "";
}
