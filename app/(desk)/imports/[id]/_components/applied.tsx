import { useTranslations } from "next-intl";
import { ConfirmedAction } from "#components/ui/confirmed-action.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { wordOfKind } from "#lib/imports/corrections.ts";
import type { ImportDetail } from "#lib/imports/views.ts";
import { undoImport } from "../../actions.ts";
import classes from "./steps.module.css";

/** What became of a file that was applied, and how to take it back. */
export function Applied({
  found: { id, kind, check, undoneAt, undoneBy },
  appliedAt,
}: {
  found: ImportDetail;
  appliedAt: Date;
}) {
  const t = useTranslations("imports.screen");
  const { new: made, changed } = check.counts;
  return (
    <div className={classes.step}>
      <p role="status">
        {undoneAt ? (
          <StatusMark meaning="none">
            {t("applied.undone", { at: undoneAt, by: undoneBy ?? t("list.commandLine") })}
          </StatusMark>
        ) : (
          <StatusMark meaning="done">
            {t("applied.text", { at: appliedAt, new: made, changed })}
          </StatusMark>
        )}
      </p>
      <div>
        <LinkButton href={`/imports?kind=${wordOfKind(kind)}`}>{t("applied.another")}</LinkButton>
      </div>
      {!undoneAt && (
        <ConfirmedAction
          text={t("applied.undo")}
          question={t("applied.undoQuestion")}
          action={undoImport}
          fields={{ id }}
        />
      )}
    </div>
  );
}
