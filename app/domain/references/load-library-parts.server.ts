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
const templateCodes = shippedTemplates.map(({ code }) => code);
export const templateCount = templateCodes.length;
const themeCodes = shippedThemes.map(({ code }) => code);
export const shippedThemeCount = themeCodes.length;

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
      const itemId = newId();
      await db
        .insertInto("agenda_template_item")
        .values({
          id: itemId,
          question_id: itemId,
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

/** Whether a contribution is under a shipped theme. */
export async function usedThemes(db: Db): Promise<boolean> {
  const used = await db
    .selectFrom("contribution_theme")
    .innerJoin("theme", "theme.id", "contribution_theme.theme_id")
    .select("theme.id")
    .where("theme.code", "in", themeCodes)
    .limit(1)
    .executeTakeFirst();
  return used !== undefined;
}

/** Takes the shipped themes out; what was under them, if it is no shipped one, stands at the top then. */
export async function removeThemes(db: Db): Promise<void> {
  const shipped = db.selectFrom("theme").select("id").where("code", "in", themeCodes);
  const ids = (await shipped.execute()).map((row) => row.id);
  if (ids.length === 0) return;
  await db.updateTable("theme").set({ broader_id: null }).where("broader_id", "in", ids).execute();
  await db.deleteFrom("theme").where("id", "in", ids).execute();
}

/** Whether an agenda was made from a shipped template, or a session is to be. */
export async function usedTemplates(db: Db): Promise<boolean> {
  const pairing = await db
    .selectFrom("pairing")
    .innerJoin("agenda_template", "agenda_template.id", "pairing.template_id")
    .select("pairing.id")
    .where("agenda_template.code", "in", templateCodes)
    .limit(1)
    .executeTakeFirst();
  if (pairing) return true;
  const item = await db
    .selectFrom("agenda_item")
    .innerJoin("agenda_template_item", "agenda_template_item.id", "agenda_item.template_item_id")
    .innerJoin("agenda_template", "agenda_template.id", "agenda_template_item.template_id")
    .select("agenda_item.id")
    .where("agenda_template.code", "in", templateCodes)
    .limit(1)
    .executeTakeFirst();
  return item !== undefined;
}

/** Takes the shipped agenda templates out, with their items. */
export async function removeAgendaTemplates(db: Db): Promise<void> {
  await db.deleteFrom("agenda_template").where("code", "in", templateCodes).where("group_id", "is", null).execute();
}

function without(codes: readonly string[], known: readonly string[]): string[] {
  const there = new Set(known);
  return codes.filter((code) => !there.has(code));
}
