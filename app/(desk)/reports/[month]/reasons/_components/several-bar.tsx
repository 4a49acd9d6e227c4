import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type GivenReason, NARRATIVE_LENGTHS } from "#lib/narratives/schema.ts";
import type { Kind } from "./reason-row.tsx";
import classes from "./reasons.module.css";

/** One reason for all selected rows, or for each its own of the month before. */
export function SeveralBar({
  count,
  withBefore,
  kinds,
  onApply,
  onBefore,
  onClear,
}: {
  count: number;
  /** How many of the selected have a reason of an earlier month. */
  withBefore: number;
  kinds: readonly Kind[];
  onApply: (reason: GivenReason) => void;
  onBefore: () => void;
  onClear: () => void;
}) {
  const t = useTranslations("narratives.reasons.several");
  const row = useTranslations("narratives.reasons");
  const [reason, setReason] = useState<GivenReason>({ kind: "", text: "" });
  return (
    <form
      className={classes.bar}
      aria-label={t("label")}
      onSubmit={(event) => {
        event.preventDefault();
        onApply(reason);
      }}
    >
      <span className={classes.count}>{t("selected", { count })}</span>
      <select
        className={classes.kind}
        aria-label={t("kind")}
        required
        value={reason.kind}
        onChange={({ currentTarget }) => setReason({ ...reason, kind: currentTarget.value })}
      >
        <option value="">{row("noKind")}</option>
        {kinds.map(({ code, name }, index) => (
          <option key={code} value={code}>{`${index + 1}. ${name}`}</option>
        ))}
      </select>
      <input
        className={classes.text}
        aria-label={t("text")}
        placeholder={row("textHint")}
        maxLength={NARRATIVE_LENGTHS.reason}
        autoComplete="off"
        value={reason.text}
        onChange={({ currentTarget }) => setReason({ ...reason, text: currentTarget.value })}
      />
      <Button type="submit" size="sm">
        {t("apply")}
      </Button>
      {withBefore > 0 && (
        <Button size="sm" variant="default" onClick={onBefore}>
          {t("before", { count: withBefore })}
        </Button>
      )}
      <Button size="sm" variant="subtle" onClick={onClear}>
        {t("clear")}
      </Button>
    </form>
  );
}
