import { Checkbox, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Portfolio } from "#lib/users/schema.ts";
import type { DepartmentChoice } from "./department-choice.ts";
import classes from "./portfolio-fields.module.css";

/** What a vice-chairman is in charge of: its name and the departments. */
export function PortfolioFields({
  portfolio,
  departments,
  issues,
}: {
  portfolio: Portfolio | null;
  departments: readonly DepartmentChoice[];
  /** What is wrong, by field. */
  issues: Record<string, string>;
}) {
  const t = useTranslations("admin.portfolio");
  const [chosen, setChosen] = useState([...(portfolio?.departmentCodes ?? [])]);
  const offered = departments.filter(
    ({ code, active }) => active || portfolio?.departmentCodes.includes(code),
  );
  return (
    <>
      <TextInput
        name="portfolioName"
        label={t("name")}
        description={t("nameHint")}
        defaultValue={portfolio?.name}
        error={issues.portfolioName}
        maxLength={120}
        autoComplete="off"
      />
      <Checkbox.Group
        label={t("departments")}
        description={t("departmentsHint")}
        error={issues.portfolioDepartments}
        value={chosen}
        onChange={setChosen}
      >
        <div className={classes.departments}>
          {offered.map(({ code, name }) => (
            <Checkbox key={code} value={code} label={name} />
          ))}
        </div>
      </Checkbox.Group>
      <input type="hidden" name="portfolioDepartments" value={chosen.join(",")} />
    </>
  );
}
