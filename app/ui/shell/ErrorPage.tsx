import { explainedStatus } from "#app/i18n/explained-status.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";

interface ErrorPageProps {
  status: number;
  requestId?: string;
  home: string;
  /** A form was sent that another account than the one signed in had opened. */
  ofAnother?: boolean;
}

/** The page of an error in the viewer's language: what happened and what to do. */
export function ErrorPage({ status, requestId, home, ofAnother = false }: ErrorPageProps) {
  const t = useText();
  const known = explainedStatus(status);
  const [title, explained] = ofAnother
    ? [t("errors.otherAccountTitle"), t("errors.otherAccount")]
    : [t(`errors.title${known}`), t(`errors.explain${known}`)];
  return (
    <>
      <PageHeader title={title} standfirst={explained} />
      {known === 500 && requestId ? <p>{t("errors.requestId", { id: requestId })}</p> : null}
      <p>
        <a href={home}>{t("errors.toFirstPage")}</a>
      </p>
    </>
  );
}
