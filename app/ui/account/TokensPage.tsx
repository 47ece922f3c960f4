import { apiScopes, MAX_TOKEN_NAME, tokenLifetimes } from "#app/domain/tokens/token-rules.ts";
import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { TokensTable } from "#app/ui/account/TokensTable.tsx";
import { Button, LinkButton } from "#app/ui/base/Button.tsx";
import { ChoiceGroup } from "#app/ui/base/Choice.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Secret } from "#app/ui/base/Secret.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { TextField } from "#app/ui/base/TextField.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import type { TokenInList } from "#app/views/tokens/token-in-list.ts";

export interface TokensPageProps {
  title: string;
  tokens: TokenInList[];
  /** Whether the password was given a short while ago. */
  isConfirmed: boolean;
  /** The token that was just made; without its secret where this very form was sent before. */
  made: { secret: string | null; name: string } | null;
  answer?: FormAnswer;
}

/** The tokens of a person: the list, the form that makes one, and a new one, once. */
export function TokensPage({ title, tokens, isConfirmed, made, answer }: TokensPageProps) {
  const t = useText();
  return (
    <>
      <PageHeader title={title} standfirst={t("tokens.standfirst")} />
      {made ? <MadeToken {...made} /> : null}
      <Section id="tokens" title={t("tokens.yours")}>
        {tokens.length === 0 ? (
          <Empty title={t("tokens.none")}>{t("tokens.noneText")}</Empty>
        ) : (
          <TokensTable tokens={tokens} />
        )}
      </Section>
      <Section id="make" title={t("tokens.make")}>
        {isConfirmed ? null : <ConfirmFirst />}
        {/* What was typed stays, also where the password has to be given first. */}
        {isConfirmed || answer ? <TokenForm answer={answer} /> : null}
      </Section>
    </>
  );
}

function MadeToken({ secret, name }: { secret: string | null; name: string }) {
  const t = useText();
  if (secret === null) {
    return (
      <Notice tone="warn" title={t("tokens.madeBefore")} isAnswer>
        {t("tokens.madeBeforeText")}
      </Notice>
    );
  }
  return (
    <div className="stack">
      <Notice tone="warn" title={t("tokens.madeTitle")} isAnswer>
        {t("tokens.madeText")}
      </Notice>
      <Secret label={t("tokens.made", { name })} value={secret} />
    </div>
  );
}

function ConfirmFirst() {
  const t = useText();
  return (
    <Notice title={t("tokens.confirmNote")} className="mb-5">
      <LinkButton href={paths.accountConfirmation(paths.accountTokens())}>{t("tokens.confirm")}</LinkButton>
    </Notice>
  );
}

function TokenForm({ answer }: { answer?: FormAnswer }) {
  const t = useText();
  const { field, choices } = fieldsOf(answer, { scopes: [...apiScopes], days: "90" });
  return (
    <DeedForm answer={answer} names={{ name: t("tokens.name"), scopes: t("tokens.scopes"), days: t("tokens.days") }}>
      <TextField
        {...field("name")}
        label={t("tokens.name")}
        hint={t("tokens.nameHint")}
        maxLength={MAX_TOKEN_NAME}
        autoComplete="off"
        required
      />
      <ChoiceGroup
        type="checkbox"
        {...choices("scopes")}
        legend={t("tokens.scopes")}
        options={apiScopes.map((scope) => ({ value: scope, label: t(`tokens.scope.${scope}`) }))}
      />
      <ChoiceGroup
        type="radio"
        {...field("days")}
        legend={t("tokens.days")}
        options={tokenLifetimes.map((days) => ({
          value: String(days),
          label: t("tokens.daysChoice", { count: days }),
        }))}
        inline
        required
      />
      <p className="soft">{t("tokens.makeNote")}</p>
      <div className="cluster">
        <Button variant="primary">{t("tokens.make")}</Button>
      </div>
    </DeedForm>
  );
}
