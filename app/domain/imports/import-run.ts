import { nextBatchSize } from "#app/domain/batch-size.ts";
import type { ImportGroup } from "#app/domain/imports/import-group.server.ts";
import { externalIdOf, unknownFields } from "#app/domain/imports/import-line.ts";
import { NamesInFlight } from "#app/domain/imports/names-in-flight.ts";
import { type Importing, matchesTerms, type Stored } from "#app/domain/imports/plan-line.ts";
import type { GivenLine, LineFault, PreparedLine, UnchangedLine } from "#app/domain/imports/prepare-line.server.ts";
import type { LineResult } from "#app/domain/imports/write-lines.server.ts";

/** A line of the file, by its number: what it holds, or why it holds nothing. */
export type FileLine = { number: number; value: unknown } | { number: number; fault: string };

export interface ImportReport {
  /** Told of every line that cannot be used, and of those that somebody should look at. */
  onFault: (line: number, reason: string) => void;
  onWarning: (line: number, reason: string) => void;
  /** Told from time to time how many lines were dealt with. */
  onProgress: (counts: ImportCounts) => void;
}

export interface ImportCounts {
  lines: number;
  added: number;
  changed: number;
  unchanged: number;
  bad: number;
  warned: number;
  /** Fields that were passed over, the first few. */
  ignored: Set<string>;
}

/** Where lines go: what there is already under external ids, and what became of a batch of lines. */
export interface LineTarget {
  find(externalIds: readonly string[]): Promise<ReadonlyMap<string, Stored>>;
  write(batch: readonly PreparedLine[]): Promise<LineResult[]>;
  end(): void;
}

type Prepared = Promise<(PreparedLine | LineFault | UnchangedLine)[]>;
interface Unusable {
  number: number;
  fault: string;
}
/** A line of the file on its way to be prepared. */
interface Sent {
  number: number;
  name: string | null;
  given: GivenLine;
}

const MAX_IGNORED = 20;
/** Lines of the first transaction, and of any: many share its cost, and others who write wait for it. */
const FIRST_BATCH = 1000;
const BATCHES = { time: 400, least: 250, most: 4000 };
/** How many lines are on their way at least while others are written. */
const MIN_AHEAD = 1500;

/**
 * One import on its way: lines are read in the order of the file, prepared elsewhere meanwhile, taken back in the same
 * order and written in batches.
 */
export class ImportRun {
  readonly counts: ImportCounts = {
    ...{ lines: 0, added: 0, changed: 0, unchanged: 0, bad: 0, warned: 0 },
    ignored: new Set(),
  };
  private readonly names = new NamesInFlight();
  private readonly sent: { lines: (Sent | Unusable)[]; prepared: Prepared }[] = [];
  private sentLines = 0;
  private batch: { number: number; line: PreparedLine }[] = [];
  private batchSize = FIRST_BATCH;

  constructor(
    private readonly target: LineTarget,
    private readonly importing: Importing,
    private readonly report: ImportReport,
    private readonly prepare: (lines: readonly GivenLine[]) => Prepared,
  ) {}

  /** Reads lines of the file and gives them to be prepared, with what is known of them. */
  async read(chunk: readonly FileLine[]): Promise<void> {
    const stored = await this.target.find(this.namesToFind(chunk));
    const lines = chunk.map((each) => ("fault" in each ? each : this.sentLine(each, stored)));
    const prepared = this.prepare(lines.flatMap((line) => ("given" in line ? [line.given] : [])));
    // Awaited later, in the order of the file; until then a failure has nobody to tell.
    prepared.catch(() => undefined);
    this.sent.push({ lines, prepared });
    this.sentLines += lines.length;
    this.counts.lines += lines.length;
  }

  /** Takes back and writes what was prepared, until no more is on its way than is good. */
  async catchUp(): Promise<void> {
    while (this.sentLines > Math.max(MIN_AHEAD, this.batchSize)) await this.receive();
    this.report.onProgress(this.counts);
  }

