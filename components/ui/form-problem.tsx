import { CircleAlertIcon } from "lucide-react";
import type { ReactNode } from "react";
import classes from "./form-problem.module.css";

/** Above a form that was not accepted: why, read out at once. */
export function FormProblem({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <div role="alert" className={classes.problem}>
      <CircleAlertIcon size={20} strokeWidth={1.8} className={classes.icon} aria-hidden />
      <div>
        {title && <p className={classes.title}>{title}</p>}
        <p>{children}</p>
      </div>
    </div>
  );
}
