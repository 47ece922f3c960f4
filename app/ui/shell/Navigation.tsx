import { useLocation } from "@remix-run/react";
import type { ShellData } from "#app/http/shell.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Icon } from "#app/ui/icons/Icon.tsx";
import { furtherPages, type PageLink, pagesOf } from "#app/ui/shell/pages.ts";

/** A record belongs to the knowledge of the group, whoever wrote it; only lists and new records are one's own. */
function isRecord(pathname: string): boolean {
  return /^\/contributions\/(?!new$|drafts$|preview$)/.test(pathname);
}

/** Side navigation; a strip on tablets and a bar at the foot on phones, where "More" opens the rest. */
export function Navigation({ shell }: { shell: ShellData }) {
  const t = useText();
  const { pathname } = useLocation();
  const { main, minor } = pagesOf(shell, t);
  if (main.length === 0) return null;
  const isCurrent = (address: string) => {
    const href = address.split("?")[0];
    if (pathname === href) return true;
    // A session belongs to its round.
    if (pathname.startsWith("/sessions/")) return href === paths.rounds();
    if (isRecord(pathname)) return href === paths.search();
    return href !== `/${shell.locale}` && pathname.startsWith(`${href}/`);
  };
  const current = (href: string) => (isCurrent(href) ? "page" : undefined);
  return (
    <nav className="nav" aria-label={shell.account ? t("shell.navGroup") : t("shell.navPublic")}>
      <div>
        <ul className="nav-main">
          {main.map((page) => (
            <li key={page.href}>
              <a href={page.href} aria-current={current(page.href)}>
                <Icon name={page.icon} />
                {page.name}
                {page.href === paths.home() && shell.awaiting > 0 ? (
                  <span className="count">
                    <span aria-hidden="true">{shell.awaiting}</span>
                    <span className="visually-hidden">{t("shell.awaiting", { count: shell.awaiting })}</span>
                  </span>
                ) : null}
              </a>
            </li>
          ))}
          <li className="nav-more">
            <details name="header-menu">
              <summary>
                <Icon name="more" />
                {t("shell.more")}
              </summary>
              <LinkList className="nav-further" pages={furtherPages(shell, t)} current={current} />
            </details>
          </li>
        </ul>
        <LinkList className="nav-minor" pages={minor} current={current} />
      </div>
    </nav>
  );
}

interface LinkListProps {
  className: string;
  pages: readonly PageLink[];
  current: (href: string) => "page" | undefined;
}

function LinkList({ className, pages, current }: LinkListProps) {
  return (
    <ul className={className}>
      {pages.map(({ href, name }) => (
        <li key={href}>
          <a href={href} aria-current={current(href)}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
