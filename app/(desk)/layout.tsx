import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { AccountMenu } from "#components/layout/account-menu.tsx";
import { DemonstrationMark } from "#components/layout/demonstration-mark.tsx";
import { BareShell, DeskShell } from "#components/layout/desk-shell.tsx";
import { Navigation, type NavigationEntry } from "#components/layout/navigation.tsx";
import { SearchBox } from "#components/layout/search-box.tsx";
import { catalogueName } from "#lib/core/i18n/format.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { getSettings } from "#lib/periods/queries.ts";
import { hasDesk, mayManageUsers } from "#lib/users/policy.ts";
import type { CurrentUser, Viewer } from "#lib/users/schema.ts";
import { getCurrentUser } from "#lib/users/session.ts";
import { saveColorScheme, saveLocale, signOut } from "./account/actions.ts";

function entriesFor(viewer: Viewer): NavigationEntry[] {
  const desk: NavigationEntry[] = [
    { name: "dashboard", href: "/" },
    { name: "tasks", href: "/tasks" },
    { name: "directives", href: "/directives" },
  ];
  const administration: NavigationEntry[] = [{ name: "users", href: "/admin/users" }];
  return [...(hasDesk(viewer) ? desk : []), ...(mayManageUsers(viewer) ? administration : [])];
}

async function departmentOf({ departmentCode }: CurrentUser): Promise<string | null> {
  if (departmentCode === null) return null;
  const [departments, locale] = await Promise.all([listDepartments(), getLocale()]);
  const own = departments.find(({ code }) => code === departmentCode);
  return own ? catalogueName(own, locale) : null;
}

/** What the frame shows of the person and the register. */
async function frame() {
  const user = await getCurrentUser();
  if (!user) return null;
  const [settings, department] = await Promise.all([getSettings(), departmentOf(user)]);
  return { user, department, settings };
}

/** The frame protects nothing: every page asks by itself who is there. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  // The page meets the same failure and says so; the frame around it need not.
  const shown = await frame().catch(() => null);
  if (!shown) return <BareShell>{children}</BareShell>;
  const { user, department, settings } = shown;
  return (
    <DeskShell
      owner={settings.communeName}
      navigation={<Navigation entries={entriesFor(user)} />}
      tools={
        <>
          {hasDesk(user) && <SearchBox />}
          {settings.demonstration && <DemonstrationMark />}
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
