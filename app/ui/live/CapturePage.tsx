import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { DeedForm } from "#app/ui/forms/DeedForm.tsx";
import { CaptureFields, useCaptureNames } from "#app/ui/live/CaptureFields.tsx";
import { useRecordBreadcrumbs } from "#app/ui/minutes/use-record-breadcrumbs.ts";
import type { LiveView } from "#app/views/live/live-view.server.ts";

export interface CapturePageProps {
  title: string;
  live: LiveView;
  itemId: string | null;
  answer?: FormAnswer;
}

/** Something that was just said becomes a record, on a page of its own: the sentence is pasted. */
export function CapturePage({ title, live, itemId, answer }: CapturePageProps) {
  const t = useText();
  const { session, items, lang } = live;
  const item = items.find(({ id }) => id === itemId);
  const kind = item?.captures ?? "practice";
  return (
    <>
      <Breadcrumbs {...useRecordBreadcrumbs(title, session)} />
      <PageHeader title={title} standfirst={item ? <span lang={lang}>{item.title}</span> : session.title} />
      <DeedForm answer={answer} names={useCaptureNames()}>
        <CaptureFields live={live} stored={{ kind, itemId: itemId ?? "" }} answer={answer} />
        <div className="actions">
          <Button variant="primary">{t("live.captureDone")}</Button>
          <a href={paths.live(session.id)}>{t("common.cancel")}</a>
        </div>
      </DeedForm>
    </>
  );
}
