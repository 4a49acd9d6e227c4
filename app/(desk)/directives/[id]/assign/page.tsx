import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "#components/ui/page-header.tsx";
import { ClientMessages } from "#lib/core/i18n/client-messages.tsx";
import { getRegisterCatalogue } from "#lib/tasks/choice-queries.ts";
import { getDirective } from "#lib/tasks/directive-queries.ts";
import { mayRegister } from "#lib/tasks/policy.ts";
import { requireUser } from "#lib/users/session.ts";
import { RegisterForm } from "../../new/_components/register-form.tsx";

/** The id in the address of tasks that belong to no directive. */
const NONE = "none";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("registering"))("tasksTitle") };
}

/** More tasks are assigned, of a directive that is in the register or of none. */
export default async function AssignPage({ params }: { params: Promise<{ id: string }> }) {
  const user = await requireUser(mayRegister);
  const { id } = await params;
  const directive = /^[1-9]\d{0,8}$/.test(id) ? await getDirective(user, Number(id)) : null;
  if (!directive && id !== NONE) notFound();
  const [catalogue, t] = await Promise.all([
    getLocale().then((locale) => getRegisterCatalogue(user, locale)),
    getTranslations("registering"),
  ]);
  const own = catalogue.leaders.some(({ value }) => value === String(user.id));
  return (
    <>
      <PageHeader
        title={directive ? t("tasksTitleOf", { number: directive.number }) : t("tasksTitle")}
      />
      <ClientMessages namespaces={["registering", "work", "files", "tasks"]}>
        <RegisterForm
          owner={user.login}
          leaderId={own ? String(user.id) : ""}
          directive={directive?.id ?? null}
          catalogue={{ ...catalogue, types: [], urgencies: [] }}
        />
      </ClientMessages>
    </>
  );
}
