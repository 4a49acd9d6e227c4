import Link from "next/link";
import { useTranslations } from "next-intl";
import { Instant } from "#components/ui/instant.tsx";
import { type Counts, type ImportKind, OUTCOMES } from "#lib/imports/schema.ts";
import classes from "./import-list.module.css";
import { type ImportStanding, StateMark } from "./state-mark.tsx";

type Item = ImportStanding & {
  id: number;
  kind: ImportKind;
  fileName: string;
  createdAt: Date;
  createdBy: string | null;
};

/** The files that came in: what, when, from whom, and what became of each. */
export function ImportList({ items, showsKind }: { items: readonly Item[]; showsKind: boolean }) {
  const t = useTranslations("imports.screen");
  const countsIn = (counts: Counts) =>
    OUTCOMES.filter((outcome) => counts[outcome] > 0)
      .map((outcome) => t(`counted.${outcome}`, { count: counts[outcome] }))
      .join(", ");
  return (
    <ul className={classes.list}>
      {items.map((item) => (
        <li key={item.id} className={classes.entry}>
          <div>
            <Link href={`/imports/${item.id}`} prefetch={false} className={classes.name}>
              {item.fileName}
            </Link>
            {showsKind && <p className={classes.soft}>{t(`kinds.${item.kind}`)}</p>}
          </div>
          <div>
            <StateMark standing={item} />
            {item.counts && <p className={classes.soft}>{countsIn(item.counts)}</p>}
          </div>
          <p className={classes.soft}>
            <Instant at={item.createdAt} />
            <br />
            {item.createdBy ?? t("list.commandLine")}
          </p>
        </li>
      ))}
    </ul>
  );
}
