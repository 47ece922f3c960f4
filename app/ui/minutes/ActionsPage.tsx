import { actionStates } from "#app/domain/minutes/minutes-limits.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/base/Button.tsx";
import { CheckField } from "#app/ui/base/Choice.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { SelectField } from "#app/ui/base/SelectField.tsx";
import { ActionTable } from "#app/ui/minutes/ActionTable.tsx";
import type { ActionFilterValues } from "#app/views/minutes/action-filter.ts";
import type { ActionView } from "#app/views/minutes/action-view.server.ts";

export interface ActionsPageProps {
  title: string;
  values: ActionFilterValues;
  delegations: { value: string; label: string }[];
  actions: ActionView[];
}

/** The action points of a group that the viewer sees, by owner, delegation, state and day. */
export function ActionsPage({ title, values, delegations, actions }: ActionsPageProps) {
  const t = useText();
  return (
    <>
      <PageHeader title={title} standfirst={t("actions.standfirst")} />
      <Section id="filter" title={t("actions.filter")}>
        <form method="get" action={paths.actions()} className="stack" key={JSON.stringify(values)}>
          <CheckField name="mine" label={t("actions.mine")} defaultChecked={values.mine} />
          <CheckField name="overdue" label={t("actions.onlyOverdue")} defaultChecked={values.overdue} />
          <SelectField
            name="delegation"
            label={t("actions.byDelegation")}
            placeholder={t("actions.allDelegations")}
            options={delegations}
            defaultValue={values.delegation}
          />
          <SelectField
            name="state"
            label={t("actions.state")}
            options={[
              ...actionStates.map((code) => ({ value: code as string, label: t(`actions.stateOf.${code}`) })),
              { value: "any", label: t("actions.anyState") },
            ]}
            defaultValue={values.state}
          />
          <div className="actions">
            <Button>{t("actions.show")}</Button>
          </div>
        </form>
      </Section>
      <Section id="actions" title={t("actions.title")} note={t("actions.count", { count: actions.length })}>
        {actions.length > 0 ? (
          <ActionTable caption={t("actions.title")} actions={actions} named />
        ) : (
          <Empty title={t("actions.none")}>{t("actions.noneText")}</Empty>
        )}
      </Section>
    </>
  );
}
