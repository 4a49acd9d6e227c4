import Link from "next/link";
import { useTranslations } from "next-intl";
import { Instant } from "#components/ui/instant.tsx";
import { PlainTable } from "#components/ui/plain-table.tsx";
import type { Counts, ImportKind } from "#lib/imports/schema.ts";
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
  return (
    <PlainTable caption={t("list.title")}>
      <thead>
        <tr>
          <th scope="col">{t("list.file")}</th>
          {showsKind && <th scope="col">{t("list.kind")}</th>}
          <th scope="col">{t("list.sent")}</th>
          <th scope="col" data-number="">
            {t("list.rows")}
          </th>
          <th scope="col">{t("list.state")}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <th scope="row" data-text="">
              <Link href={`/imports/${item.id}`} prefetch={false}>
                {item.fileName}
              </Link>
            </th>
            {showsKind && <td data-nowrap="">{t(`kinds.${item.kind}`)}</td>}
            <td data-nowrap="">
              <Instant at={item.createdAt} />
              <div data-soft="">{item.createdBy ?? t("list.commandLine")}</div>
            </td>
            <td data-number="">{item.counts && totalOf(item.counts)}</td>
            <td>
              <StateMark standing={item} />
              {item.counts && <div data-soft="">{t("summaryShort", { ...item.counts })}</div>}
            </td>
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
}

const totalOf = (counts: Counts) => counts.new + counts.changed + counts.unchanged + counts.error;
