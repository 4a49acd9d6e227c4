import { database } from "#lib/core/db.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import type { CurrentUser } from "#lib/users/schema.ts";
import { filesOfTask, type TaskFile } from "./file-queries.ts";
import {
  getVerbChoices,
  type SubTask,
  subTasksOf,
  type TaskWork,
  type VerbChoices,
  workOn,
} from "./work-queries.ts";

/** What is written about a task, for the form that edits it. */
export type WrittenTask = {
  title: string;
  deliverable: string | null;
  decidingAuthority: string | null;
  dueWording: string | null;
  priority: "NORMAL" | "HIGH";
  /** Codes. */
  field: string;
  sector: string | null;
  cooperating: string[];
  leaderId: number | null;
};

/** All that someone works on a task with, beside what there is to read about it. */
export type TaskDesk = {
  work: TaskWork;
  written: WrittenTask;
  choices: VerbChoices;
  parts: SubTask[];
  /** The task of which this is a part. */
  parent: { id: number; code: string; title: string } | null;
  files: TaskFile[];
};

/** @returns null when there is no such task or the viewer may not see it */
export async function getTaskDesk(
  viewer: CurrentUser,
  id: number,
  locale: Locale,
): Promise<TaskDesk | null> {
  const work = (await workOn(viewer, [id])).get(id);
  if (!work) return null;
  const [written, choices, parts, files] = await Promise.all([
    writtenOf(id),
    getVerbChoices(work.leadDepartmentId, locale),
    subTasksOf(viewer, id),
    filesOfTask(viewer, id),
  ]);
  const { parent, ...content } = written;
  return { work, written: content, choices: withStanding(choices, content), parts, parent, files };
}

/** Choices with what stands there already, even where it is no longer offered. */
function withStanding(choices: VerbChoices, written: WrittenTask): VerbChoices {
  const keep = (offered: VerbChoices["fields"], values: readonly (string | null)[]) => [
    ...offered,
    ...values
      .filter((value) => value !== null && !offered.some((each) => each.value === value))
      .map((value) => ({ value: String(value), label: String(value) })),
  ];
  return {
    ...choices,
    fields: keep(choices.fields, [written.field]),
    departments: keep(choices.departments, written.cooperating),
    leaders: keep(choices.leaders, [written.leaderId === null ? null : String(written.leaderId)]),
  };
}

/** What is written about a task; nobody's right is asked here. */
async function writtenOf(id: number): Promise<WrittenTask & Pick<TaskDesk, "parent">> {
  const { field, sector, cooperations, ...own } = await database().task.findUniqueOrThrow({
    where: { id },
    select: {
      title: true,
      deliverable: true,
      decidingAuthority: true,
      dueWording: true,
      priority: true,
      leaderId: true,
      parent: { select: { id: true, code: true, title: true } },
      field: { select: { code: true } },
      sector: { select: { code: true } },
      cooperations: { select: { department: { select: { code: true } } } },
    },
  });
  return {
    ...own,
    field: field.code,
    sector: sector?.code ?? null,
    cooperating: cooperations.map(({ department }) => department.code),
  };
}
