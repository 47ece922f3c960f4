import type { ContributionFacts } from "#app/domain/knowledge/contribution-facts.server.ts";
import { originalOf, titleView } from "#app/views/contributions/version-view.ts";
import type { Block, Run } from "#app/views/documents/blocks.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** A captured record as a line of a document, its title in the language that it was written in. */
export function recordLine({ number, kind, sharing, versions }: ContributionFacts, { text, locale }: Viewer): Block {
  const { title, tag } = titleView([originalOf(versions)], locale);
  const named = text(`codes.kind.${kind}`);
  const level = text(`codes.sharing.${sharing}`);
  const [before = "", after = ""] = text("documents.records", { kind: named, number, title: "\0", level }).split("\0");
  const said: Run = { text: title, ...(tag ? { lang: tag } : {}) };
  return { kind: "paragraph", runs: [{ text: before }, said, { text: after }] };
}
