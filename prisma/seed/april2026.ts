import { type CivilMonth, civilDate } from "#lib/core/dates.ts";
import { timelineOf } from "#lib/tasks/rules.ts";
import type { TaskEvent } from "#lib/tasks/schema.ts";

/**
 * The tasks that the report of 04/2026 counted as late, rebuilt so that the engine counts
 * them again: which department and field they lie in is not published and was allotted so
 * that both published margins and the split into carried over and new come out.
 */
export type Cell = { department: string; carriedOver: number; newlyOverdue: number };

const cell = (department: string, carriedOver: number, newlyOverdue: number): Cell => ({
  department,
  carriedOver,
  newlyOverdue,
});

export const LATE_IN_APRIL: Readonly<Record<string, readonly Cell[]>> = {
  TBKL_UBND: [
    cell("PHONG_KT", 33, 28),
    cell("BAN_QLDA", 6, 4),
    cell("PHONG_VHXH", 3, 3),
    cell("VP_HDND_UBND", 2, 2),
    cell("CONG_AN", 1, 1),
    cell("TRAM_YT", 0, 1),
  ],
  QLVB_DIEU_HANH: [
    cell("PHONG_KT", 11, 20),
    cell("PHONG_VHXH", 1, 2),
    cell("CONG_AN", 1, 2),
    cell("BAN_QLDA", 1, 1),
    cell("VP_HDND_UBND", 1, 1),
    cell("TRAM_YT", 1, 1),
    cell("BCH_QS", 0, 1),
  ],
  PM_GIAO_NHIEM_VU: [
    cell("PHONG_KT", 3, 24),
    cell("PHONG_VHXH", 1, 3),
    cell("BAN_QLDA", 0, 2),
    cell("TRAM_YT", 0, 2),
    cell("CONG_AN", 0, 1),
    cell("BCH_QS", 0, 1),
    cell("TT_DVTH", 0, 1),
    cell("VP_HDND_UBND", 0, 1),
  ],
  DON_THU_KNTC: [
    cell("PHONG_KT", 8, 0),
    cell("VP_HDND_UBND", 1, 0),
    cell("CONG_AN", 1, 0),
    cell("BAN_QLDA", 1, 0),
  ],
  KL_THANH_TRA: [cell("PHONG_KT", 14, 0), cell("BAN_QLDA", 2, 0), cell("VP_HDND_UBND", 1, 0)],
};

/** In which months the carried-over ones first fell late. */
export const FIRST_LATE: Readonly<Record<string, readonly (readonly [CivilMonth, number])[]>> = {
  TBKL_UBND: [
    ["2025-10", 3],
    ["2025-11", 4],
    ["2025-12", 6],
    ["2026-01", 7],
    ["2026-02", 8],
    ["2026-03", 17],
  ],
  QLVB_DIEU_HANH: [
    ["2026-02", 4],
    ["2026-03", 12],
  ],
  PM_GIAO_NHIEM_VU: [["2026-02", 4]],
  DON_THU_KNTC: [
    ["2025-10", 1],
    ["2025-11", 2],
    ["2025-12", 2],
    ["2026-01", 2],
    ["2026-02", 2],
    ["2026-03", 2],
  ],
  KL_THANH_TRA: [
    ["2025-09", 1],
    ["2025-10", 2],
    ["2025-11", 3],
    ["2025-12", 3],
    ["2026-01", 3],
    ["2026-02", 2],
    ["2026-03", 3],
  ],
};

/** How many of each department's late tasks in assignment software were finished in April. */
export const FINISHED_IN_APRIL: Readonly<Record<string, number>> = {
  PHONG_KT: 19,
  PHONG_VHXH: 3,
  BAN_QLDA: 1,
  TRAM_YT: 2,
  CONG_AN: 1,
  BCH_QS: 1,
  TT_DVTH: 1,
};

const APRIL_BEGINS = civilDate("2026-04-01");
const APRIL_ENDS = civilDate("2026-04-30");
/** The last day in April on which anything was recorded: the 30th is a holiday. */
export const LAST_DAY_IN_APRIL = civilDate("2026-04-29");
/** By then everything finished in April is confirmed. */
const APRIL_SETTLED = civilDate("2026-05-04");

/**
 * Whether a history leaves the late tasks of April as they are, however much of it has been
 * written down by any day from 30 April on, and does not change later what April had finished.
 */
export function leavesAprilAlone(events: readonly TaskEvent[]): boolean {
  const assignedOn = events[0]?.on ?? APRIL_ENDS;
  if (assignedOn > APRIL_ENDS) return true;
  const known = events.findIndex(({ on }) => on > LAST_DAY_IN_APRIL);
  for (let end = known < 0 ? events.length : known; end <= events.length; end += 1) {
    const { spells } = timelineOf(events.slice(0, end));
    const touches = spells.some(
      ({ fromOn, toOn }) => fromOn <= APRIL_ENDS && (toOn === null || toOn >= APRIL_BEGINS),
    );
    if (touches) return false;
  }
  const final = timelineOf(events);
  const finishedByThen = final.completedOn !== null && final.completedOn <= APRIL_ENDS;
  return !events.some(
    ({ kind, on }) =>
      (kind === "REOPENED" && on > LAST_DAY_IN_APRIL) ||
      (kind === "CONFIRMED" && finishedByThen && on > APRIL_SETTLED),
  );
}

/** Whether a task is finished for good by the end of April. */
export function isFinishedInApril(events: readonly TaskEvent[]): boolean {
  const { status } = timelineOf(events);
  return status === "COMPLETED" && events.every(({ on }) => on <= LAST_DAY_IN_APRIL);
}
