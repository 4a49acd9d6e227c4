import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "#components/ui/page-header.tsx";
import { ClientMessages } from "#lib/core/i18n/client-messages.tsx";
import { DIRECTIVE_TYPES, URGENCIES } from "#lib/directives/schema.ts";
import { getRegisterCatalogue } from "#lib/tasks/choice-queries.ts";
import { mayRegister } from "#lib/tasks/policy.ts";
import { requireUser } from "#lib/users/session.ts";
import { RegisterForm } from "./_components/register-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("registering"))("title") };
}

/** A directive is registered, with its files and tasks. */
export default async function RegisterDirectivePage() {
  const user = await requireUser(mayRegister);
  const [catalogue, t, d] = await Promise.all([
    getLocale().then((locale) => getRegisterCatalogue(user, locale)),
    getTranslations("registering"),
    getTranslations("directives"),
  ]);
  const own = catalogue.leaders.some(({ value }) => value === String(user.id));
  return (
    <>
      <PageHeader title={t("title")} />
      <ClientMessages namespaces={["registering", "work", "files", "tasks"]}>
        <RegisterForm
          owner={user.login}
          leaderId={own ? String(user.id) : ""}
          catalogue={{
            ...catalogue,
            types: DIRECTIVE_TYPES.map((type) => ({ value: type, label: d(`type.${type}`) })),
            urgencies: URGENCIES.map((each) => ({ value: each, label: d(`urgency.${each}`) })),
          }}
        />
      </ClientMessages>
    </>
  );
}
