import type { Messages } from "#lib/core/i18n/messages/index.ts";
import { mayImportSomething } from "#lib/imports/policy.ts";
import { mayChangeSettings, mayEditCalendar } from "#lib/periods/policy.ts";
import type { Settings } from "#lib/periods/schema.ts";
import { mayPlan } from "#lib/recurrences/policy.ts";
import { doesWork, mayDecide, mayRegister } from "#lib/tasks/policy.ts";
import { hasDesk, mayManageTokens, mayManageUsers } from "#lib/users/policy.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { mayManageWebhooks } from "#lib/webhooks/policy.ts";

type Command = {
  name: keyof Messages["palette"]["commands"];
  href: `/${string}`;
  may: (viewer: Viewer, settings: Settings) => boolean;
};

const COMMANDS: readonly Command[] = [
  { name: "desk", href: "/desk", may: doesWork },
  { name: "decisions", href: "/decisions", may: mayDecide },
  { name: "register", href: "/directives/new", may: mayRegister },
  { name: "dashboard", href: "/", may: hasDesk },
  { name: "tasks", href: "/tasks", may: hasDesk },
  { name: "directives", href: "/directives", may: hasDesk },
  { name: "week", href: "/week", may: hasDesk },
  { name: "recurring", href: "/recurring", may: mayPlan },
  { name: "imports", href: "/imports", may: mayImportSomething },
  { name: "notifications", href: "/notifications", may: hasDesk },
  { name: "users", href: "/admin/users", may: mayManageUsers },
  { name: "tokens", href: "/admin/tokens", may: mayManageTokens },
  { name: "webhooks", href: "/admin/webhooks", may: mayManageWebhooks },
  { name: "settings", href: "/admin/settings", may: mayChangeSettings },
  { name: "calendar", href: "/admin/calendar", may: mayEditCalendar },
  { name: "account", href: "/account", may: () => true },
];

/** Where someone may go and what to begin there. */
export function commandsOf(viewer: Viewer, settings: Settings): readonly Command[] {
  return COMMANDS.filter(({ may }) => may(viewer, settings));
}
