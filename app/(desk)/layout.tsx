import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AccountMenu } from "#components/layout/account-menu.tsx";
import { Bell } from "#components/layout/bell.tsx";
import { DemonstrationMark } from "#components/layout/demonstration-mark.tsx";
import { BareShell, DeskShell } from "#components/layout/desk-shell.tsx";
import { Navigation, type NavigationEntry } from "#components/layout/navigation.tsx";
import { PaletteButton, type PaletteLabels } from "#components/layout/palette-button.tsx";
import { SearchBox } from "#components/layout/search-box.tsx";
import { catalogueName } from "#lib/core/i18n/format.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { mayImport } from "#lib/imports/policy.ts";
import { countUnread, latestNotifications } from "#lib/notifications/queries.ts";
import { newsHref, newsSubject, newsText } from "#lib/notifications/words.ts";
import { getSettings } from "#lib/periods/queries.ts";
import type { Settings } from "#lib/periods/schema.ts";
import { mayReadSomeReport } from "#lib/reports/policy.ts";
import { doesWork, mayDecide } from "#lib/tasks/policy.ts";
import { hasDesk, mayManageUsers } from "#lib/users/policy.ts";
import type { CurrentUser, Viewer } from "#lib/users/schema.ts";
import { getCurrentUser } from "#lib/users/session.ts";
import { saveColorScheme, saveLocale, signOut } from "./account/actions.ts";
import { markRead } from "./notifications/actions.ts";

function entriesFor(viewer: Viewer, settings: Settings): NavigationEntry[] {
  const desk: NavigationEntry[] = [
    { name: "dashboard", href: "/" },
    ...(doesWork(viewer) ? [{ name: "desk", href: "/desk" } as const] : []),
    ...(mayDecide(viewer, settings) ? [{ name: "decisions", href: "/decisions" } as const] : []),
    { name: "tasks", href: "/tasks", also: mayImport(viewer, "TASKS") ? ["/imports"] : [] },
    { name: "directives", href: "/directives" },
    { name: "week", href: "/week" },
    { name: "reports", href: mayReadSomeReport(viewer) ? "/reports" : "/indicators" },
  ];
  const administration: NavigationEntry[] = [
    { name: "users", href: "/admin/users", also: ["/imports"] },
    { name: "settings", href: "/admin/settings" },
    { name: "calendar", href: "/admin/calendar" },
    { name: "connections", href: "/admin/tokens", also: ["/admin/webhooks"] },
  ];
  return [...(hasDesk(viewer) ? desk : []), ...(mayManageUsers(viewer) ? administration : [])];
}

async function departmentOf({ departmentCode }: CurrentUser): Promise<string | null> {
  if (departmentCode === null) return null;
  const [departments, locale] = await Promise.all([listDepartments(), getLocale()]);
  const own = departments.find(({ code }) => code === departmentCode);
  return own ? catalogueName(own, locale) : null;
}

async function paletteLabels() {
  const t = await getTranslations("palette");
  const names = ["open", "placeholder", "nothing", "problem", "signedOut", "keys"] as const;
  return Object.fromEntries(names.map((name) => [name, t(name)])) as PaletteLabels;
}

/** What the bell tells. */
async function newsOf(user: CurrentUser) {
  const [unread, latest, t] = await Promise.all([
    countUnread(user),
    latestNotifications(user),
    getTranslations("notifications"),
  ]);
  const items = latest.map((news) => ({
    id: news.id,
    href: newsHref(news),
    text: newsText(news, t),
    about: newsSubject(news, t),
    read: news.read,
  }));
  return { unread, items };
}

/** What the frame shows of the person and the register. */
async function frame() {
  const user = await getCurrentUser();
  if (!user) return null;
  const [settings, department, palette, news] = await Promise.all([
    getSettings(),
    departmentOf(user),
    paletteLabels(),
    hasDesk(user) ? newsOf(user) : null,
  ]);
  return { user, department, settings, palette, news };
}

/** The frame protects nothing: every page asks by itself who is there. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  // The page meets the same failure and says so; the frame around it need not.
  const shown = await frame().catch(() => null);
  if (!shown) return <BareShell>{children}</BareShell>;
  const { user, department, settings, palette, news } = shown;
  return (
    <DeskShell
      owner={settings.communeName}
      navigation={<Navigation entries={entriesFor(user, settings)} />}
      tools={
        <>
          {hasDesk(user) ? (
            <SearchBox end={<PaletteButton labels={palette} />} />
          ) : (
            <PaletteButton labels={palette} />
          )}
          {settings.demonstration && <DemonstrationMark />}
          {news && <Bell {...news} markRead={markRead} />}
          <AccountMenu
            user={user}
            department={department}
            actions={{ saveLocale, saveColorScheme, signOut }}
          />
        </>
      }
    >
      {children}
    </DeskShell>
  );
}
