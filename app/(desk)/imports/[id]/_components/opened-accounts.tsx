import { Button, CopyButton } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { PlainTable } from "#components/ui/plain-table.tsx";
import type { OpenedAccount } from "#lib/imports/views.ts";
import classes from "./steps.module.css";

/** The initial passwords of new accounts, shown this once: to be copied or printed. */
export function OpenedAccounts({
  accounts,
  onDone,
}: {
  accounts: readonly OpenedAccount[];
  onDone: () => void;
}) {
  const t = useTranslations("imports.screen.opened");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const title = t("title", { count: accounts.length });
  const text = accounts.map(({ login, password }) => `${login}\t${password}`).join("\n");
  return (
    <section className={classes.step} data-opened="">
      <h3 ref={heading} tabIndex={-1} className={classes.heading}>
        {title}
      </h3>
      <p>{t("explanation")}</p>
      <PlainTable caption={title}>
        <thead>
          <tr>
            <th scope="col">{t("login")}</th>
            <th scope="col">{t("password")}</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map(({ login, password }) => (
            <tr key={login}>
              <th scope="row">{login}</th>
              <td className={classes.password}>{password}</td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
      <div className={classes.answers}>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? t("copied") : t("copy")}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" onClick={() => window.print()}>
          {t("print")}
        </Button>
        <Button onClick={onDone}>{t("done")}</Button>
      </div>
    </section>
  );
}
