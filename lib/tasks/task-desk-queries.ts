import { database } from "#lib/core/db.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import type { CurrentUser } from "#lib/users/schema.ts";
import { getVerbChoices } from "./choice-queries.ts";
import { filesOfTask } from "./file-queries.ts";
import type { TaskDesk, VerbChoices, WrittenTask } from "./views.ts";
import { subTasksOf, workOn } from "./work-queries.ts";
import { writtenOf } from "./written-queries.ts";

/** @returns null when there is no such task or the viewer may not see it */
export async function getTaskDesk(
  viewer: CurrentUser,
  id: number,
  locale: Locale,
): Promise<TaskDesk | null> {
  const work = (await workOn(viewer, [id])).get(id);
  if (!work) return null;
  const [written, parent, choices, parts, files] = await Promise.all([
    writtenOf(database(), id),
    parentOf(id),
    getVerbChoices(viewer, work.leadDepartmentId, locale),
    subTasksOf(viewer, id),
    filesOfTask(viewer, id),
  ]);
  return { work, written, choices: withStanding(choices, written), parts, parent, files };
}

/** Choices with what stands there already, even where it is no longer offered. */
function withStanding(choices: VerbChoices, written: WrittenTask): VerbChoices {
  const keep = (offered: VerbChoices["fields"], standing: VerbChoices["fields"]) => [
    ...offered,
    ...standing.filter(({ value }) => !offered.some((each) => each.value === value)),
  ];
  const coded = (code: string) => ({ value: code, label: code });
  const { leaderId, leaderName } = written;
  const leader = leaderId === null ? [] : [{ value: `${leaderId}`, label: leaderName ?? "" }];
  return {
    ...choices,
    fields: keep(choices.fields, [coded(written.field)]),
    departments: keep(choices.departments, written.cooperating.map(coded)),
    leaders: keep(choices.leaders, leader),
  };
}

/** The task of which this is a part. */
async function parentOf(id: number): Promise<TaskDesk["parent"]> {
  const task = await database().task.findUniqueOrThrow({
    where: { id },
    select: { parent: { select: { id: true, code: true, title: true } } },
  });
  return task.parent;
}
