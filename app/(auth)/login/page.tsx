import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { log } from "#lib/core/log.ts";
import { getSettings } from "#lib/periods/queries.ts";
import { demonstrationAccounts } from "#lib/users/queries.ts";
import { homeOf, pathAfterSignIn } from "#lib/users/rules.ts";
import { getCurrentUser } from "#lib/users/session.ts";
import { SignIn } from "./_components/sign-in.tsx";
import classes from "./page.module.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.signIn"))("title") };
}

/** What the page needs of the database; null while that is away. */
async function readiness() {
  try {
    const [user, { demonstration }] = await Promise.all([getCurrentUser(), getSettings()]);
    return { user, demonstration: demonstration ? await demonstrationAccounts() : null };
  } catch (error) {
    log.error({ err: error }, "sign-in page without database");
    return null;
  }
}

export default async function LoginPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const next = pathAfterSignIn((await searchParams).next);
  const ready = await readiness();
  if (ready?.user?.mustChangePassword) redirect("/change-password");
  if (ready?.user) redirect(next ?? homeOf(ready.user.role));
  const t = await getTranslations("auth");
  return (
    <div className={classes.page}>
      <h1 className={classes.title}>{t("signIn.title")}</h1>
      <SignIn
        next={next}
        unavailable={ready === null}
        demonstration={ready?.demonstration ?? null}
      />
    </div>
  );
}
