import { PlusIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { halfOf } from "#lib/agenda/rules.ts";
import { type DueDay, dueHref, type Entry, LEADERS } from "#lib/agenda/schema.ts";
import { type CivilDate, weekdayOf } from "#lib/core/dates.ts";
import { formatCivilDate, formatDayAndMonth } from "#lib/core/i18n/format.ts";
import { EntryView } from "./entry-view.tsx";
import { printSizeOf } from "./print-size.ts";
import classes from "./week.module.css";

export type WeekDay = { on: CivilDate; entries: readonly Entry[]; due: DueDay | null };
export type DepartmentShort = { code: string; short: string };

const WEEKDAYS = ["1", "2", "3", "4", "5", "6", "7"] as const;

/** Seven days with their mornings, afternoons and deadlines; on a phone one day after the other. */
export function WeekTable({
  calendar,
  days,
  departments,
  today,
  onOpen,
  onAdd,
}: {
  calendar: string;
  days: readonly WeekDay[];
  departments: readonly DepartmentShort[];
  today: CivilDate;
  /** Null for whoever only reads. */
  onOpen: ((entry: Entry) => void) | null;
  onAdd: ((on: CivilDate) => void) | null;
}) {
  const t = useTranslations("agenda");
  return (
    <table
      className={classes.table}
      style={{ "--print-size": `${printSizeOf(days)}pt` } as CSSProperties}
    >
      <caption className="spoken">{t("title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("day")}</th>
          <th scope="col">{t("morning")}</th>
          <th scope="col">{t("afternoon")}</th>
          <th scope="col">{t("due")}</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ on, entries, due }) => (
          <tr key={on} data-today={on === today || undefined}>
            <th scope="row" className={classes.day}>
              <span>
                {t(`weekdays.${WEEKDAYS[weekdayOf(on) - 1] ?? "1"}`)}
                <small>{formatDayAndMonth(on)}</small>
              </span>
              {onAdd && (
                <button
                  type="button"
                  className={classes.add}
                  aria-label={t("addOn", { day: formatCivilDate(on) })}
                  onClick={() => onAdd(on)}
                >
                  <PlusIcon size={16} strokeWidth={1.8} aria-hidden />
                </button>
              )}
            </th>
            {(["morning", "afternoon"] as const).map((half) => (
              <Half
                key={half}
                name={t(half)}
                entries={entries.filter((entry) => halfOf(entry.startMinute) === half)}
                onOpen={onOpen}
              />
            ))}
            <td data-empty={due === null || undefined}>
              {due && (
                <>
                  <span className={classes.name}>{t("due")}</span>
                  <Due day={due} calendar={calendar} departments={departments} />
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Half({
  name,
  entries,
  onOpen,
}: {
  name: string;
  entries: readonly Entry[];
  onOpen: ((entry: Entry) => void) | null;
}) {
  return (
    <td data-empty={entries.length === 0 || undefined}>
      {entries.length > 0 && (
        <>
          <span className={classes.name}>{name}</span>
          <ul className={classes.entries}>
            {entries.map((entry) => (
              <li key={entry.id}>
                <EntryView entry={entry} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </>
      )}
    </td>
  );
}

function Due({
  day,
  calendar,
  departments,
}: {
  day: DueDay;
  calendar: string;
  departments: readonly DepartmentShort[];
}) {
  const t = useTranslations("agenda");
  const leaders = calendar === LEADERS;
  const shortOf = (code: string) =>
    departments.find((department) => department.code === code)?.short ?? code;
  const rest = day.total - day.tasks.length;
  return (
    <ul className={classes.due}>
      {day.tasks.map(({ id, code, title, department, completed }) => (
        <li key={id}>
          <Link href={`/tasks/${id}`} prefetch={false} title={title} className={classes.task}>
            {title}
          </Link>
          <small>
            {[code, leaders && shortOf(department), completed && t("completed")]
              .filter(Boolean)
              .join(" · ")}
          </small>
        </li>
      ))}
      {rest > 0 && (
        <li>
          <Link href={dueHref(day.on, calendar)} prefetch={false}>
            {t("more", { count: rest })}
          </Link>
        </li>
      )}
    </ul>
  );
}
