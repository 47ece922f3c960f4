import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/base/Badge.tsx";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { IconButton, LinkButton } from "#app/ui/base/Button.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { DeedForm } from "#app/ui/forms/DeedForm.tsx";
import { movedTo } from "#app/ui/sessions/moved-item.ts";
import { useTemplateBreadcrumbs } from "#app/ui/templates/use-template-breadcrumbs.ts";
import type { TemplateItemView, TemplateView } from "#app/views/templates/template-view.ts";

/** An agenda template: its items in order, each with the way to change it. */
export function TemplatePage({ template, answer }: { template: TemplateView; answer?: FormAnswer }) {
  const t = useText();
  const { id, name, ofAll, retired, items } = template;
  return (
    <>
      <Breadcrumbs {...useTemplateBreadcrumbs(name)} />
      <PageHeader
        title={name}
        meta={
          <FactLine>
            {ofAll ? t("templates.everyGroup") : t("templates.ownGroup")}
            {template.languages.length > 0
              ? t("templates.wholeIn", { languages: template.languages.join(", ") })
              : null}
            {retired ? <Badge>{t("templates.retired")}</Badge> : null}
          </FactLine>
        }
        actions={
          <>
            {ofAll ? null : (
              <LinkButton variant="primary" icon="plus" href={paths.newTemplateItem(id)}>
                {t("agenda.add")}
              </LinkButton>
            )}
            <LinkButton variant={ofAll ? "primary" : "plain"} href={paths.templateCopy(id)}>
              {t("templates.copy")}
            </LinkButton>
            {ofAll ? null : (
              <>
                <LinkButton icon="pencil" href={paths.templateEdit(id)}>
                  {t("templates.rename")}
                </LinkButton>
                <LinkButton href={paths.templateRetirement(id)}>
                  {retired ? t("templates.fate.restore") : t("templates.fate.retire")}
                </LinkButton>
              </>
            )}
          </>
        }
      />
      {ofAll ? (
        <Notice title={t("templates.ofAll")} className="mb-4">
          {t("templates.ofAllText")}
        </Notice>
      ) : null}
      {answer?.formErrors.map((said) => (
        <Notice key={said} tone="bad" role="alert" title={said} className="mb-4" />
      ))}
      <Section id="items" title={t("agenda.items")} note={t("sessions.minutesShort", { n: template.minutes })}>
        {items.length > 0 ? (
          <ol className="order">
            {items.map((item, at) => (
              <Item key={item.id} template={template} item={item} first={at === 0} last={at === items.length - 1} />
            ))}
          </ol>
        ) : (
          <Empty title={t("templates.noItems")}>{t("templates.noItemsText")}</Empty>
        )}
      </Section>
    </>
  );
}

function Item(props: { template: TemplateView; item: TemplateItemView; first: boolean; last: boolean }) {
  const { template, item, first, last } = props;
  const t = useText();
  return (
    <li>
      <div>
        <span className="strong" lang={item.title.lang}>
          {template.ofAll ? item.title.text : <a href={paths.templateItem(template.id, item.id)}>{item.title.text}</a>}
        </span>
        {item.description.text ? (
          <p className="minor" lang={item.description.lang}>
            {item.description.text}
          </p>
        ) : null}
        <FactLine>
          {item.kind}
          {t("sessions.minutesShort", { n: item.minutes })}
          {item.internal ? <Badge icon="lock">{t("codes.visibility.internal")}</Badge> : null}
          {item.isBreak ? null : (
            <a href={paths.question(item.questionId)}>
              {t("questions.answers")}
              <span className="visually-hidden">: {item.title.text}</span>
            </a>
          )}
        </FactLine>
      </div>
      {template.ofAll ? null : <Moves template={template} item={item} first={first} last={last} />}
    </li>
  );
}

function Moves(props: { template: TemplateView; item: TemplateItemView; first: boolean; last: boolean }) {
  const { template, item, first, last } = props;
  const t = useText();
  const title = item.title.text;
  return (
    <div className="moves">
      <DeedForm action={paths.template(template.id)} className="cluster" isUntyped>
        <input type="hidden" name="itemId" value={item.id} />
        <IconButton
          icon="arrow-up"
          id={first ? undefined : movedTo(last ? "down" : "up", item.id)}
          name="direction"
          value="up"
          label={t("agenda.moveUp", { item: title })}
          disabled={first}
        />
        <IconButton
          icon="arrow-down"
          id={last ? undefined : movedTo(first ? "up" : "down", item.id)}
          name="direction"
          value="down"
          label={t("agenda.moveDown", { item: title })}
          disabled={last}
        />
      </DeedForm>
      <LinkButton small href={paths.templateItemRemoval(template.id, item.id)} about={title}>
        {t("agenda.remove")}
      </LinkButton>
    </div>
  );
}
