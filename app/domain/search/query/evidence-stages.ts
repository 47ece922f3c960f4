import { evidenceStages } from "#app/domain/codes.ts";

/** Stages of evidence, both ends included; none where `least` is above `most`. */
export interface Stages {
  least: number;
  most: number;
}

const LEAST = Math.min(...evidenceStages);
const MOST = Math.max(...evidenceStages);

/**
 * Reads `3`, `>=3`, `>2`, `<4`, `<=3`, `3+`, `2..4` or `2-4`; null for anything else and for stages that do not exist.
 */
export function stagesWritten(text: string): Stages | null {
  const plain = text.slice(0, 40).normalize("NFKC").replace(/\s/g, "").replace(/≥|=>/g, ">=").replace(/≤|=</g, "<=");
  const match =
    /^(?<sign>[<>]=?|=)?(?<stage>\d)(?<more>\+)?$/.exec(plain) ?? /^(?<from>\d)(?:\.{2,3}|[-–])(?<to>\d)$/.exec(plain);
  if (!match?.groups) return null;
  const { sign, stage, more, from, to } = match.groups;
  const ends = [Number(from ?? stage), Number(to ?? stage)].sort();
  const [low = LEAST, high = MOST] = ends;
  if (low < LEAST || high > MOST || (sign && more)) return null;
  const stages = {
    least: sign?.startsWith("<") ? LEAST : low + (sign === ">" ? 1 : 0),
    most: sign?.startsWith(">") || more ? MOST : high - (sign === "<" ? 1 : 0),
  };
  return stages.least <= stages.most ? stages : null;
}

/** Stages in the form that addresses have: `3`, `>=3`, `<=3`, `2..4`. */
export function writeStages({ least, most }: Stages): string {
  if (least === most) return String(least);
  if (most === MOST) return `>=${least}`;
  return least === LEAST ? `<=${most}` : `${least}..${most}`;
}
