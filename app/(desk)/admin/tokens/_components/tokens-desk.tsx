"use client";

import { Button } from "@mantine/core";
import { PlusIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SideSheet } from "#components/ui/side-sheet.tsx";
import type { Token } from "#lib/users/token-schema.ts";
import type { DepartmentChoice } from "../../users/_components/department-choice.ts";
import { EditToken } from "./edit-token.tsx";
import { MakeToken } from "./make-token.tsx";
import { TokenTable } from "./token-table.tsx";
import classes from "./tokens-desk.module.css";

/** All tokens, and beside them the one that is being made or changed. */
export function TokensDesk({
  tokens,
  departments,
}: {
  tokens: readonly Token[];
  departments: readonly DepartmentChoice[];
}) {
  const t = useTranslations("tokens");
  const [open, setOpen] = useState<number | "new" | null>(null);
  const edited = tokens.find(({ id }) => id === open);
  return (
    <>
      <div className={classes.tools}>
        <Button
          leftSection={<PlusIcon size={16} strokeWidth={1.8} aria-hidden />}
          onClick={() => setOpen("new")}
        >
          {t("make")}
        </Button>
      </div>
      {tokens.length > 0 ? (
        <TokenTable tokens={tokens} departments={departments} onOpen={setOpen} />
      ) : (
        <p className={classes.empty}>{t("empty")}</p>
      )}
      <SideSheet
        opened={open !== null}
        onClose={() => setOpen(null)}
        title={edited ? t("editTitle", { name: edited.name }) : t("makeTitle")}
        closeLabel={t("close")}
      >
        {edited && <EditToken key={edited.id} token={edited} />}
        {open === "new" && <MakeToken departments={departments} onDone={() => setOpen(null)} />}
      </SideSheet>
    </>
  );
}
