import { useActionData, useLoaderData } from "@remix-run/react";
import { templateForm } from "#app/domain/sessions/agenda-input.ts";
import { applyTemplate } from "#app/domain/sessions/apply-template.server.ts";
import { findAgendaItem } from "#app/domain/sessions/find-agenda.server.ts";
import { findTemplates, mayReplaceAgenda } from "#app/domain/sessions/find-templates.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { AgendaTemplatePage } from "#app/ui/sessions/AgendaTemplatePage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { agendaSession } from "#app/views/sessions/agenda-view.server.ts";
import { templatesForSession } from "#app/views/sessions/session-form-view.server.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const sessionId = param(args, "sessionId");
  const { session } = await findAgendaItem(visit.db, visit.actor, sessionId, null);
  return {
    title: visit.text("agenda.useTemplate"),
    sessionId,
    session: agendaSession(session, visit),
    templates: templatesForSession(await findTemplates(visit.db, session.groupId), session.language, visit),
    replaceable: await mayReplaceAgenda(visit.db, sessionId),
  };
});

export const action = deed({
  input: templateForm,
  act: (visit, input, store, args) =>
    applyTemplate(store, visit.actor, { ...input, sessionId: param(args, "sessionId") }, visit.now),
  then: ({ id }) => withFlash(paths.agenda(id), "agenda.applied"),
});

export const clientAction = sendForm;

export default function AgendaTemplate() {
  return <AgendaTemplatePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
