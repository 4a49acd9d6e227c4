import { tmpdir } from "node:os";
import path from "node:path";
import type { Role } from "#lib/users/schema.ts";
import { DEMO_PASSWORD } from "#prisma/seed/accounts.ts";

/** Who the journeys are made as: one demonstration account of each role. */
export const LOGINS: Record<Role, string> = {
  CHAIRMAN: "chutich",
  VICE_CHAIRMAN: "pct.kinhte",
  OFFICE: "vanphong",
  DEPARTMENT_HEAD: "tp.kinhte",
  OFFICER: "cv.datdai",
  OBSERVER: "giamsat",
  ADMIN: "quantri",
};

/** The department of the head and the officer among them. */
export const OWN_DEPARTMENT = "PHONG_KT";

/** An account that no journey signs in to or changes; strangers try to. */
export const UNTOUCHED_LOGIN = "cv.xaydung";

export const PASSWORD = DEMO_PASSWORD;

// The run's own folder, so that two runs beside each other do not take each other's sessions.
const { E2E_REPORT, E2E_BASE_URL = "http://localhost:3000" } = process.env;
const FOLDER = E2E_REPORT
  ? path.dirname(E2E_REPORT)
  : path.join(tmpdir(), `executive-desk-people-${new URL(E2E_BASE_URL).port}`);

/** Where the browser state of someone signed in is kept during a run. */
export function stateOf(role: Role): string {
  return path.join(FOLDER, `${role}.json`);
}
