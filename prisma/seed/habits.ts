import { type CivilMonth, civilDate } from "#lib/core/dates.ts";
import type { Sketch } from "./sketch.ts";

/** Chance that a department does not finish in time. */
const LATENESS: Readonly<Record<string, number>> = {
  PHONG_KT: 0.51,
  BAN_QLDA: 0.4,
  PHONG_VHXH: 0.24,
  CONG_AN: 0.22,
  VP_HDND_UBND: 0.18,
  TRAM_YT: 0.24,
  BCH_QS: 0.14,
  TT_DVTH: 0.16,
};
const LATENESS_ELSEWHERE = 0.1;

/** Until then the rebuilt backlog of April is most of what is late. */
const BACKLOG_KNOWN_UNTIL = civilDate("2026-04-01");

/** The chance that a task is not finished in time: what the city watches goes first. */
export function latenessOf({ department, source, dueOn }: Sketch): number {
  const usual = LATENESS[department] ?? LATENESS_ELSEWHERE;
  const watched = source.kind === "madeUp" && source.level === "CITY" ? 0.4 : 1;
  const early: boolean = dueOn !== null && dueOn < BACKLOG_KNOWN_UNTIL;
  return usual * watched * (early ? 0.5 : 1);
}

/** Share of the work that each department leads. */
export const SHARES: readonly (readonly [department: string, weight: number])[] = [
  ["PHONG_KT", 48],
  ["PHONG_VHXH", 17],
  ["VP_HDND_UBND", 11],
  ["BAN_QLDA", 9],
  ["CONG_AN", 6],
  ["TRAM_YT", 3.2],
  ["BCH_QS", 2.6],
  ["TT_DVTH", 1.4],
  ["DIEM_PVHCC", 1.2],
  ["UBMTTQ_XA", 0.6],
  ["BCD_TDDK", 0.3],
];

/** Who answers petitions. */
export const PETITION_SHARES: typeof SHARES = [
  ["PHONG_KT", 60],
  ["VP_HDND_UBND", 14],
  ["BAN_QLDA", 12],
  ["CONG_AN", 8],
  ["PHONG_VHXH", 6],
];

/** Whom inspections concern. */
export const INSPECTION_SHARES: typeof SHARES = [
  ["PHONG_KT", 60],
  ["BAN_QLDA", 20],
  ["VP_HDND_UBND", 8],
  ["PHONG_VHXH", 12],
];

/** Usual terms of a field in days. */
export const TERMS: Readonly<Record<string, readonly number[]>> = {
  TBKL_UBND: [5, 7, 10, 10, 15, 15, 20, 30, 30],
  QLVB_DIEU_HANH: [5, 5, 7, 7, 10, 10, 12, 15, 20],
  PM_GIAO_NHIEM_VU: [5, 7, 7, 10, 10, 15, 15, 20],
  DON_THU_KNTC: [30, 45, 60],
  KL_THANH_TRA: [45, 60, 90],
};

/** Tasks given in the months that are past, where known to have been more or fewer. */
const VOLUMES: Readonly<Record<string, number>> = {
  "2025-07": 78,
  "2025-08": 92,
  "2025-09": 98,
  "2025-10": 106,
  "2025-11": 110,
  "2025-12": 118,
  "2026-01": 160,
  "2026-02": 98,
  "2026-03": 180,
  "2026-04": 190,
  "2026-05": 160,
};
const USUAL_VOLUMES = [126, 84, 130, 128, 126, 124, 118, 116, 126, 132, 126, 122];

/** How many tasks are given in a month. */
export function volumeOf(month: CivilMonth): number {
  const volume = VOLUMES[month] ?? USUAL_VOLUMES[Number(month.slice(5)) - 1];
  if (volume === undefined) throw new Error(`No such month: ${month}`);
  return volume;
}

/** From January to April 2026 these come, with those of the rebuilt backlog, to 142. */
const CITY_VOLUMES: Readonly<Record<string, number>> = {
  "2026-01": 40,
  "2026-02": 28,
  "2026-03": 32,
  "2026-04": 14,
};

/** How many of the tasks made up for a month the city gives. */
export function cityVolumeOf(month: CivilMonth, volume: number): number {
  return CITY_VOLUMES[month] ?? Math.round(volume * 0.3);
}

/** Whether all that the city gave in a month was finished by the end of April 2026. */
export function isCityMonth(month: CivilMonth): boolean {
  return month in CITY_VOLUMES;
}
