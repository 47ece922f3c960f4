import { useText } from "#app/i18n/TextContext.tsx";
import { CopyButton } from "#app/ui/base/CopyButton.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Secret } from "#app/ui/base/Secret.tsx";

/** A link to pass on to one person. */
export interface MadeLink {
  name: string;
  address: string;
  link: string;
}

/** The links of several invitations, shown once because there is no mail server. */
export function MadeLinks({ title, links, back }: { title: string; links: readonly MadeLink[]; back: string }) {
  const t = useText();
  const all = links.map(({ name, address, link }) => [name, address, link].join("\t")).join("\n");
  return (
    <>
      <PageHeader title={title} />
      <div className="stack">
        <Notice tone="warn" title={t("people.linksOnce")} isAnswer>
          {t("people.linksOnceText")}
        </Notice>
        <CopyButton value={all}>{t("people.copyLinks")}</CopyButton>
        {links.map(({ name, address, link }) => (
          <Secret key={address} label={`${name}, ${address}`} value={link} />
        ))}
        <p>
          <a href={back}>{t("people.backToMembers")}</a>
        </p>
      </div>
    </>
  );
}
