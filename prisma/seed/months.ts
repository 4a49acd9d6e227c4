import {
  addDays,
  type CivilDate,
  type CivilMonth,
  civilDate,
  lastDayOf,
  later,
  monthOf,
} from "#lib/core/dates.ts";
import type { Level } from "#lib/tasks/schema.ts";
import { isFinishedInApril, LAST_DAY_IN_APRIL, leavesAprilAlone } from "./april2026.ts";
import { workingDaysAfter, workingDaysOf, workingDayUntil } from "./calendar.ts";
import {
  cityVolumeOf,
  INSPECTION_SHARES,
  isCityMonth,
  latenessOf,
  PETITION_SHARES,
  SHARES,
  TERMS,
} from "./habits.ts";
import { type Random, randomOf } from "./random.ts";
import { settle } from "./settle.ts";
import type { PlannedTask, Reference, Sketch, Source } from "./sketch.ts";
import type { TitleBook } from "./titles.ts";

type Kind = { field: string; source: Source };

const madeUp = (level: Level): Source => ({ kind: "madeUp", level });

/** The mixture of a month: what it is counted under and where it comes from. */
function kindsOf(month: CivilMonth, count: number, random: Random): Kind[] {
  const repeat = (times: number, kindAt: (index: number) => Kind) =>
    Array.from({ length: Math.max(times, 0) }, (_, index) => kindAt(index));
  const city = cityVolumeOf(month, count);
  const petitions = Math.round(count * 0.045);
  const inspections = Math.round(count * 0.012);
  const conclusions = Math.round(count * 0.31);
  const rest = count - city - petitions - inspections - conclusions;
  const letters = repeat(Math.ceil(rest * 0.6), (): Kind => {
    const level = random.weighted<Level>([
      ["PARTY_COMMUNE", 38],
      ["OTHER", 34],
      ["CENTRAL", 14],
      ["COMMUNE", 14],
    ]);
    return { field: "QLVB_DIEU_HANH", source: madeUp(level) };
  });
  const assignments = repeat(rest - letters.length, (index): Kind => {
    const source: Source = index % 5 === 4 ? { kind: "none" } : madeUp("PARTY_COMMUNE");
    return { field: "PM_GIAO_NHIEM_VU", source };
  });
  return random.shuffled([
    ...repeat(city, (index) => ({
      field: index % 9 < 5 ? "PM_GIAO_NHIEM_VU" : "QLVB_DIEU_HANH",
      source: madeUp("CITY"),
    })),
    ...repeat(petitions, () => ({ field: "DON_THU_KNTC", source: madeUp("OTHER") })),
    ...repeat(inspections, () => ({ field: "KL_THANH_TRA", source: madeUp("OTHER") })),
    ...repeat(conclusions, () => ({ field: "TBKL_UBND", source: madeUp("COMMUNE") })),
    ...letters,
    ...assignments,
  ]);
}

/** The last days on which the city gave anything that it wanted back within April. */
const LAST_CITY_DAY = civilDate("2026-04-21");

function dueOnOf(kind: Kind, assignedOn: CivilDate, random: Random): CivilDate | null {
  const isCity = kind.source.kind === "madeUp" && kind.source.level === "CITY";
  const mayBeOpen = !isCity && ["TBKL_UBND", "QLVB_DIEU_HANH"].includes(kind.field);
  if (mayBeOpen && random.chance(0.05)) return null;
  const terms = TERMS[kind.field];
  if (!terms) throw new Error(`Unknown field ${kind.field}`);
  const plain = addDays(assignedOn, random.pick(terms));
  const monthEnd = lastDayOf(monthOf(plain));
  const rounded = random.chance(0.2) && monthEnd < addDays(plain, 8) ? monthEnd : plain;
  const dueOn = workingDayUntil(rounded);
  const soonest = workingDaysAfter(assignedOn, 3);
  if (isCity && isCityMonth(monthOf(assignedOn)) && dueOn > LAST_DAY_IN_APRIL) {
    return random.pick(workingDaysOf("2026-04").filter((day) => day >= soonest));
  }
  return later(dueOn, soonest);
}

function sketchOf(
  kind: Kind,
  given: { key: string; assignedOn: CivilDate },
  book: TitleBook,
  random: Random,
): Sketch {
  const { field, source } = kind;
  const { key, assignedOn } = given;
  const place = { key, field, source, assignedOn };
  const dueOn = dueOnOf(kind, assignedOn, random);
  const isMonthEnd = dueOn !== null && workingDayUntil(lastDayOf(monthOf(dueOn))) === dueOn;
  const [year, month] = (dueOn ?? "").split("-");
  const dueWording =
    isMonthEnd && random.chance(0.5) ? `trong tháng ${Number(month)}/${year}` : null;
  const due = { dueOn, dueWording };
  switch (field) {
    case "DON_THU_KNTC": {
      const department = random.weighted(PETITION_SHARES);
      return { ...place, ...due, department, ...book.petition(department, assignedOn, random) };
    }
    case "KL_THANH_TRA": {
      const department = random.weighted(INSPECTION_SHARES);
      return { ...place, ...due, department, ...book.inspection(department, assignedOn, random) };
    }
    default: {
      const department = random.weighted(SHARES);
      const channel = field === "TBKL_UBND" ? "K" : field === "QLVB_DIEU_HANH" ? "V" : "P";
      const content = book.work(department, channel, assignedOn, random);
      return { ...place, ...due, department, ...content };
    }
  }
}

/**
 * Makes up a month's tasks: given evenly over its working days, planned one by one.
 * @param count how many
 */
export function monthTasks(
  month: CivilMonth,
  count: number,
  book: TitleBook,
  reference: Reference,
): PlannedTask[] {
  const random = randomOf(`month/${month}`);
  const days = workingDaysOf(month);
  return kindsOf(month, count, random).map((kind, index) => {
    const isCity = kind.source.kind === "madeUp" && kind.source.level === "CITY";
    const mustFinish = isCity && isCityMonth(month);
    const usable = mustFinish ? days.filter((day) => day <= LAST_CITY_DAY) : days;
    const assignedOn = usable[Math.floor(((index + random.next()) * usable.length) / count)];
    if (assignedOn === undefined) throw new Error(`${month} has no working days`);
    const key = `${month}/${index}`;
    const sketch = sketchOf(kind, { key, assignedOn }, book, randomOf(key));
    const latest =
      assignedOn <= LAST_DAY_IN_APRIL && (mustFinish || (sketch.dueOn ?? "9") <= LAST_DAY_IN_APRIL)
        ? LAST_DAY_IN_APRIL
        : (sketch.dueOn ?? addDays(assignedOn, 30));
    return settle(
      sketch,
      reference,
      latenessOf(sketch),
      (events) => leavesAprilAlone(events) && (!mustFinish || isFinishedInApril(events)),
      latest,
    );
  });
}
