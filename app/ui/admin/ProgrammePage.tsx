import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { LabelFields } from "#app/ui/admin/LabelFields.tsx";
import { Btn } from "#app/ui/base/Btn.tsx";
import { Head } from "#app/ui/base/Head.tsx";
import { Sect } from "#app/ui/base/Sect.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";

/** Name of the programme and what it says under every page. */
export function ProgrammePage(props: { title: string; stored: Record<string, string>; answer?: FormAnswer }) {
  const { title, stored, answer } = props;
  const t = useText();
  const { field } = fieldsOf(answer, stored);
  return (
    <>
      <Head title={title} standfirst={t("admin.programmeText")} />
      <DeedForm answer={answer} className="">
        <Sect id="name" title={t("admin.name")}>
          <div className="stack">
            <LabelFields name="name" legend={t("admin.name")} field={field} required="en" />
          </div>
        </Sect>
        <Sect id="funding" title={t("admin.fundingStatement")} note={t("admin.fundingNote")}>
          <div className="stack">
            <LabelFields name="fundingStatement" legend={t("admin.fundingStatement")} field={field} lines />
          </div>
        </Sect>
        <Sect id="disclaimer" title={t("admin.disclaimer")} note={t("admin.disclaimerNote")}>
          <div className="stack">
            <LabelFields name="disclaimer" legend={t("admin.disclaimer")} field={field} lines />
            <div className="cluster">
              <Btn variant="primary">{t("common.save")}</Btn>
              <a href={paths.administration()}>{t("common.cancel")}</a>
            </div>
          </div>
        </Sect>
      </DeedForm>
    </>
  );
}
