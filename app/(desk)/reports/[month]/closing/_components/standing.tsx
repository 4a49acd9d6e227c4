import { useTranslations } from "next-intl";
import { Fact, Facts } from "#components/ui/facts.tsx";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import type { Closing } from "#lib/snapshots/schema.ts";
import classes from "./closing.module.css";

/** The closing that stands: by whom, when, and whether what it froze is still as it was. */
export function Standing({ closing, intact }: { closing: Closing; intact: boolean }) {
  const t = useTranslations("periods.closing");
  return (
    <Panel title={t("standing")}>
      {!intact && <FormProblem>{t("broken")}</FormProblem>}
      <Facts>
        <Fact name={t("by")}>{closing.closedBy}</Fact>
        <Fact name={t("at")}>
          <Instant at={closing.closedAt} />
        </Fact>
        <Fact name={t("hash")} wide>
          <span className={classes.hash}>{closing.contentHash}</span>
          {intact && <StatusMark meaning="done">{t("intact")}</StatusMark>}
        </Fact>
      </Facts>
    </Panel>
  );
}
