import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { LinkButton } from "#components/ui/link-button.tsx";
import { businessToday } from "#lib/core/dates.ts";
import { readParameters, refuseEmptyPage, type SearchParameters } from "#lib/core/parameters.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { listFields, listSectors } from "#lib/fields/queries.ts";
import { getDirective } from "#lib/tasks/directive-queries.ts";
import { filesOfDirective } from "#lib/tasks/file-queries.ts";
import { taskPageSchema } from "#lib/tasks/filters.ts";
import { taskNamesOf } from "#lib/tasks/names.ts";
import { mayRegister } from "#lib/tasks/policy.ts";
import { listTasks } from "#lib/tasks/queries.ts";
import { hasDesk } from "#lib/users/policy.ts";
import { requireUser } from "#lib/users/session.ts";
import { DirectiveView } from "../_components/directive-view.tsx";

const pageSchema = z.strictObject(taskPageSchema.shape);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("directives"))("title") };
}

/** A directive with its tasks; somebody else's, and what is no id, is not there. */
export default async function DirectivePage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParameters>;
}) {
  const user = await requireUser(hasDesk);
  const { id } = await params;
  const directive = /^[1-9]\d{0,8}$/.test(id) ? await getDirective(user, Number(id)) : null;
  if (!directive) notFound();
  const state = readParameters(pageSchema, await searchParams, { numbers: ["page"] });
  const [tasks, files, departments, fields, sectors, locale, t] = await Promise.all([
    listTasks(user, { ...state, directive: directive.id }),
    filesOfDirective(user, directive.id),
    listDepartments(),
    listFields(),
    listSectors(),
    getLocale(),
    getTranslations("registering"),
  ]);
  refuseEmptyPage(state, tasks.items.length);
  return (
    <DirectiveView
      directive={directive}
      tasks={tasks}
      state={state}
      names={taskNamesOf({ departments, fields, sectors }, locale)}
      today={businessToday()}
      files={files}
      actions={
        mayRegister(user) && (
          <LinkButton href={`/directives/${directive.id}/assign`}>{t("openTasks")}</LinkButton>
        )
      }
    />
  );
}
