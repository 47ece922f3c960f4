import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/base/Badge.tsx";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { type Column, Table } from "#app/ui/base/Table.tsx";
import { Words } from "#app/ui/base/Words.tsx";
import type { ActionView } from "#app/views/minutes/action-view.server.ts";

export interface ActionTableProps {
  caption: string;
  actions: readonly ActionView[];
  /** With the session that agreed on them. */
  named?: boolean;
  /** Whether they can still be changed. */
  edits?: boolean;
}

/** Action points: what, who, by when, and what became of it. */
export function ActionTable({ caption, actions, named = false, edits = false }: ActionTableProps) {
  const t = useText();
  const columns: Column<ActionView>[] = [
    { key: "number", head: t("actions.number"), foldLabel: t("actions.number"), cell: ({ number }) => number },
    {
      key: "text",
      head: t("actions.text"),
      rowHead: true,
      cell: ({ id, text, lang, note, session, round, group }) => (
        <>
          <span id={`action-${id}`} lang={lang}>
            {text}
          </span>
          {note ? <small className="soft"> {note}</small> : null}
          {named ? (
            <FactLine className="minor">
              {session}
              {round}
              {group ? <Words {...group} /> : null}
            </FactLine>
          ) : null}
        </>
      ),
    },
    { key: "owner", head: t("actions.owner"), foldLabel: t("actions.owner"), cell: ({ owner }) => owner },
    {
      key: "due",
      head: t("actions.dueOn"),
      foldLabel: t("actions.dueOn"),
      cell: ({ due, overdue }) => (
        <FactLine>
          {due ?? t("actions.noDay")}
          {overdue ? (
            <Badge icon="warn" tone="bad">
              {t("actions.overdue")}
            </Badge>
          ) : null}
        </FactLine>
      ),
    },
    {
      key: "state",
      head: t("actions.state"),
      foldLabel: t("actions.state"),
      cell: ({ state, settled }) => settled ?? t(`actions.stateOf.${state}`),
    },
  ];
  if (actions.some(({ settles }) => settles) || edits) {
    columns.push({
      key: "buttons",
      head: t("actions.settle"),
      headHidden: true,
      kind: "buttons",
      cell: ({ id, settles, number, text }) => {
        // Of several sessions there are several with the same number.
        const about = named ? text : t("actions.pointNumber", { number });
        return (
          <>
            {edits ? (
              <LinkButton small href={paths.actionEdit(id)} about={about}>
                {t("minutes.edit")}
              </LinkButton>
            ) : null}
            {settles ? (
              <LinkButton small href={paths.action(id)} about={about}>
                {t("actions.settle")}
              </LinkButton>
            ) : null}
          </>
        );
      },
    });
  }
  return <Table caption={caption} captionHidden fold rows={actions} rowKey={({ id }) => id} columns={columns} />;
}
