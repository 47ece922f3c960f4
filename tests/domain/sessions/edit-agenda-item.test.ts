import { expect, it } from "vitest";
import { Conflict } from "#app/domain/errors.ts";
import { addAgendaItem } from "#app/domain/sessions/add-agenda-item.server.ts";
import { editAgendaItem } from "#app/domain/sessions/edit-agenda-item.server.ts";
import { item } from "#tests/domain/sessions/agenda-items.ts";
import { faults } from "#tests/domain/sessions/faults.ts";
import { now, schedule, sessionWorld } from "#tests/domain/sessions/session-world.ts";
import { testStore } from "#tests/support/store.ts";

it("adds, edits with the revision it was opened at, and renders Markdown safely", async () => {
  const w = await sessionWorld(testStore());
  const { id: sessionId } = await schedule(w);
  const consultant = await w.actor(w.people.consultant);
  const { id } = await addAgendaItem(w.store, consultant, { sessionId, ...item("First") }, now);
  const edit = (revision: number, title: string) =>
    editAgendaItem(
      w.store,
      consultant,
      { sessionId, itemId: id, revision, ...item(title), description: "# Who\n<script>x</script>" },
      now,
    );
  await edit(1, "Second");
  const stale = await edit(1, "Third").catch((reason: unknown) => reason);
  expect(stale).toBeInstanceOf(Conflict);
  expect((stale as Conflict).current).toMatchObject({ title: "Second", revision: "2" });
  const row = await w.store.read.selectFrom("agenda_item").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  expect(row.title).toBe("Second");
  expect(row.description_html).not.toContain("<script");
  expect(row.description_html).toContain("<h4>Who</h4>");
});

it("keeps personal identification numbers out", async () => {
  const w = await sessionWorld(testStore());
  const { id: sessionId } = await schedule(w);
  const attempt = addAgendaItem(
    w.store,
    w.organiser,
    { sessionId, ...item("Case 0101990170003"), description: "0101990170003" },
    now,
  );
  expect(await faults(attempt)).toEqual([
    { field: "title", key: "guard.blocked" },
    { field: "description", key: "guard.blocked" },
  ]);
});
