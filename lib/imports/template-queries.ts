import { database } from "#lib/core/db.ts";
import { NotFoundError } from "#lib/core/errors.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { listIssuingBodies } from "#lib/directives/queries.ts";
import { listFields, listSectors } from "#lib/fields/queries.ts";
import { visibleTo } from "#lib/indicators/queries.ts";
import { listLeaders, listWorkersByDepartment } from "#lib/users/queries.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { mayImport } from "./policy.ts";
import type { ImportKind } from "./schema.ts";
import { importTemplate } from "./template.ts";

const NAMES: Record<ImportKind, string> = {
  TASKS: "mau-nhap-nhiem-vu.xlsx",
  DIRECTIVES: "mau-nhap-van-ban.xlsx",
  INDICATOR_VALUES: "mau-nhap-chi-so.xlsx",
  USERS: "mau-nhap-tai-khoan.xlsx",
};

/**
 * The workbook in which a kind is filled in, with the catalogues as they are now.
 * @throws NotFoundError for a kind that the viewer may not bring in
 */
export async function getImportTemplate(
  viewer: Viewer,
  kind: ImportKind,
): Promise<{ fileName: string; bytes: Uint8Array }> {
  if (!mayImport(viewer, kind)) throw new NotFoundError();
  const [departments, fields, sectors, bodies, leaders, workers, indicators] = await Promise.all([
    listDepartments(),
    listFields(),
    listSectors(),
    listIssuingBodies(),
    listLeaders(),
    listWorkersByDepartment(),
    database().indicator.findMany({
      where: visibleTo(viewer),
      orderBy: [{ sector: { position: "asc" } }, { position: "asc" }],
      select: { code: true, name: true },
    }),
  ]);
  const bytes = await importTemplate(kind, {
    department: departments.filter(({ active }) => active),
    field: fields.filter(({ active }) => active),
    sector: sectors,
    issuingBody: bodies,
    indicator: indicators,
    leaders: leaders.map(({ name }) => name),
    workers: [...new Set(Object.values(workers).flatMap((own) => own.map(({ name }) => name)))],
  });
  return { fileName: NAMES[kind], bytes };
}
