import { newId } from "#app/domain/identity.server.ts";
import { sure } from "#app/sure.ts";
import rehabilitation from "#content/agenda-templates/bilateral-rehabilitation.json";
import release from "#content/agenda-templates/bilateral-release.json";
import screening from "#content/agenda-templates/bilateral-screening.json";
import training from "#content/agenda-templates/bilateral-training.json";
import plenary from "#content/agenda-templates/plenary.json";
import shippedThemes from "#content/taxonomy/themes.json";
import type { Db } from "#db/store.ts";

const shippedTemplates = [plenary, release, screening, rehabilitation, training];

/** Codes of shipped themes that are not there yet. */
export async function missingThemes(db: Db): Promise<string[]> {
  const rows = await db.selectFrom("theme").select("code").execute();
  return without(
    shippedThemes.map((theme) => theme.code),
    rows.map((row) => row.code),
  );
}

/**
 * Adds the shipped themes that are not there yet, broader ones first; those that are, edited or not, are left alone.
 */
export async function loadThemes(db: Db): Promise<number> {
  const missing = new Set(await missingThemes(db));
  const known = await db.selectFrom("theme").select(["code", "id"]).execute();
  const ids = new Map(known.map((row) => [row.code, row.id]));
  for (const code of missing) ids.set(code, newId());
  const added = [...shippedThemes.entries()].filter(([, theme]) => missing.has(theme.code));
  for (const [position, { code, labels, synonyms }] of added) {
    const texts = Object.fromEntries(Object.entries(labels).map(([language, { text }]) => [language, text]));
    await db
      .insertInto("theme")
      .values({
        id: sure(ids.get(code)),
        code,
        labels: JSON.stringify(texts),
        broader_id: null,
        synonyms: JSON.stringify(synonyms),
        position,
      })
      .execute();
  }
  // Afterwards, so that a theme may stand before its broader one.
  for (const [, { code, broader }] of added) {
    const broaderId = ids.get(broader ?? "");
    if (broaderId) await db.updateTable("theme").set({ broader_id: broaderId }).where("code", "=", code).execute();
  }
  return missing.size;
}

/** Codes of shipped agenda templates that are not there yet. */
export async function missingAgendaTemplates(db: Db): Promise<string[]> {
  const rows = await db.selectFrom("agenda_template").select("code").execute();
  return without(
    shippedTemplates.map((template) => template.code),
    rows.map((row) => row.code),
  );
}

/** Adds the shipped agenda templates that are not there yet, for every group; those that are are left alone. */
export async function loadAgendaTemplates(db: Db): Promise<number> {
  const missing = new Set(await missingAgendaTemplates(db));
  for (const template of shippedTemplates.filter(({ code }) => missing.has(code))) {
    const id = newId();
    await db
      .insertInto("agenda_template")
      .values({ id, group_id: null, code: template.code, names: JSON.stringify(template.name) })
      .execute();
    for (const [at, item] of template.items.entries()) {
      await db
        .insertInto("agenda_template_item")
        .values({
          id: newId(),
          template_id: id,
          position: at + 1,
          kind: item.kind,
          titles: JSON.stringify(item.title),
          descriptions: JSON.stringify(item.description),
          minutes: item.minutes,
          visibility: item.visibility === "internal" ? "internal" : "shared",
        })
        .execute();
    }
  }
  return missing.size;
}

function without(codes: readonly string[], known: readonly string[]): string[] {
  const there = new Set(known);
  return codes.filter((code) => !there.has(code));
}
