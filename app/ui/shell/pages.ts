import type { ShellData } from "#app/http/shell.server.ts";
import type { Text } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import type { IconName } from "#app/ui/icons/icon-names.ts";
import { helpSection } from "#app/ui/shell/help-section.ts";
import { ofGroup } from "#app/ui/shell/of-group.ts";

export interface PageLink {
  href: string;
  name: string;
}

/** The pages a viewer is offered, for the navigation and the list in the footer. */
export function pagesOf(shell: ShellData, t: Text): { main: (PageLink & { icon: IconName })[]; minor: PageLink[] } {
  const { locale } = shell;
  if (!shell.account) {
    return {
      main: [
        { href: paths.publicHome(locale), name: t("shell.publicHome"), icon: "home" },
        { href: paths.news(locale), name: t("shell.news"), icon: "comment" },
        { href: paths.publicKnowledge(locale), name: t("shell.knowledge"), icon: "book" },
      ],
      minor: publicPages(shell, t),
    };
  }
  const minor: PageLink[] = [];
  if (shell.group) {
    minor.push(
      { href: ofGroup(shell, paths.actions()), name: t("actions.title") },
      { href: paths.references(), name: t("shell.references") },
      { href: ofGroup(shell, paths.members()), name: t("shell.people") },
    );
  }
  if (shell.may.readOutbox) minor.push({ href: ofGroup(shell, paths.outbox()), name: t("shell.outbox") });
  if (shell.isAdministrator) minor.push({ href: paths.administration(), name: t("shell.administration") });
  minor.push(
    { href: paths.news(locale), name: t("shell.news") },
    { href: `${paths.publicPage(locale, "help")}${helpSection(shell.path)}`, name: t("shell.help") },
  );
  const main: (PageLink & { icon: IconName })[] = [{ href: paths.home(), name: t("shell.home"), icon: "home" }];
  if (shell.group) {
    main.push(
      { href: ofGroup(shell, paths.rounds()), name: t("shell.rounds"), icon: "calendar" },
      { href: paths.search(), name: t("shell.knowledge"), icon: "book" },
    );
  }
  if (shell.may.post)
    main.push({ href: ofGroup(shell, paths.myContributions()), name: t("shell.mine"), icon: "pencil" });
  return { main, minor };
}

/** What is behind "More": the pages that the bar has no room for, and those that every page leads to. */
export function furtherPages(shell: ShellData, t: Text): PageLink[] {
  const always = ["about", "help", "accessibility", "privacy"] as const;
  const links = [...pagesOf(shell, t).minor];
  for (const name of always) {
    const page = paths.publicPage(shell.locale, name);
    // Who looks for help is led to what the page in front of them is about.
    const href = name === "help" ? `${page}${helpSection(shell.path)}` : page;
    if (!links.some((link) => link.href === href)) links.push({ href, name: t(`shell.${name}`) });
  }
  return links;
}

function publicPages({ locale }: ShellData, t: Text): PageLink[] {
  return [{ href: paths.publicPage(locale, "about"), name: t("shell.about") }];
}
