import { useFormatter, useTranslations } from "next-intl";
import { NewsLink } from "#components/layout/news-link.tsx";
import { businessDayOf, type CivilDate, weekdayOf } from "#lib/core/dates.ts";
import { formatCivilDate } from "#lib/core/i18n/format.ts";
import type { NotificationView } from "#lib/notifications/schema.ts";
import { newsHref, newsSubject, newsText } from "#lib/notifications/words.ts";
import { markRead } from "../actions.ts";
import classes from "./notification-list.module.css";

type Day = { day: CivilDate; items: NotificationView[] };

function byDay(items: readonly NotificationView[]): Day[] {
  const days: Day[] = [];
  for (const item of items) {
    const day = businessDayOf(item.at);
    const last = days.at(-1);
    if (last?.day === day) last.items.push(item);
    else days.push({ day, items: [item] });
  }
  return days;
}

/** News by day, the latest first; opening one leads to its task. */
export function NotificationList({ items }: { items: readonly NotificationView[] }) {
  const t = useTranslations("notifications");
  const format = useFormatter();
  return (
    <div className={classes.days}>
      {byDay(items).map(({ day, items: news }) => (
        <section key={day} className={classes.day}>
          <h2 className={classes.date}>
            {t("day", { weekday: weekdayOf(day), day: formatCivilDate(day) })}
          </h2>
          <ul className={classes.items}>
            {news.map((item) => (
              <li key={item.id}>
                <NewsLink
                  id={item.id}
                  href={newsHref(item)}
                  read={item.read}
                  markRead={markRead}
                  className={classes.item}
                >
                  <span className={classes.text}>
                    {!item.read && (
                      <span className={classes.dot} role="img" aria-label={t("unread")} />
                    )}
                    <span>{newsText(item, t)}</span>
                    <time className={classes.time} dateTime={item.at.toISOString()}>
                      {format.dateTime(item.at, {
                        hour: "2-digit",
                        minute: "2-digit",
                        hourCycle: "h23",
                      })}
                    </time>
                  </span>
                  <span className={classes.subject}>{newsSubject(item, t)}</span>
                  {item.data.note && <span className={classes.note}>{item.data.note}</span>}
                </NewsLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
