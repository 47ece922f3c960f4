import type { ReactNode } from "react";
import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { DeedForm, type DeedFormProps } from "#app/ui/forms/DeedForm.tsx";
import type { FieldNames } from "#app/ui/forms/summary-errors.ts";

export interface EditPageProps {
  title: string;
  parent: { text: ReactNode; href: string };
  actions?: ReactNode;
  answer?: FormAnswer;
  /** Labels of the fields by name, for the summary of what is wrong. */
  names: FieldNames;
  /** What the form is filled in with, and how its codes read. */
  compared?: DeedFormProps["compared"];
  children: ReactNode;
  /** Words of the button, if not "Save". */
  submit?: string;
  /** Offers to save and fill in the form once more. */
  another?: boolean;
  /** Below the form. */
  after?: ReactNode;
}

/** A form of administration with the way back to its list. */
export function EditPage({ title, parent, actions, answer, names, compared, children, ...more }: EditPageProps) {
  const { submit, another, after } = more;
  const t = useText();
  return (
    <>
      <Breadcrumbs
        label={t("admin.where")}
        items={[{ text: t("admin.title"), href: paths.administration() }, parent, { text: title }]}
      />
      <PageHeader title={title} actions={actions} />
      <DeedForm answer={answer} names={names} compared={compared}>
        {children}
        <div className="cluster">
          <Button variant="primary">{submit ?? t("common.save")}</Button>
          {another ? (
            <Button name="another" value="on">
              {t("admin.saveAndAnother")}
            </Button>
          ) : null}
          <a href={parent.href}>{t("common.cancel")}</a>
        </div>
      </DeedForm>
      {after ? <div className="mt-6">{after}</div> : null}
    </>
  );
}
