import { SoftLinks } from "#components/charts/soft-links.tsx";
import type { Role } from "#lib/users/schema.ts";
import { AttentionList } from "./attention-list.tsx";
import { CompletionByDepartment, CompletionByLevel } from "./completion-tables.tsx";
import { ConservationLine } from "./conservation-line.tsx";
import classes from "./dashboard-overview.module.css";
import { Aging, Upcoming } from "./deadline-charts.tsx";
import { KeyFigures } from "./key-figures.tsx";
import { LateByDepartment, LateByField } from "./late-charts.tsx";
import { LateMatrix } from "./late-matrix.tsx";
import type { Shown } from "./shown.ts";
import { CompletionTrend, LateTrend } from "./trend-charts.tsx";

/**
 * The dashboard: what has to be known at once first, what explains it below. On a phone what
 * has to be decided comes before everything.
 */
export function DashboardOverview({ shown, role }: { shown: Shown; role: Role }) {
  return (
    <SoftLinks className={classes.overview}>
      <div className={classes.figures}>
        <KeyFigures shown={shown} />
      </div>
      <LateByDepartment shown={shown} />
      <LateByField shown={shown} />
      <div className={classes.matrix}>
        <LateMatrix shown={shown} />
      </div>
      <div className={classes.attention}>
        <AttentionList shown={shown} role={role} />
      </div>
      <div className={classes.line}>
        <ConservationLine shown={shown} />
      </div>
      <div className={classes.wide}>
        <LateTrend shown={shown} />
      </div>
      <div className={classes.wide}>
        <CompletionTrend shown={shown} />
      </div>
      <Aging shown={shown} />
      <Upcoming shown={shown} />
      <div className={classes.line}>
        <CompletionByDepartment shown={shown} />
      </div>
      <div className={classes.line}>
        <CompletionByLevel shown={shown} />
      </div>
    </SoftLinks>
  );
}
