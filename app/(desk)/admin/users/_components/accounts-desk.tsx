"use client";

import { Button, TextInput } from "@mantine/core";
import { PlusIcon, SearchIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SideSheet } from "#components/ui/side-sheet.tsx";
import type { Account } from "#lib/users/schema.ts";
import { AccountTable } from "./account-table.tsx";
import classes from "./accounts-desk.module.css";
import { CreateAccount } from "./create-account.tsx";
import type { DepartmentChoice } from "./department-choice.ts";
import { EditAccount } from "./edit-account.tsx";

/** Letters without accents and case, so that "truong phong" finds "Trưởng phòng". */
function fold(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");
}

/** All accounts, and beside them the one that is being made or changed. */
export function AccountsDesk({
  accounts,
  departments,
}: {
  accounts: readonly Account[];
  departments: readonly DepartmentChoice[];
}) {
  const t = useTranslations("admin");
  const [sought, setSought] = useState("");
  const [open, setOpen] = useState<number | "new" | null>(null);
  const edited = accounts.find(({ id }) => id === open);
  const words = fold(sought).split(/\s+/);
  const found = accounts.filter((account) => {
    const text = fold(`${account.displayName} ${account.login} ${account.departmentShort ?? ""}`);
    return words.every((word) => text.includes(word));
  });
  return (
    <>
      <div className={classes.tools}>
        <TextInput
          type="search"
          aria-label={t("users.search")}
          placeholder={t("users.search")}
          leftSection={<SearchIcon size={16} strokeWidth={1.8} aria-hidden />}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
          className={classes.search}
        />
        <Button
          leftSection={<PlusIcon size={16} strokeWidth={1.8} aria-hidden />}
          onClick={() => setOpen("new")}
        >
          {t("users.create")}
        </Button>
      </div>
      {found.length > 0 ? (
        <AccountTable accounts={found} departments={departments} onOpen={setOpen} />
      ) : (
        <p className={classes.empty}>{t("users.noMatch", { text: sought })}</p>
      )}
      <SideSheet
        opened={open !== null}
        onClose={() => setOpen(null)}
        title={edited ? t("form.editTitle", { login: edited.login }) : t("form.createTitle")}
        closeLabel={t("form.close")}
      >
        {edited && <EditAccount key={edited.id} account={edited} departments={departments} />}
        {open === "new" && <CreateAccount departments={departments} onDone={() => setOpen(null)} />}
      </SideSheet>
    </>
  );
}
