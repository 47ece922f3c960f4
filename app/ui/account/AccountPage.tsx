import type { FormAnswer } from "#app/http/form.server.ts";
import type { ShownLabel } from "#app/i18n/labels.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { textOf } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import { ProfileFields, profileNames } from "#app/ui/account/ProfileFields.tsx";
import { Button, LinkButton } from "#app/ui/base/Button.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { FactList } from "#app/ui/base/FactList.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { Words } from "#app/ui/base/Words.tsx";
import { fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { DocumentForm } from "#app/ui/forms/DocumentForm.tsx";
import type { ProfileChoices } from "#app/views/people/profile-choices.ts";

export interface AccountPageProps {
  title: string;
  profile: { name: string; locale: string; mailLocale: string; city: string };
  address: string;
  groups: { id: string; name: ShownLabel; role: string }[];
  choices: ProfileChoices;
  answer?: FormAnswer;
}

/** What the product knows about a person, and what the person can change. */
export function AccountPage({ title, profile, address, groups, choices, answer }: AccountPageProps) {
  const t = useText();
  const { field } = fieldsOf(answer, profile);
  return (
    <>
      <PageHeader title={title} standfirst={t("account.standfirst")} />
      <Section id="profile" title={t("account.profile")}>
        <DocumentForm answer={answer} names={profileNames(t, true)}>
          <ProfileFields field={field} choices={choices} mailsApart />
          <Button variant="primary">{t("common.save")}</Button>
        </DocumentForm>
      </Section>
      <Section id="address" title={t("account.address")} note={t("account.addressNote")}>
        <p>{address}</p>
      </Section>
      <Section id="password" title={t("account.password")}>
        <div className="cluster">
          <LinkButton href={paths.accountPassword()}>{t("account.changePassword")}</LinkButton>
          <LinkButton href={paths.accountSignIns()}>{t("account.signIns")}</LinkButton>
        </div>
      </Section>
      <Section id="mails" title={t("mailChoice.section")} note={t("mailChoice.sectionText")}>
        <LinkButton href={paths.accountMails()}>{t("mailChoice.manage")}</LinkButton>
      </Section>
      <Section id="calendars" title={t("calendars.section")} note={t("calendars.sectionText")}>
        <LinkButton href={paths.accountCalendars()}>{t("calendars.manage")}</LinkButton>
      </Section>
      <Section id="tokens" title={t("tokens.section")} note={t("tokens.sectionText")}>
        <LinkButton href={paths.accountTokens()}>{t("tokens.manage")}</LinkButton>
      </Section>
      <Section id="groups" title={t("account.groups")}>
        {groups.length === 0 ? (
          <Empty title={t("account.noGroups")}>{t("account.noGroupsText")}</Empty>
        ) : (
          <FactList
            ruled
            items={groups.map((group) => ({
              term: textOf(t, `codes.role.${group.role}`),
              details: <Words {...group.name} />,
            }))}
          />
        )}
      </Section>
    </>
  );
}
