/** Of a built page, as the manifest of the build has it. */
interface Page {
  id: string;
  /** Address of its script. */
  module: string;
}

/** What stands in the manifest that the build writes for browsers. */
export interface Manifest {
  entry: { module: string };
  routes: Readonly<Record<string, Page>>;
}

/** The frame of every page, and all there is of one that does not exist. */
const FRAME = "root";

/** Which messages the scripts of each page can ask for. */
export class PageScripts {
  private readonly asked: ReadonlyMap<string, Asked>;
  private readonly loaded: ReadonlyMap<string, string[]>;

  /**
   * @param manifest of the build
   * @param files the built scripts: code by name of file
   * @param find which page an address leads to, by its id
   */
  constructor(
    private readonly manifest: Manifest,
    files: ReadonlyMap<string, string>,
    private readonly find: (path: string) => string | undefined,
  ) {
    this.asked = new Map(Array.from(files, ([name, code]) => [name, askedIn(code)]));
    this.loaded = new Map(Array.from(files, ([name, code]) => [name, scriptsIn(code)]));
  }

  /** @param path of a page or of its data */
  pageAt(path: string): string {
    return this.find(path) ?? FRAME;
  }

  /** Ids of all pages. */
  all(): string[] {
    return Object.keys(this.manifest.routes);
  }

  /** Whether a page can ask for a message, by its key. */
  asks(page: string): (key: string) => boolean {
    const { entry, routes } = this.manifest;
    const addresses = [entry.module, routes[FRAME]?.module ?? "", routes[page]?.module ?? ""];
    const scripts = this.reach(addresses.map((address) => address.split("/").at(-1) ?? ""));
    const asked = Array.from(scripts).flatMap((name) => this.asked.get(name) ?? []);
    return (key) => asked.some((asks) => asks(key));
  }

  /** These scripts and all that they load, at once or later. */
  private reach(names: readonly string[], reached = new Set<string>()): Set<string> {
    for (const name of names) {
      const loaded = this.loaded.get(name);
      if (!loaded || reached.has(name)) continue;
      reached.add(name);
      this.reach(loaded, reached);
    }
    return reached;
  }
}

/** Names of the scripts that one names, each between a quote or a slash and a quote. */
function scriptsIn(code: string): string[] {
  return Array.from(code.matchAll(/["'`/]([\w.-]{1,100}\.js)["'`]/g), ([, name = ""]) => name);
}

type Asked = (key: string) => boolean;

/** Keys stand in the scripts as they are, or as beginnings that a code from data completes: `codes.kind.${kind}`. */
function askedIn(code: string): Asked {
  const whole = new Set(Array.from(code.matchAll(/["'`]([a-zA-Z]+\.[\w.-]+)["'`]/g), ([, key]) => key));
  const beginnings = Array.from(
    new Set(Array.from(code.matchAll(/`([a-zA-Z]+\.[\w.-]*)\$\{/g), ([, beginning = ""]) => beginning)),
  );
  return (key) => whole.has(key) || beginnings.some((beginning) => key.startsWith(beginning));
}
