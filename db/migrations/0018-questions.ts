import type { Migration } from "#db/migrations/migration.ts";

/**
 * What an agenda item asks has an identity of its own, which copies keep: of templates, agendas and rounds. Agenda
 * templates may be changed and retired, and a pairing may take the agenda of an earlier session.
 */
export const questions: Migration = {
  number: 18,
  name: "questions",
  parts: [
    {
      sqlite: /* sql */ `
alter table agenda_template add column retired_at text;
alter table agenda_template add column revision integer not null default 1;
create index agenda_template_by_group on agenda_template (group_id);

alter table agenda_template_item add column question_id text not null default '';
alter table agenda_template_item add column revision integer not null default 1;
update agenda_template_item set question_id = id;
create index agenda_template_item_by_question on agenda_template_item (question_id);

alter table agenda_item add column question_id text not null default '';
update agenda_item set question_id = coalesce(template_item_id, id);
create index agenda_item_by_question on agenda_item (question_id);

alter table pairing add column agenda_of text references session (id);
`,
    },
  ],
};
