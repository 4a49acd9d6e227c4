import { CheckIcon, TriangleAlertIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { Panel } from "#components/ui/panel.tsx";
import { CLARITIES, missingClarities } from "#lib/tasks/clarity.ts";
import type { TaskDetail } from "#lib/tasks/views.ts";
import classes from "./task-view.module.css";

/** Which of the six clear points the task has and which it lacks ("6 rõ"). */
export function TaskClarity({ task }: { task: TaskDetail }) {
  const t = useTranslations("tasks.detail.clarity");
  const missing = missingClarities(task);
  const list = missing.map((clarity) => t(clarity)).join(", ");
  return (
    <Panel
      title={t("title")}
      hint={missing.length === 0 ? t("complete") : t("missing", { count: missing.length, list })}
    >
      <ul className={classes.clarities}>
        {CLARITIES.map((clarity) => {
          const lacks = missing.includes(clarity);
          const Icon = lacks ? TriangleAlertIcon : CheckIcon;
          return (
            <li key={clarity} data-lacks={lacks || undefined}>
              <Icon size={16} strokeWidth={1.9} aria-hidden />
              <span className="spoken">{t(lacks ? "lacks" : "has", { name: t(clarity) })}</span>
              <span aria-hidden="true">{t(clarity)}</span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
