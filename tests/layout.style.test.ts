import { expect, it } from "vitest";
import { files, read, walk } from "#tests/support/source-tree.ts";

// Habits that Biome cannot hold.

it("writes plain constants of a module as MAX_HITS", () => {
  const value = String.raw`(?:-?[\d._]+(?:e\d+)?|"[^"\n]*"|\`[^\`]*\`|true|false)`;
  const operation = String.raw`\s[-+*/|&<>]+\s\(?(?:${value}|[A-Z][A-Z\d_]+)\)?`;
  const plain = new RegExp(
    String.raw`^(?:export )?const ([a-z]\w*)(?:: [\w ]+)? =\s(?:${value}(?:${operation})*|[A-Z][A-Z\d_]+(?:${operation})+)(?: as const)?;`,
    "gm",
  );
  const wrong = files.flatMap((file) => [...read(file).matchAll(plain)].map(([, name]) => `${file}: ${name}`));
  expect(wrong).toEqual([]);
});

it("hides members of a class as private", () => {
  expect(files.filter((file) => /\bthis\.#|^\s+(static |readonly )*#\w/m.test(read(file)))).toEqual([]);
});

it("keeps comments within 120 characters: the formatter does not wrap them", () => {
  const written = [...files, ...walk("tests")].filter((file) => /\.(ts|tsx|mjs)$/.test(file));
  const long = written.flatMap((file) =>
    read(file)
      .split("\n")
      .flatMap((line, at) => (line.length > 120 && /^\s*(\/\/|\/?\*)/.test(line) ? [`${file}:${at + 1}`] : [])),
  );
  expect(long).toEqual([]);
  // A docstring on a docstring says nothing of anything.
  expect(written.filter((file) => /\*\/\n[ \t]*\/\*\*/.test(read(file)))).toEqual([]);
});

it("names nothing of where it is made", () => {
  const wrong = [...files, ...walk("content"), ...walk("tests")].filter(
    (file) => /\.\.\/shared\b/.test(read(file)) && !file.startsWith("tests/layout."),
  );
  expect(wrong).toEqual([]);
});
