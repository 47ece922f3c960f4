import { ask } from "#tests/bench/pages/ask.ts";

/** What a browser that knows nothing loads for a page, in bytes as they travel with their headers. */
export interface Weight {
  html: number;
  scripts: number;
  styles: number;
}

/** Weighs a page and everything that its HTML asks for, but for fonts and what is loaded when somebody acts. */
export async function weigh(port: number, path: string, cookie?: string): Promise<Weight> {
  const page = await ask(port, path, { cookie, encoding: "br" });
  const { body } = await ask(port, path, { cookie });
  const html = body.toString();
  const scripts = new Set<string>();
  const styles = new Set<string>();
  for (const [tag] of html.matchAll(/<(?:link|script)\b[^>]*>/g)) {
    const address = /(?:href|src)="([^"]+)"/.exec(tag)?.[1];
    if (!address) continue;
    if (/rel="stylesheet"/.test(tag)) styles.add(address);
    else if (/rel="modulepreload"|<script/.test(tag)) scripts.add(address);
  }
  for (const [, address] of html.matchAll(/import\(?[^"';]*"(\/assets\/[^"]+)"/g)) scripts.add(address ?? "");
  await addImports(port, scripts);
  const sum = async (addresses: Iterable<string>) => {
    let bytes = 0;
    for (const address of addresses) bytes += (await ask(port, address, { encoding: "br" })).bytes;
    return bytes;
  };
  return { html: page.bytes, scripts: await sum(scripts), styles: await sum(styles) };
}

/** Modules that modules import from the beginning: a browser loads them whether the page names them or not. */
async function addImports(port: number, scripts: Set<string>): Promise<void> {
  for (const address of scripts) {
    const { body } = await ask(port, address);
    for (const [, name] of body.toString().matchAll(/(?:^|[;}\s])(?:import|export)[^"'();]*"\.\/([\w.-]+\.js)"/g)) {
      scripts.add(`/assets/${name}`);
    }
  }
}
