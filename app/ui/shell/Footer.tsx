import type { ShellData } from "#app/http/shell.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { helpSection } from "#app/ui/shell/help-section.ts";
import { type PageLink, pagesOf } from "#app/ui/shell/pages.ts";

/** All pages once more, and what the programme must say under every page. */
export function Footer({ shell }: { shell: ShellData }) {
  const t = useText();
  const { main, minor } = pagesOf(shell, t);
  const always = ["about", "help", "accessibility", "privacy"] as const;
  const links: PageLink[] = [...main, ...minor];
  for (const name of always) {
    const page = paths.publicPage(shell.locale, name);
    // Who looks for help is led to what the page in front of them is about.
    const href = name === "help" ? `${page}${helpSection(shell.path)}` : page;
    if (!links.some((link) => link.href === href)) links.push({ href, name: t(`shell.${name}`) });
  }
  return (
    <footer className="footer">
      <div className="wrap">
        <nav id="all" aria-label={t("shell.allPages")}>
          <ul>
            {links.map((link) => (
              <li key={link.href}>
                <a href={link.href}>{link.name}</a>
              </li>
            ))}
          </ul>
        </nav>
        {shell.words ? (
          <div>
            {shell.words.fundingStatement ? <p>{shell.words.fundingStatement}</p> : null}
            {shell.words.footnotes.map((footnote, at) => (
              <p key={footnote} id={at === 0 ? "fn-designation" : undefined}>
                {footnote}
              </p>
            ))}
            {shell.words.disclaimer ? <p>{shell.words.disclaimer}</p> : null}
          </div>
        ) : null}
      </div>
    </footer>
  );
}
