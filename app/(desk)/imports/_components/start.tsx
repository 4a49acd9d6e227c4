import { DownloadIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkTabs } from "#components/ui/link-tabs.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { ImportKind } from "#lib/imports/schema.ts";
import { SendFile } from "./send-file.tsx";
import classes from "./start.module.css";

type Kind = { kind: ImportKind; href: string; word: string };

/** The kind that is to be sent, its template, and the place for the file. */
export function Start({ kind, kinds }: { kind: ImportKind; kinds: readonly Kind[] }) {
  const t = useTranslations("imports.screen");
  const word = kinds.find((each) => each.kind === kind)?.word ?? "";
  return (
    <Panel title={t("start.title")} className={classes.start}>
      {kinds.length > 1 && (
        <LinkTabs
          label={t("kindsLabel")}
          tabs={kinds.map((each) => ({
            href: each.href,
            label: t(`kinds.${each.kind}`),
            current: each.kind === kind,
          }))}
        />
      )}
      <div className={classes.ways}>
        <SendFile kind={word} label={t("start.file")} />
        <div className={classes.template}>
          <a href={`/api/imports/template?kind=${word}`} download className={classes.download}>
            <DownloadIcon size={16} strokeWidth={1.8} aria-hidden />
            {t("start.template")}
          </a>
          <p className={classes.soft}>{t("start.templateHint")}</p>
        </div>
      </div>
    </Panel>
  );
}
