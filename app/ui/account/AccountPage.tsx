import type { ProfileChoices } from "#app/domain/people/profile.server.ts";
import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { textOf } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import { DocumentForm } from "#app/ui/account/DocumentForm.tsx";
import { ProfileFields } from "#app/ui/account/ProfileFields.tsx";
import { Btn, LinkBtn } from "#app/ui/base/Btn.tsx";
import { Dl } from "#app/ui/base/Dl.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { Head } from "#app/ui/base/Head.tsx";
import { Sect } from "#app/ui/base/Sect.tsx";
import { fieldsOf } from "#app/ui/forms/DeedForm.tsx";

export type AccountPageProps = {
  title: string;
  profile: { name: string; locale: string; city: string };
  address: string;
  groups: { id: string; name: string; role: string }[];
  choices: ProfileChoices;
  answer?: FormAnswer;
};

/** What the product knows about a person, and what the person can change. */
export function AccountPage({ title, profile, address, groups, choices, answer }: AccountPageProps) {
  const t = useText();
  const { field } = fieldsOf(answer, profile);
  return (
    <>
      <Head title={title} standfirst={t("account.standfirst")} />
      <Sect id="profile" title={t("account.profile")}>
        <DocumentForm answer={answer}>
          <ProfileFields field={field} choices={choices} />
          <Btn variant="primary">{t("common.save")}</Btn>
        </DocumentForm>
      </Sect>
      <Sect id="address" title={t("account.address")} note={t("account.addressNote")}>
        <p>{address}</p>
      </Sect>
      <Sect id="password" title={t("account.password")}>
        <div className="cluster">
          <LinkBtn href={paths.accountPassword()}>{t("account.changePassword")}</LinkBtn>
          <LinkBtn href={paths.accountSignIns()}>{t("account.signIns")}</LinkBtn>
        </div>
      </Sect>
      <Sect id="tokens" title={t("tokens.section")} note={t("tokens.sectionText")}>
        <LinkBtn href={paths.accountTokens()}>{t("tokens.manage")}</LinkBtn>
      </Sect>
      <Sect id="groups" title={t("account.groups")}>
        {groups.length === 0 ? (
          <Empty title={t("account.noGroups")}>{t("account.noGroupsText")}</Empty>
        ) : (
          <Dl
            ruled
            items={groups.map((group) => ({ term: textOf(t, `codes.role.${group.role}`), details: group.name }))}
          />
        )}
      </Sect>
    </>
  );
}
