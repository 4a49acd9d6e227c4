import { z } from "zod";
import { type CivilDate, monthOf } from "#lib/core/dates.ts";
import { readData } from "./data.ts";
import type { Random } from "./random.ts";
import { required } from "./sketch.ts";

/** Where a piece of work may come from: conclusion notice, official letter, assignment software. */
export type Channel = "K" | "V" | "P";

/** Channels, title, deliverable, and the months in which such work comes up (none: any). */
const workSchema = z.tuple([z.string(), z.string(), z.string()]).rest(z.string());
const singleSchema = z.tuple([z.string(), z.string(), z.string()]);

const titles = z
  .object({
    slots: z.record(z.string(), z.array(z.string()).nonempty()),
    occasions: z.record(z.string(), z.array(z.string()).nonempty()),
    works: z.record(z.string(), z.record(z.string(), z.array(workSchema))),
    petitions: z.record(z.string(), singleSchema),
    inspections: z.record(z.string(), singleSchema),
  })
  .parse(JSON.parse(readData("titles.json")));

type Work = {
  sector: string;
  channels: string;
  title: string;
  deliverable: string;
  months: readonly string[];
};
export type Content = Pick<Work, "sector" | "title" | "deliverable">;

const works = new Map<string, readonly Work[]>(
  Object.entries(titles.works).map(([department, sectors]) => [
    department,
    Object.entries(sectors).flatMap(([sector, entries]) =>
      entries.map(([channels, title, deliverable, months]) => ({
        sector,
        channels,
        title,
        deliverable,
        months: months?.split(",") ?? [],
      })),
    ),
  ]),
);

const QUARTERS = ["I", "II", "III", "IV"];

/** What the places of a title's moment say ({ky}: its month, {dip}: its occasion, …). */
function momentOf(day: CivilDate, random: Random): ReadonlyMap<string, string> {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const week = Math.ceil(Number(day.slice(8)) / 7);
  const schoolYear = month >= 6 ? year : year - 1;
  const occasions = titles.occasions[month] ?? [];
  return new Map([
    ["nam", `${year}`],
    ["namSau", `${year + 1}`],
    ["namTruoc", `${year - 1}`],
    ["ky", `tháng ${month}/${year}`],
    ["quy", `quý ${QUARTERS[Math.floor((month - 1) / 3)]}/${year}`],
    ["tuan", `tuần ${week} tháng ${month}/${year}`],
    ["namHoc", `${schoolYear}–${schoolYear + 1}`],
    ["dip", random.pick(occasions)],
    ["dot", `${random.integer(1, 4)}`],
  ]);
}

function fill(text: string, day: CivilDate, random: Random): string {
  const moment = momentOf(day, random);
  const replace = (_: string, slot: string): string =>
    moment.get(slot) ?? random.pick(titles.slots[slot] ?? []);
  const once = text.replaceAll(/\{(\w+)\}/g, replace);
  return once.replaceAll(/\{(\w+)\}/g, replace);
}

/** Slots that name a time of their own: with one of them a title comes up only once. */
const DATED = /\{(ky|quy|tuan|dot)\}/;
/** Other titles may come up again after this many months. */
const PAUSE_MONTHS = 4;

/** Makes up what tasks are about, without repeating itself too soon. */
export class TitleBook {
  /** The months in which a title was used, counted from year 0. */
  readonly #used = new Map<string, number[]>();
  readonly #reserved: ReadonlySet<string>;

  /** @param reserved titles of real tasks, which no made-up one may bear */
  constructor(reserved: Iterable<string>) {
    this.#reserved = new Set(reserved);
  }

  /** Marks a title as used on a day, unless it was used less than `pause` months before or after. */
  #take(title: string, day: CivilDate, pause: number): boolean {
    if (this.#reserved.has(title)) return false;
    const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
    const used = this.#used.get(title) ?? [];
    if (used.some((other) => Math.abs(other - month) < pause)) return false;
    this.#used.set(title, [...used, month]);
    return true;
  }

  #draw(day: CivilDate, random: Random, choose: () => Content): Content {
    for (let attempt = 0; attempt < 400; attempt += 1) {
      const { sector, title, deliverable } = choose();
      const filled = fill(title, day, random);
      const pause = DATED.test(title) ? Number.POSITIVE_INFINITY : attempt < 200 ? PAUSE_MONTHS : 1;
      if (this.#take(filled, day, pause)) return { sector, title: filled, deliverable };
    }
    throw new Error(`No more titles for ${monthOf(day)}`);
  }

  /** Everyday work of a department. */
  work(department: string, channel: Channel, day: CivilDate, random: Random): Content {
    const month = String(Number(day.slice(5, 7)));
    const inSeason = required(works, department).filter(
      ({ months }) =>
        months.length === 0 || months.includes(month) || months.includes(monthOf(day)),
    );
    const fitting = inSeason.filter(({ channels }) => channels.includes(channel));
    return this.#draw(day, random, () => random.pick(fitting.length > 0 ? fitting : inSeason));
  }

  /** A petition that a department answers. */
  petition(department: string, day: CivilDate, random: Random): Content {
    return this.#draw(day, random, () => singleOf(titles.petitions, department));
  }

  /** What an inspection has told a department to mend. */
  inspection(department: string, day: CivilDate, random: Random): Content {
    return this.#draw(day, random, () => singleOf(titles.inspections, department));
  }
}

function singleOf(
  entries: Record<string, z.infer<typeof singleSchema>>,
  department: string,
): Content {
  const entry = entries[department];
  if (!entry) throw new Error(`No such work for ${department}`);
  const [sector, title, deliverable] = entry;
  return { sector, title, deliverable };
}
