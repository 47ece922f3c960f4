import { useText } from "#app/i18n/TextContext.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Secret } from "#app/ui/base/Secret.tsx";

/** The link of an invitation, shown once to the inviter because there is no mail server. */
export function InvitedPage({ title, name, link, back }: { title: string; name: string; link: string; back: string }) {
  const t = useText();
  return (
    <>
      <PageHeader title={title} />
      <div className="stack">
        <Notice tone="warn" title={t("people.linkOnce")} role="status">
          {t("people.linkOnceText", { name })}
        </Notice>
        <Secret label={t("people.link")} value={link} />
        <p>
          <a href={back}>{t("people.backToMembers")}</a>
        </p>
      </div>
    </>
  );
}
