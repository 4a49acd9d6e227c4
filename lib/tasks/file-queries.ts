import { z } from "zod";
import { database, Prisma } from "#lib/core/db.ts";
import type { StoredContent } from "#lib/files/queries.ts";
import type { FileView } from "#lib/files/schema.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { visibleDirectives } from "./directive-queries.ts";
import { visibleTasks } from "./lateness.ts";
import { taskScopeOf } from "./policy.ts";
import type { TaskFile } from "./views.ts";

/*
 * Files are read here, above tasks, because who may see a file follows from the task or
 * directive that it belongs to.
 */

const FILE_COLUMNS = Prisma.sql`file.id::text as id, file.name, file.media_type as "mediaType", file.size`;
const ORIGIN_COLUMNS = Prisma.sql`file.uploaded_at as "uploadedAt",
  (select display_name from user_account where id = file.uploaded_by_id) as "uploadedBy"`;

/** The links that lead to something that the viewer may see. */
function visibleLinks(viewer: Viewer): Prisma.Sql {
  return Prisma.sql`(
    exists (select from task
      where task.id = coalesce(link.task_id,
          (select task_id from extension where extension.id = link.extension_id))
        and ${visibleTasks(taskScopeOf(viewer))})
    or exists (select from directive
      where directive.id = link.directive_id and ${visibleDirectives(viewer)}))`;
}

/**
 * A file for whoever may see what it belongs to; one that belongs to nothing yet only for who
 * uploaded it.
 * @returns null when there is no such file or it is not for the viewer
 */
export async function getFile(
  viewer: Viewer & { id: number },
  fileId: string,
): Promise<(FileView & StoredContent) | null> {
  if (!z.uuid().safeParse(fileId).success) return null;
  const [file] = await database().$queryRaw<(FileView & StoredContent)[]>`
    select ${FILE_COLUMNS}, file.storage_key as "storageKey", file.sha256
    from stored_file as file
    where file.id = ${fileId}::uuid and (
      exists (select from file_link as link
        where link.file_id = file.id and ${visibleLinks(viewer)})
      or (file.uploaded_by_id = ${viewer.id}
        and not exists (select from file_link as link where link.file_id = file.id)))`;
  return file ?? null;
}

/** All files of a task: its own, those of its events and of its extensions; the oldest first. */
export async function filesOfTask(viewer: Viewer, taskId: number): Promise<TaskFile[]> {
  return database().$queryRaw<TaskFile[]>`
    select ${FILE_COLUMNS}, ${ORIGIN_COLUMNS},
      link.event_sequence as "eventSequence", link.extension_id as "extensionId"
    from file_link as link join stored_file as file on file.id = link.file_id
    where (link.task_id = ${taskId}
        or link.extension_id in (select id from extension where task_id = ${taskId}))
      and ${visibleLinks(viewer)}
    order by link.id`;
}

/** The files of a directive itself, the oldest first. */
export async function filesOfDirective(
  viewer: Viewer,
  directiveId: number,
): Promise<Omit<TaskFile, "eventSequence" | "extensionId">[]> {
  return database().$queryRaw<Omit<TaskFile, "eventSequence" | "extensionId">[]>`
    select ${FILE_COLUMNS}, ${ORIGIN_COLUMNS}
    from file_link as link join stored_file as file on file.id = link.file_id
    where link.directive_id = ${directiveId} and ${visibleLinks(viewer)}
    order by link.id`;
}
