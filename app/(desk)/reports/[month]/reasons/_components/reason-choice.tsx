import Form from "next/form";
import { useTranslations } from "next-intl";
import { LinkTabs } from "#components/ui/link-tabs.tsx";
import { REASON_STATES, type ReasonFilter } from "#lib/narratives/schema.ts";
import classes from "./reasons.module.css";

/** The address of the late tasks that a filter means. */
export function reasonsHref(month: string, { department, show, page }: ReasonFilter): string {
  const query = new URLSearchParams({
    ...(department && { department }),
    ...(show && { show }),
    ...(page && page > 1 && { page: `${page}` }),
  });
  return `/reports/${month}/reasons${query.size > 0 ? `?${query}` : ""}`;
}

/** Which rows of which department. */
export function ReasonChoice({
  month,
  filter,
  departments,
}: {
  month: string;
  filter: ReasonFilter;
  /** Those with late tasks, where there is a choice; else empty. */
  departments: readonly { code: string; name: string; late: number; unexplained: number }[];
}) {
  const t = useTranslations("narratives.reasons");
  const { department, show } = filter;
  return (
    <div className={classes.tools}>
      <LinkTabs
        label={t("show.label")}
        tabs={[undefined, ...REASON_STATES].map((state) => ({
          href: reasonsHref(month, { department, show: state }),
          label: t(`show.${state ?? "all"}`),
          current: show === state,
        }))}
      />
      {departments.length > 0 && (
        <Form action={`/reports/${month}/reasons`} className={classes.choice}>
          {show && <input type="hidden" name="show" value={show} />}
          <select
            key={department ?? ""}
            name="department"
            className={classes.kind}
            aria-label={t("department")}
            defaultValue={department ?? ""}
          >
            <option value="">{t("anyDepartment")}</option>
            {departments.map(({ code, name, late, unexplained }) => (
              <option key={code} value={code}>
                {t("choice", { name, late, unexplained })}
              </option>
            ))}
          </select>
          <button type="submit">{t("apply")}</button>
        </Form>
      )}
    </div>
  );
}
