import classes from "./sheet.module.css";
import type { Column } from "./typed-rows.ts";

/** A cell that is typed into, and below it what is wrong or asked. */
export function SheetCell({
  row,
  column,
  label,
  text,
  describedBy,
  problem,
  question,
  limit,
  onType,
}: {
  row: number;
  column: Column;
  label: string;
  text: string;
  /** The id of what is said below it. */
  describedBy: string;
  problem: string | undefined;
  /** It is not wrong, but has to be explained. */
  question: boolean;
  limit: number;
  onType: (text: string) => void;
}) {
  return (
    <>
      <input
        value={text}
        data-row={row}
        data-column={column}
        data-question={(problem && question) || undefined}
        aria-label={label}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? describedBy : undefined}
        inputMode={column === "note" ? undefined : "decimal"}
        maxLength={limit}
        autoComplete="off"
        onChange={(event) => onType(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
      />
      {problem && (
        <p id={describedBy} className={classes.problem} data-question={question || undefined}>
          {problem}
        </p>
      )}
    </>
  );
}
