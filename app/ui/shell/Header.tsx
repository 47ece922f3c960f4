import type { ShellData } from "#app/http/shell.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { VisuallyHidden } from "#app/ui/base/VisuallyHidden.tsx";
import { Icon } from "#app/ui/icons/Icon.tsx";
import { ChoiceButton, ChoiceForm } from "#app/ui/shell/ChoiceForm.tsx";

/** Name, working group, search, language, account: closed by the double rule. */
export function Header({ shell }: { shell: ShellData }) {
  const t = useText();
  return (
    <header className="header">
      <div className="wrap bar">
        <a className="brand" href={shell.home} aria-label={t("shell.brand")}>
          <Icon name="mark" />
          Zbornik
        </a>
        {shell.group ? <GroupMenu shell={shell} /> : null}
        {shell.group && !isSearch(shell.path) ? <Find /> : null}
        <div className="bar-tools">
          <LanguageMenu shell={shell} />
          {shell.account ? (
            <AccountMenu name={shell.account.name} theme={shell.theme} shell={shell} />
          ) : (
            <a className="button button--small" href={paths.signIn()}>
              {t("shell.signIn")}
            </a>
          )}
        </div>
      </div>
    </header>
  );
}

/** The search page has a larger box of its own. */
function isSearch(path: string): boolean {
  return path.split("?")[0] === paths.search();
}

function GroupMenu({ shell }: { shell: ShellData }) {
  const t = useText();
  const name = (
    <span>
      <span className="group-name">
        <VisuallyHidden>{t("shell.group")}: </VisuallyHidden>
        <span lang={shell.group?.nameLang}>{shell.group?.name}</span>
      </span>
    </span>
  );
  if (shell.groups.length < 2) return <div className="bar-group">{name}</div>;
  return (
    <div className="bar-group">
      <details className="menu menu--start" name="header-menu">
        <summary>
          {name}
          <Icon name="chevron" className="chevron" />
        </summary>
        <form method="post" action={paths.currentGroup()}>
          <ul>
            {shell.groups.map((group) => (
              <li key={group.id}>
                <button
                  type="submit"
                  name="group"
                  value={group.id}
                  aria-current={group.id === shell.group?.id ? "true" : undefined}
                >
                  <span lang={group.nameLang}>{group.name}</span>
                  {group.awaiting > 0 ? (
                    <span className="count">
                      <span aria-hidden="true">{group.awaiting}</span>
                      <span className="visually-hidden">{t("shell.awaiting", { count: group.awaiting })}</span>
                    </span>
                  ) : null}
                </button>
              </li>
            ))}
          </ul>
        </form>
      </details>
    </div>
  );
}

function Find() {
  const t = useText();
  return (
    <form className="find" role="search" aria-label={t("shell.search")} action={paths.search()}>
      <label className="visually-hidden" htmlFor="q">
        {t("shell.search")}
      </label>
      <input id="q" name="q" type="search" placeholder={t("shell.search")} autoComplete="off" maxLength={500} />
      <kbd aria-hidden="true">/</kbd>
      <button type="submit" aria-label={t("shell.searchButton")}>
        <Icon name="search" />
      </button>
    </form>
  );
}

function LanguageMenu({ shell }: { shell: ShellData }) {
  const t = useText();
  const current = shell.languages.find((language) => language.current);
  return (
    <details className="menu" name="header-menu">
      <summary>
        <Icon name="globe" />
        <span>
          <VisuallyHidden>{t("shell.language")}: </VisuallyHidden>
          <span className="wide-only">{current?.name}</span>
          <span className="narrow-only" aria-hidden="true">
            {current?.code}
          </span>
        </span>
        <Icon name="chevron" className="chevron" />
      </summary>
      <ChoiceForm action={paths.language()} back={shell.path}>
        <ul>
          {shell.languages.map((language) => (
            <li key={language.code}>
              {language.href ? (
                <a
                  href={language.href}
                  lang={language.code}
                  hrefLang={language.code}
                  aria-current={language.current ? "true" : undefined}
                >
                  {language.name}
                </a>
              ) : (
                <ChoiceButton
                  name="language"
                  value={language.code}
                  to={paths.language}
                  lang={language.code}
                  isCurrent={language.current}
                >
                  {language.name}
                </ChoiceButton>
              )}
            </li>
          ))}
          {shell.account && !shell.isPublic ? (
            <li className="apart">
              <a href={`${paths.account()}#profile`}>{t("shell.mailsIn", { language: shell.account.mailLanguage })}</a>
            </li>
          ) : null}
        </ul>
      </ChoiceForm>
    </details>
  );
}

function AccountMenu({ name, theme, shell }: { name: string; theme: string | null; shell: ShellData }) {
  const t = useText();
  const themes = [
    ["light", t("shell.themeLight")],
    ["dark", t("shell.themeDark")],
    ["system", t("shell.themeSystem")],
  ] as const;
  return (
    <details className="menu" name="header-menu">
      <summary>
        <Icon name="person" />
        <span className="wide-only">{name}</span>
        <span className="narrow-only visually-hidden">{t("shell.account")}</span>
        <Icon name="chevron" className="chevron" />
      </summary>
      <ul>
        <li>
          <a href={paths.account()}>{t("shell.profile")}</a>
        </li>
        <li>
          <ChoiceForm action={paths.theme()} back={shell.path}>
            {themes.map(([value, label]) => (
              <ChoiceButton
                key={value}
                name="theme"
                value={value}
                to={paths.theme}
                isCurrent={(theme ?? "system") === value}
              >
                {label}
              </ChoiceButton>
            ))}
          </ChoiceForm>
        </li>
        <li>
          <form method="post" action={paths.signOut()}>
            <button type="submit">{t("shell.signOut")}</button>
          </form>
        </li>
      </ul>
    </details>
  );
}
