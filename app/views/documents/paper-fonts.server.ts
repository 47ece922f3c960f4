import cyrillic400 from "#app/views/documents/fonts/cyrillic-400.ttf?inline";
import cyrillic700 from "#app/views/documents/fonts/cyrillic-700.ttf?inline";
import latin400 from "#app/views/documents/fonts/latin-400.ttf?inline";
import latin700 from "#app/views/documents/fonts/latin-700.ttf?inline";
import latinExt400 from "#app/views/documents/fonts/latin-ext-400.ttf?inline";
import latinExt700 from "#app/views/documents/fonts/latin-ext-700.ttf?inline";

const files = {
  "latin-400": latin400,
  "latin-700": latin700,
  "latin-ext-400": latinExt400,
  "latin-ext-700": latinExt700,
  "cyrillic-400": cyrillic400,
  "cyrillic-700": cyrillic700,
};

export type FontName = keyof typeof files;

/** The faces of paper by name, as TrueType files: one for each script and weight. */
export function paperFonts(): [FontName, Buffer][] {
  return Object.entries(files).map(([name, inline]) => [
    name as FontName,
    Buffer.from(inline.slice(inline.indexOf(",") + 1), "base64"),
  ]);
}

/** A stretch of text that one face can set. */
export interface Fragment {
  text: string;
  font: FontName;
}

/** Cuts a text where the script of its letters changes: each face has letters of one script alone. */
export function fragmentsOf(text: string, bold: boolean): Fragment[] {
  const fragments: Fragment[] = [];
  for (const letter of text) {
    const font: FontName = `${scriptOf(letter.codePointAt(0) ?? 0)}-${bold ? 700 : 400}`;
    const last = fragments.at(-1);
    if (last?.font === font) last.text += letter;
    else fragments.push({ text: letter, font });
  }
  return fragments;
}

function scriptOf(point: number): "latin" | "latin-ext" | "cyrillic" {
  if ((point >= 0x400 && point <= 0x45f) || point === 0x301 || point === 0x2116) return "cyrillic";
  return (point >= 0x100 && point <= 0x17f && point !== 0x131 && point !== 0x152 && point !== 0x153) ||
    (point >= 0x218 && point <= 0x21b)
    ? "latin-ext"
    : "latin";
}
