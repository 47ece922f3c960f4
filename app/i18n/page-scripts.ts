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

  /**
   * @param manifest of the build
   * @param files the built scripts: code by name of file
   * @param find which page an address leads to, by its id
   */
  constructor(
    private readonly manifest: Manifest,
    private readonly files: ReadonlyMap<string, string>,
    private readonly find: (path: string) => string | undefined,
  ) {
    this.asked = new Map(Array.from(files, ([name, code]) => [name, askedIn(code)]));
  }

  /** @param path of a page or of its data */
  pageAt(path: string): string {
    return this.find(path) ?? FRAME;
  }

  /**
   * @param known keys of all messages
   * @returns by id of the page
   */
  keys(known: readonly string[]): Map<string, Set<string>> {
    const ofFile = new Map(Array.from(this.asked, ([name, asked]) => [name, known.filter(asked)]));
    const { entry, routes } = this.manifest;
    const frame = [entry.module, routes[FRAME]?.module ?? ""];
    return new Map(
      Object.values(routes).map(({ id, module }) => {
        const loaded = this.reach([...frame, module].map((address) => address.split("/").at(-1) ?? ""));
        return [id, new Set(Array.from(loaded).flatMap((name) => ofFile.get(name) ?? []))];
      }),
    );
  }

  /** These scripts and all that they load, at once or later. */
  private reach(names: readonly string[], reached = new Set<string>()): Set<string> {
    for (const name of names) {
      const code = this.files.get(name);
      if (code === undefined || reached.has(name)) continue;
      reached.add(name);
      this.reach(
        Array.from(code.matchAll(/([\w.-]+\.js)["'`]/g), ([, file = ""]) => file),
        reached,
      );
    }
    return reached;
  }
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
