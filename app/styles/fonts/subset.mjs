// Cuts the two type families to the letters of the region. Run by hand when the packages of the fonts are updated:
//
//   node app/styles/fonts/subset.mjs
//
// It writes the .woff2 files beside it, which are committed: nobody needs the packages to build. The ranges here and
// the `unicode-range` lines of ../fonts.css belong together; the script prints the latter. It also prints the metrics
// from which the fallback faces of ../fonts.css are reckoned.
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import subsetFont from "subset-font";

const require = createRequire(import.meta.url);

const budget = 120_000;

const families = [
  {
    name: "sans",
    title: "Zbornik Sans",
    source: "@fontsource-variable/source-sans-3/files/source-sans-3-SCRIPT-wght-normal.woff2",
  },
  {
    name: "serif",
    title: "Zbornik Serif",
    source: "@fontsource-variable/source-serif-4/files/source-serif-4-SCRIPT-wght-normal.woff2",
  },
];

// The packages come one file per script, so three files a family; a page without Cyrillic does not fetch Cyrillic.
const scripts = [
  {
    script: "latin",
    // Basic Latin, Latin-1, and punctuation: spaces, dashes, quotes of all eight languages, euro, trade mark, minus.
    ranges: "20-7E,A0-FF,131,152-153,2009,2010-2011,2013-2014,2018-201A,201C-201E,2020-2022,2026,202F,2032-2033,2039-203A,20AC,2122,2212",
  },
  {
    script: "latin-ext",
    // Latin Extended-A as the states of Europe need it, since names of people come from all of them, and the Romanian
    // letters with a comma below. Left out: Esperanto, Welsh, Sami, and letters that are no longer written.
    ranges: "100-107,10A-113,116-11B,11E-123,126-127,12A-12B,12E-130,136-137,139-13E,141-148,14C-14D,150-151,154-155,158-15B,15E-165,16A-16B,16E-173,178-17E,218-21B",
  },
  {
    script: "cyrillic",
    // Serbian and Macedonian, and what a Bulgarian or Russian name needs, so that it is not set in two faces.
    ranges: "301,400-45F,2116",
  },
];

// Localised forms (Serbian and Macedonian differ from Russian), kerning, marks, and tabular or lining figures.
const keepFeatures = ["ccmp", "locl", "kern", "mark", "mkmk", "liga", "calt", "lnum", "tnum", "pnum"];

let total = 0;
for (const family of families) {
  for (const { script, ranges } of scripts) {
    const original = await readFile(require.resolve(family.source.replace("SCRIPT", script)));
    const cut = await subsetFont(original, lettersOf(ranges), {
      targetFormat: "truetype",
      keepFeatures,
      noHinting: true,
      variationAxes: { wght: { min: 400, max: 700 } },
    });
    rename(cut, family.title);
    const packed = await subsetFont(cut, "", { keepAllGlyphs: true, targetFormat: "woff2" });
    const file = `${family.name}-${script}.woff2`;
    await writeFile(new URL(file, import.meta.url), packed);
    total += packed.length;
    console.log(`${file}  ${packed.length} bytes  unicode-range: ${cssRange(ranges)}`);
    if (script === "latin") console.log(await metricsOf(original));
    if (family.name === "sans") await writePaperFonts(original, script, lettersOf(ranges), family.title);
  }
}
console.log(`${total} bytes in all, ${budget} allowed`);
if (total > budget) process.exitCode = 1;

/**
 * The same letters in two fixed weights for documents on paper, which are made on the server: what writes them reads
 * neither variable nor compressed faces.
 */
async function writePaperFonts(original, script, letters, title) {
  for (const weight of [400, 700]) {
    const options = { targetFormat: "truetype", keepFeatures, noHinting: true, variationAxes: { wght: weight } };
    const cut = await subsetFont(original, letters, options);
    rename(cut, title);
    await writeFile(new URL(`../../views/documents/fonts/${script}-${weight}.ttf`, import.meta.url), cut);
  }
}

function lettersOf(ranges) {
  return ranges
    .split(",")
    .map((range) => range.split("-").map((end) => Number.parseInt(end, 16)))
    .flatMap(([first, last = first]) => Array.from({ length: last - first + 1 }, (_, at) => first + at))
    .map((point) => String.fromCodePoint(point))
    .join("");
}

function cssRange(ranges) {
  return ranges
    .split(",")
    .map((range) => `U+${range}`)
    .join(", ");
}

/**
 * The licence reserves the name "Source" for the unchanged families, so the cut ones carry another. Written in place:
 * the new names are shorter than the old ones, and copyright and licence stay as they are.
 */
function rename(font, title) {
  const names = tablesOf(font).name;
  const texts = names + font.readUInt16BE(names + 4);
  for (let at = names + 6; at < names + 6 + 12 * font.readUInt16BE(names + 2); at += 12) {
    const id = font.readUInt16BE(at + 6);
    if (![1, 3, 4, 6, 16, 25].includes(id)) continue;
    const written = Buffer.from(id === 6 ? title.replace(" ", "") : title, "utf16le").swap16();
    if (written.length > font.readUInt16BE(at + 8)) throw new Error(`name ${id} is too short for "${title}"`);
    written.copy(font, texts + font.readUInt16BE(at + 10));
    font.writeUInt16BE(written.length, at + 8);
  }
}

/** Where each table of a TrueType file begins. */
function tablesOf(font) {
  const records = Array.from({ length: font.readUInt16BE(4) }, (_, nth) => 12 + 16 * nth);
  return Object.fromEntries(records.map((at) => [font.toString("latin1", at, at + 4), font.readUInt32BE(at + 8)]));
}

/** Ascent, descent and line gap as the browser takes them (hhea table), in parts of the em. */
async function metricsOf(font) {
  const data = await subsetFont(font, " ", { targetFormat: "truetype" });
  const tables = tablesOf(data);
  const em = data.readUInt16BE(tables.head + 18);
  const [ascent, descent, lineGap] = [4, 6, 8].map((field) => data.readInt16BE(tables.hhea + field) / em);
  return { ascent, descent, lineGap };
}
