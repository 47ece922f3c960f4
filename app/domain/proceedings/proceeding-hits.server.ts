import type { ProceedingKind } from "#app/domain/codes.ts";
import type { Proceeding } from "#app/domain/proceedings/proceeding.ts";
import type { NameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import type { Hit, Marked } from "#app/domain/search/results/hit.ts";
import type { HitMarker } from "#app/domain/search/results/mark-hit.ts";
import { snippet } from "#app/domain/search/results/snippet.ts";
import { languageTag } from "#app/i18n/languages.ts";

/** Something of a session among what was found. */
export interface ProceedingHit extends Hit {
  recordType: ProceedingKind;
  kind: ProceedingKind;
  /** Null where the viewer does not see the session, as an owner of an action point may not. */
  sessionId: string | null;
  itemId: string | null;
  /** Of a decision or an action point, in its session. */
  place: number | null;
  /** Whose delegation was met, with its mark; null for a plenary. */
  beneficiary: NameWithMark | null;
  /** When the session is, at its place: "4 Nov 2026". */
  day: string;
  internal: boolean;
  /** How far the minutes are. */
  state: Proceeding["state"];
  cancelled: boolean;
}

/** As much of a text as is shown; one without a title stands where the title would. */
const TEXT_LENGTH = 240;

/** What a page shows of something of a session. @param seesSession whether the viewer sees the session itself */
export function proceedingHit(one: Proceeding, seesSession: boolean, rank: number, marker: HitMarker): ProceedingHit {
  const { id, kind, session, itemId, number: place, internal, state } = one;
  return {
    ...{ recordType: kind, id, kind, itemId, place, internal, state, rank },
    number: "",
    language: session.language,
    tag: languageTag(session.language),
    ...marked(one, marker),
    externalId: null,
    sessionId: seesSession ? session.id : null,
    beneficiary: marker.vocabulary.beneficiaries.find(({ code }) => code === session.beneficiary)?.label ?? null,
    day: marker.dayOf(session.startsAt, session.zone),
    cancelled: session.cancelled,
  };
}

function marked({ title, body, session: { language } }: Proceeding, marker: HitMarker) {
  const texts = { number: "", language };
  if (title !== "") {
    const found = marker.mark({ ...texts, title, summary: "", further: () => [body] });
    return { ...found, snippet: found.snippet.text === "" ? snippet(body, [], TEXT_LENGTH) : found.snippet };
  }
  const found = marker.mark({ ...texts, title: body, summary: "" });
  const nothing: Marked = { text: "", ranges: [] };
  return { ...found, title: snippet(found.title.text, found.title.ranges, TEXT_LENGTH), snippet: nothing };
}