  /** Writes all that is left. */
  async finish(): Promise<void> {
    while (this.sent.length > 0) await this.receive();
    await this.flush();
  }

  /** Names of a chunk that no line before it has, which may change what is stored. */
  private namesToFind(chunk: readonly FileLine[]): string[] {
    const names = chunk.flatMap((line) => ("value" in line ? (externalIdOf(line.value) ?? []) : []));
    return [...new Set(names)].filter((name) => !this.names.has(name));
  }

  private sentLine({ number, value }: { number: number; value: unknown }, stored: ReadonlyMap<string, Stored>): Sent {
    const { ignored } = this.counts;
    if (ignored.size < MAX_IGNORED) for (const field of unknownFields(value)) ignored.add(field);
    const name = externalIdOf(value);
    if (name === null) return { number, name, given: { value, knownDigest: null } };
    const known = this.names.has(name) ? undefined : stored.get(name);
    this.names.add(name);
    const knownDigest = known && matchesTerms(known, this.importing.terms) ? known.import_digest : null;
    return { number, name, given: { value, knownDigest } };
  }

  /** Takes back the lines that were given first. */
  private async receive(): Promise<void> {
    const { lines, prepared } = this.sent.shift() as (typeof this.sent)[number];
    this.sentLines -= lines.length;
    const results = (await prepared)[Symbol.iterator]();
    for (const line of lines) {
      if ("fault" in line) this.reject(line.number, line.fault);
      else await this.take(line, results.next().value as Awaited<Prepared>[number]);
    }
  }

  private async take({ number, name }: Sent, prepared: Awaited<Prepared>[number]): Promise<void> {
    const line = "digest" in prepared ? validateCodes(prepared, this.importing.group) : prepared;
    if ("digest" in line) {
      if (line.warned) {
        this.counts.warned++;
        this.report.onWarning(number, "something in it looks like personal data; somebody should look at it");
      }
      if (this.batch.push({ number, line }) >= this.batchSize) await this.flush();
      return;
    }
    if (name !== null) this.names.remove(name);
    if ("fault" in line) this.reject(number, line.fault);
    else this.counts.unchanged++;
  }

  /** Writes what has gathered; the next batch is as large as fits into the time for one. */
  private async flush(): Promise<void> {
    const { batch, batchSize } = this;
    this.batch = [];
    const begun = performance.now();
    const results = batch.length > 0 ? await this.target.write(batch.map(({ line }) => line)) : [];
    if (batch.length === batchSize) this.batchSize = nextBatchSize(batchSize, performance.now() - begun, BATCHES);
    for (const [at, { number, line }] of batch.entries()) {
      const result = results[at] as LineResult;
      this.names.remove(line.externalId);
      if (typeof result === "object") this.reject(number, result.fault);
      else this.counts[result]++;
    }
    this.report.onProgress(this.counts);
  }

  private reject(number: number, reason: string): void {
    this.counts.bad++;
    this.report.onFault(number, reason);
  }
}

/** The line, if the group knows the codes it names. */
function validateCodes(line: PreparedLine, group: ImportGroup): PreparedLine | LineFault {
  if (!group.beneficiaries.has(line.beneficiary)) {
    return { fault: `beneficiary must be one of ${[...group.beneficiaries.keys()].join(", ")}` };
  }
  if (line.institutionType !== null && !group.institutionTypes.includes(line.institutionType)) {
    return { fault: `institutionType must be one of ${group.institutionTypes.join(", ")}` };
  }
  const unknown = line.themes.find((code) => !group.themes.has(code));
  if (unknown === undefined) return line;
  // What is in the wrong field may be a person's number: only what looks like a code is repeated.
  return { fault: /^[A-Z]\d{1,4}$/i.test(unknown) ? `themes: there is no theme ${unknown}` : "themes: one is no code" };
}
