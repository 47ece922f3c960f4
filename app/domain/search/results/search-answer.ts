import { z } from "zod";
import { type FoundKind, foundKinds } from "#app/domain/codes.ts";
import { facetNames } from "#app/domain/search/query/facet-names.ts";
import { matchFields } from "#app/domain/search/results/explain-hit.ts";
import type { Hit } from "#app/domain/search/results/hit.ts";
import { vias } from "#app/domain/search/results/how-matched.ts";
import type { SearchResult } from "#app/domain/search/search.server.ts";
import { languageCodes } from "#app/i18n/languages.ts";
import type { Text } from "#app/i18n/text.ts";

const range = z
  .array(z.int().min(0))
  .length(2)
  .meta({ description: "Start and end, end exclusive, in UTF-16 code units of `text`." });

const highlight = z.strictObject({
  field: z.enum(["title", "summary", "body"]),
  text: z
    .string()
    .meta({ description: "Plain text. Title whole; summary and body cut to a piece around the matches." }),
  ranges: z.array(range),
});

const reason = z.strictObject({
  term: z.string().meta({ description: "What was asked for, as typed." }),
  matched: z.string().meta({ description: "What stands in the record." }),
  field: z.enum(matchFields),
  via: z.enum(vias).meta({
    description:
      "`exact`: the same letters; `variant`: another script, without marks, Ekavian for Ijekavian; `stem`: another ending; `prefix`: a longer word that begins so; `synonym`: another name of the same thing; `identifier`: a number of a document or record.",
  }),
});

const hit = z.strictObject({
  id: z.string(),
  number: z.string().meta({
    description: "`REL-2026-K7Q4`; of a reference its number, `CM/Rec(2010)1`; empty for what belongs to a session.",
  }),
  session: z.string().nullable().meta({
    description:
      "The session that an agenda item, minutes, a decision or an action point belongs to; null for all else, and for an action point of a session that you do not see.",
  }),
  externalId: z.string().nullable().meta({ description: "What the file called it that it was imported from." }),
  kind: z.enum(foundKinds),
  title: z.string(),
  language: z.enum(languageCodes).nullable().meta({
    description: "Of the version that matched; null where naming it might tell who wrote a record that names nobody.",
  }),
  score: z.number().min(0).meta({
    description:
      "Falls from hit to hit, also over pages. The whole part says how well the hit matches and is the same for hits that match equally; the fraction is the place among all hits. Scores of different searches cannot be compared.",
  }),
  highlights: z.array(highlight),
  why: z.array(reason),
});

const facetValue = z.strictObject({ value: z.string(), label: z.string(), count: z.int().min(0) });

/** What a search answers to programs: the API and the command line give the same. */
export const searchAnswer = z.strictObject({
  total: z.int().min(0).meta({ description: "Everything you may see that matches." }),
  tier: z.union([z.literal(1), z.literal(2), z.literal(3)]).meta({
    description: "1: as asked; 2: nothing was found so, these have similar words; 3: these have any of the words.",
  }),
  notes: z.array(z.strictObject({ key: z.string(), text: z.string() })).meta({
    description: "How the query was understood: a stable key, and a sentence in the language of your account.",
  }),
  hits: z.array(hit),
  facets: z
    .strictObject(
      Object.fromEntries(facetNames.map((name) => [name, z.array(facetValue)])) as Record<
        (typeof facetNames)[number],
        z.ZodArray<typeof facetValue>
      >,
    )
    .meta({
      description:
        "Counts over all matches, each as if its own filter were off. Labels in the language of your account.",
    }),
  next: z.string().nullable().meta({ description: "Cursor of the next page; null on the last." }),
});
export type SearchAnswer = z.infer<typeof searchAnswer>;

/** The answer for programs. @param text in the language of whose search it is */
export function answerOf(found: SearchResult, text: Text): SearchAnswer {
  return {
    total: found.total,
    tier: found.tier,
    notes: [
      ...found.notes.map(({ key, params }) => ({ key: stableKey(key), text: text(key, params) })),
      ...found.offers.map((offer) => ({ key: "search.note.namesTerm", text: offerText(offer, text) })),
    ],
    hits: found.hits.map((each, at) => answeredHit(each, scoreOf(found, each, at))),
    facets: Object.fromEntries(
      facetNames.map((name) => [name, found.facets[name].map(({ value, label, count }) => ({ value, label, count }))]),
    ) as SearchAnswer["facets"],
    next: found.next,
  };
}

/** "12 records carry the theme Information exchange (theme:T12)" */
export function offerText({ name, value, label, count }: SearchResult["offers"][number], text: Text): string {
  return `${text(`search.offer.${name}`, { count, label })} (${name}:${value})`;
}

/** Orders hits strictly: how well one matches, and as a fraction how many of all stand behind it. */
function scoreOf({ sort, before, total }: SearchResult, { rank }: Hit, at: number): number {
  const behind = 1 - (before + at + 1) / (total + 1);
  return Number(((sort === "relevance" ? rank : 0) + behind).toFixed(9));
}

function answeredHit(each: Hit, score: number): SearchAnswer["hits"][number] {
  const { highlights = [], why = [] } = each.explanation ?? {};
  return {
    id: each.id,
    number: each.number,
    session: each.sessionId ?? null,
    externalId: each.externalId,
    kind: each.kind as FoundKind,
    title: each.title.text,
    language: each.language as SearchAnswer["hits"][number]["language"],
    score,
    highlights: highlights.map(({ field, text, ranges }) => ({
      field,
      text,
      ranges: ranges.map(([start, end]) => [start, end]),
    })),
    why,
  };
}

/** What programs know a note by, whatever the catalogue calls its message. */
function stableKey(key: string): string {
  return key.replace(/^searchNotes\./, "search.note.");
}
