import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import classes from "./skeleton.module.css";

/** A place that fills in a moment; it shows only once the wait is worth showing (300 ms). */
function Waiting({ children }: { children: ReactNode }) {
  const t = useTranslations("common");
  return (
    <div className={classes.waiting} role="status">
      <span className="spoken">{t("loading")}</span>
      {children}
    </div>
  );
}

/** Keys for shapes that are all alike. */
function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** Instead of key figures. */
export function FiguresSkeleton({ count = 6 }: { count?: number }) {
  return (
    <Waiting>
      <div className={classes.figures}>
        {range(count).map((index) => (
          <div key={index} className={classes.figure} />
        ))}
      </div>
    </Waiting>
  );
}

/** Instead of the rows of a table or a list. */
export function RowsSkeleton({ count = 8 }: { count?: number }) {
  return (
    <Waiting>
      {range(count).map((index) => (
        <div key={index} className={classes.row} />
      ))}
    </Waiting>
  );
}

/** Instead of a chart or another block of a known height in pixels. */
export function BlockSkeleton({ height = 240 }: { height?: number }) {
  return (
    <Waiting>
      <div className={classes.block} style={{ height }} />
    </Waiting>
  );
}
