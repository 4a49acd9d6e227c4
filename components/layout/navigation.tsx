import {
  BookOpenIcon,
  CalendarDaysIcon,
  CalendarOffIcon,
  FileChartColumnIcon,
  InboxIcon,
  LayoutDashboardIcon,
  ListChecksIcon,
  PlugIcon,
  SettingsIcon,
  StampIcon,
  UsersIcon,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { Mark } from "./mark.tsx";
import classes from "./navigation.module.css";
import { NavigationLink } from "./navigation-link.tsx";

const ICONS = {
  dashboard: LayoutDashboardIcon,
  desk: InboxIcon,
  decisions: StampIcon,
  tasks: ListChecksIcon,
  directives: BookOpenIcon,
  week: CalendarDaysIcon,
  reports: FileChartColumnIcon,
  users: UsersIcon,
  settings: SettingsIcon,
  calendar: CalendarOffIcon,
  connections: PlugIcon,
};

export type NavigationEntry = {
  name: keyof typeof ICONS;
  href: string;
  /** Where else the section has pages. */
  also?: readonly string[];
};

/** The main sections: a rail on the left, a bar at the bottom on phones. */
export function Navigation({ entries }: { entries: readonly NavigationEntry[] }) {
  const t = useTranslations("navigation");
  return (
    <nav className={classes.rail} aria-label={t("label")}>
      <div className={classes.mark}>
        <Mark />
      </div>
      <ul className={classes.entries}>
        {entries.map(({ name, href, also }) => {
          const Icon = ICONS[name];
          return (
            <li key={name}>
              <NavigationLink href={href} also={also}>
                <Icon size={22} strokeWidth={1.6} aria-hidden />
                <span>{t(name)}</span>
              </NavigationLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
