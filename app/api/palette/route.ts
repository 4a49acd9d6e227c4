import type { NextRequest } from "next/server";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import type { PaletteAnswer } from "#components/layout/palette-answer.ts";
import { foldedMatch } from "#lib/core/fold.ts";
import { catalogueName, formatCivilDate } from "#lib/core/i18n/format.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { getSettings } from "#lib/periods/queries.ts";
import { findDepartments, findDirectives, findTasks } from "#lib/tasks/palette-queries.ts";
import type { CurrentUser } from "#lib/users/schema.ts";
import { getCurrentUser } from "#lib/users/session.ts";
import { commandsOf } from "./commands.ts";

const querySchema = z.string().trim().max(200);

/** What the palette finds for the words typed so far; without any, only where one may go. */
export async function GET(request: NextRequest): Promise<Response> {
  const user = await getCurrentUser();
  const headers = { "Cache-Control": "no-store" };
  if (!user || user.mustChangePassword) return Response.json(null, { status: 401, headers });
  const { data: text } = querySchema.safeParse(request.nextUrl.searchParams.get("q") ?? "");
  if (text === undefined) return Response.json(null, { status: 400, headers });
  const groups = [
    ...(await commandGroup(user, text)),
    ...(text ? await foundGroups(user, text) : []),
  ];
  const answer: PaletteAnswer = { groups: groups.filter(({ items }) => items.length > 0) };
  return Response.json(answer, { headers });
}

type Groups = PaletteAnswer["groups"];

async function commandGroup(user: CurrentUser, text: string): Promise<Groups> {
  const [t, settings] = await Promise.all([getTranslations("palette"), getSettings()]);
  const items = commandsOf(user, settings)
    .map(({ name, href }) => ({ href, label: t(`commands.${name}`), detail: "" }))
    .filter(({ label }) => text === "" || foldedMatch(text, label));
  return [{ kind: "command", label: t("groups.commands"), items }];
}

async function foundGroups(user: CurrentUser, text: string): Promise<Groups> {
  const [t, locale, departments, foundDepartments, tasks, directives] = await Promise.all([
    getTranslations("palette"),
    getLocale(),
    listDepartments(),
    findDepartments(user, text),
    findTasks(user, text),
    findDirectives(user, text),
  ]);
  const shortOf = (code: string) => {
    const department = departments.find((entry) => entry.code === code);
    return department && (locale === "en" ? department.shortEn : department.short);
  };
  return [
    {
      kind: "department",
      label: t("groups.departments"),
      items: foundDepartments.map((department) => ({
        href: `/tasks?department=${department.code}`,
        label: catalogueName(department, locale),
        detail: t("departmentTasks"),
      })),
    },
    {
      kind: "task",
      label: t("groups.tasks"),
      items: tasks.map(({ id, code, title, department, dueOn }) => ({
        href: `/tasks/${id}`,
        label: title,
        detail: [code, shortOf(department), dueOn && t("due", { day: formatCivilDate(dueOn) })]
          .filter(Boolean)
          .join(" · "),
      })),
    },
    {
      kind: "directive",
      label: t("groups.directives"),
      items: directives.map(({ id, number, abstract }) => ({
        href: `/directives/${id}`,
        label: number,
        detail: abstract,
      })),
    },
  ];
}
