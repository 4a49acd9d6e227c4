import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import classes from "./desk.module.css";
import { FloatingTip } from "./floating-tip.tsx";
import { Mark } from "./mark.tsx";

/** The frame of every screen: sections, a line with search and account, and the page. */
export function DeskShell({
  navigation,
  tools,
  owner,
  children,
}: {
  navigation: ReactNode;
  tools: ReactNode;
  /** Whose desk it is; heads what is printed. */
  owner: string;
  children: ReactNode;
}) {
  const t = useTranslations("common");
  return (
    <div className={classes.desk}>
      <a className={classes.skip} href="#content">
        {t("skipToContent")}
      </a>
      {navigation}
      <div className={classes.body}>
        <header className={classes.topbar}>
          <div className={classes.mark}>
            <Mark />
          </div>
          {tools}
        </header>
        <p className={classes.owner}>{owner}</p>
        <main id="content" tabIndex={-1} className={classes.content}>
          {children}
        </main>
      </div>
      <FloatingTip />
    </div>
  );
}

/** The frame while nobody is known: on the way to the sign-in page, or the database is away. */
export function BareShell({ children }: { children: ReactNode }) {
  return <main id="content">{children}</main>;
}
