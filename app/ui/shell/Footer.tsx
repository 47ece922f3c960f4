import type { ShellData } from "#app/http/shell.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { furtherPages, type PageLink, pagesOf } from "#app/ui/shell/pages.ts";

/** All pages once more, and what the programme must say under every page. */
export function Footer({ shell }: { shell: ShellData }) {
  const t = useText();
  const links: PageLink[] = [...pagesOf(shell, t).main, ...furtherPages(shell, t)];
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
