import { createReadStream, statSync } from "node:fs";
import { join } from "node:path";
import express, { type RequestHandler } from "express";

const types: Readonly<Record<string, string>> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
};

/** Files of the build whose name holds their hash, cached for ever. */
export function serveAssets(folder: string): RequestHandler[] {
  return [serveCompressed(folder), express.static(folder, { immutable: true, maxAge: "1y", index: false })];
}

/** In the form that was compressed when it was built. Other files go to the next handler. */
function serveCompressed(folder: string): RequestHandler {
  return (request, response, next) => {
    const name = /^\/([\w.-]+\.(js|css|svg))$/.exec(request.path);
    const form = bestForm(String(request.headers["accept-encoding"] ?? ""));
    if (!name?.[1] || !name[2] || !form || !["GET", "HEAD"].includes(request.method)) return next();
    const file = join(folder, `${name[1]}.${form.ending}`);
    const size = statSync(file, { throwIfNoEntry: false })?.size;
    if (size === undefined) return next();
    response.writeHead(200, {
      "Content-Type": types[name[2]],
      "Content-Encoding": form.encoding,
      "Content-Length": size,
      "Cache-Control": "public, max-age=31536000, immutable",
      Vary: "Accept-Encoding",
    });
    if (request.method === "HEAD") return void response.end();
    createReadStream(file).pipe(response);
  };
}

function bestForm(accepted: string): { ending: string; encoding: string } | null {
  if (/\bbr\b/.test(accepted)) return { ending: "br", encoding: "br" };
  return /\bgzip\b/.test(accepted) ? { ending: "gz", encoding: "gzip" } : null;
}
