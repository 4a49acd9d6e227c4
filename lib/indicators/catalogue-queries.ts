import { database } from "#lib/core/db.ts";
import { ForbiddenError } from "#lib/core/errors.ts";
import type { Viewer } from "#lib/users/schema.ts";
import type { CatalogueIndicator, CatalogueTarget, DelegateChoice } from "./catalogue.ts";
import { mayEditIndicators } from "./policy.ts";
import { TARGET_COLUMNS, targetOf } from "./queries.ts";

/** All indicators, also those that are no longer reported, for whoever keeps them. @throws ForbiddenError */
export async function listCatalogue(viewer: Viewer): Promise<CatalogueIndicator[]> {
  if (!mayEditIndicators(viewer)) throw new ForbiddenError();
  const rows = await database().indicator.findMany({
    orderBy: [{ sector: { position: "asc" } }, { position: "asc" }],
    select: {
      code: true,
      name: true,
      nameEn: true,
      unit: true,
      direction: true,
      aggregation: true,
      active: true,
      department: { select: { code: true } },
      sector: { select: { code: true } },
      delegate: { select: { id: true, displayName: true } },
      values: { take: 1, select: { month: true } },
    },
  });
  return rows.map(({ department, sector, delegate, values, ...row }) => ({
    ...row,
    department: department.code,
    sector: sector.code,
    delegate: delegate && { id: delegate.id, name: delegate.displayName },
    used: values.length > 0,
  }));
}

/** A year's targets, for whoever keeps them. @throws ForbiddenError */
export async function listYearTargets(viewer: Viewer, year: number): Promise<CatalogueTarget[]> {
  if (!mayEditIndicators(viewer)) throw new ForbiddenError();
  const rows = await database().target.findMany({
    where: { startMonth: { gte: `${year}-01`, lte: `${year}-12` } },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, ...TARGET_COLUMNS, indicator: { select: { code: true } } },
  });
  return rows.map(({ id, indicator, ...row }) => ({
    id,
    ...targetOf(row, indicator?.code ?? null),
  }));
}

/** The officers who may be given indicators of their department. @throws ForbiddenError */
export async function listDelegates(viewer: Viewer): Promise<DelegateChoice[]> {
  if (!mayEditIndicators(viewer)) throw new ForbiddenError();
  const people = await database().user.findMany({
    where: { role: "OFFICER", disabledAt: null, department: { isNot: null } },
    orderBy: [{ displayName: "asc" }, { id: "asc" }],
    select: { id: true, displayName: true, department: { select: { code: true } } },
  });
  return people.map(({ id, displayName, department }) => ({
    id,
    name: displayName,
    department: department?.code ?? "",
  }));
}
