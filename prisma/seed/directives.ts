import { addDays, later, weekdayOf } from "#lib/core/dates.ts";
import type { Level } from "#lib/tasks/schema.ts";
import type { DirectiveType, Urgency } from "#prisma/generated/enums.ts";
import { workingDayUntil } from "./calendar.ts";
import { bodyOf, numbered, signerOf } from "./issuing.ts";
import {
  COMMUNE_BEGINS,
  type DirectiveDraft,
  knownDirectives,
  NOT_FOR_OTHERS,
} from "./knownDirectives.ts";
import { phrases } from "./phrases.ts";
import { type Random, randomOf } from "./random.ts";
import type { Sketch } from "./sketch.ts";

type Levels = ReadonlyMap<string, Level>;

/** How many tasks one directive gives at most. */
function capacityOf({ key, field }: Sketch): number {
  if (key.startsWith("may/")) return 60;
  switch (field) {
    case "TBKL_UBND":
      return 6;
    case "PM_GIAO_NHIEM_VU":
      return 3;
    case "QLVB_DIEU_HANH":
      return 2;
    default:
      return 1;
  }
}

/** Areas of work that one meeting goes through together. */
const AGENDAS: readonly { topic: string; sectors: readonly string[] }[] = [
  {
    topic: "quản lý đất đai, quy hoạch, trật tự xây dựng và môi trường",
    sectors: ["DAT_DAI", "QUY_HOACH", "TRAT_TU_XAY_DUNG", "MOI_TRUONG_DO_THI"],
  },
  { topic: "đầu tư công, giải phóng mặt bằng", sectors: ["DAU_TU_CONG", "GPMB"] },
  { topic: "phát triển kinh tế, thu ngân sách", sectors: ["KINH_TE", "TAI_CHINH_NGAN_SACH"] },
  {
    topic: "công tác điều hành, cải cách hành chính, tiếp công dân",
    sectors: ["CHI_DAO_DIEU_HANH", "NOI_VU", "CCHC_CHUYEN_DOI_SO", "TIEP_CONG_DAN_KNTC"],
  },
  {
    topic: "văn hóa, giáo dục, y tế, an sinh xã hội",
    sectors: ["VAN_HOA_THE_THAO", "GIAO_DUC", "Y_TE", "AN_SINH_XA_HOI"],
  },
  { topic: "quốc phòng, an ninh", sectors: ["QUOC_PHONG_AN_NINH"] },
];

function agendaOf(sector: string): string {
  const agenda = AGENDAS.find(({ sectors }) => sectors.includes(sector));
  if (!agenda) throw new Error(`No meeting about ${sector}`);
  return agenda.topic;
}

/** What tasks of one directive have in common. */
function themeOf({ field, sector }: Sketch): string {
  return field === "TBKL_UBND" ? agendaOf(sector) : sector;
}

type Group = { sketch: Sketch; body: string; size: number; draft: DirectiveDraft };

/**
 * Gives every task its directive: the known one that it names, one that fits, or one made up
 * for it and others of its kind in the same week.
 * @param sketches in the order in which they were given
 * @returns all directives, and the one of each task by the task's key (none: without paper)
 */
export function directivesFor(
  sketches: readonly Sketch[],
  levels: Levels,
): { directives: DirectiveDraft[]; byTask: ReadonlyMap<string, DirectiveDraft> } {
  const known = knownDirectives();
  const byTask = new Map<string, DirectiveDraft>();
  const groups: Group[] = [];
  const open = new Map<string, Group>();
  for (const sketch of sketches) {
    const { source, key } = sketch;
    if (source.kind === "none") continue;
    const random = randomOf(`${key}/directive`);
    if (source.kind === "known") {
      const named = known.find(({ number }) => number === source.number);
      if (!named) throw new Error(`Unknown directive ${source.number}`);
      byTask.set(key, named);
      continue;
    }
    const fitting = fittingOf(sketch, source.level, known, levels, random);
    if (fitting) {
      byTask.set(key, fitting);
      continue;
    }
    const body = bodyOf(sketch, source.level, random);
    const week = addDays(sketch.assignedOn, 1 - weekdayOf(sketch.assignedOn));
    const theme = key.startsWith("may/") ? "may" : themeOf(sketch);
    const name = [body, sketch.field, week, theme].join("/");
    const running = open.get(name);
    const full = !running || running.size >= capacityOf(sketch);
    const group = full ? { sketch, body, size: 0, draft: draftOf(sketch, body, random) } : running;
    group.size += 1;
    if (full) {
      open.set(name, group);
      groups.push(group);
    }
    byTask.set(key, group.draft);
  }
  const made = groups.map(({ draft }) => draft);
  numbered(made, new Set(known.map(({ number }) => number)));
  return { directives: [...known, ...made], byTask };
}

/** A real directive that the task may well carry out; always for what comes from the centre. */
function fittingOf(
  { sector, field, assignedOn }: Sketch,
  level: Level,
  known: readonly DirectiveDraft[],
  levels: Levels,
  random: Random,
): DirectiveDraft | null {
  if (level !== "CENTRAL" && !(level === "CITY" && random.chance(0.15))) return null;
  if (field === "TBKL_UBND") return null;
  const fitting = known.filter(
    (directive) =>
      levels.get(directive.body) === level &&
      !NOT_FOR_OTHERS.includes(directive.number) &&
      directive.sector === sector &&
      directive.receivedOn <= assignedOn &&
      (level === "CENTRAL" || directive.receivedOn >= addDays(assignedOn, -200)),
  );
  return fitting.length > 0 ? random.pick(fitting) : null;
}

function draftOf(sketch: Sketch, body: string, random: Random): DirectiveDraft {
  const { assignedOn, field, sector } = sketch;
  const ownPaper = field === "TBKL_UBND";
  const receivedOn = workingDayUntil(addDays(assignedOn, -random.integer(0, ownPaper ? 1 : 2)));
  const issuedOn = ownPaper
    ? receivedOn
    : workingDayUntil(addDays(receivedOn, -random.integer(1, 4)));
  const type = typeOf(sketch, body, random);
  return {
    number: "",
    issuedOn,
    receivedOn: later(receivedOn, COMMUNE_BEGINS),
    body,
    type,
    abstract: abstractOf(sketch, body, type, random),
    sector,
    signerPosition: signerOf(body),
    urgency: random.weighted<Urgency>([
      ["NORMAL", 86],
      ["URGENT", 11],
      ["EXPRESS", 3],
    ]),
  };
}

function typeOf({ key, field }: Sketch, body: string, random: Random): DirectiveType {
  switch (field) {
    case "TBKL_UBND":
      return "CONCLUSION_NOTICE";
    case "PM_GIAO_NHIEM_VU":
      return "ASSIGNMENT";
    case "DON_THU_KNTC":
      return key.startsWith("may/") ? "CONCLUSION_NOTICE" : "PETITION";
    case "KL_THANH_TRA": {
      if (key.startsWith("may/")) return "CONCLUSION_NOTICE";
      // Of the 17 in April, 14 are conclusions and 3 other documents.
      const isOther = /^april\/.*\/(4|10|16)$/.test(key);
      return isOther ? "OFFICIAL_LETTER" : "INSPECTION_CONCLUSION";
    }
    default:
      return body === "UBND_TP" && random.chance(0.2) ? "PLAN" : "OFFICIAL_LETTER";
  }
}

function abstractOf(sketch: Sketch, body: string, type: DirectiveType, random: Random): string {
  const topic = random.pick(phrases.topics[sketch.sector] ?? []);
  switch (type) {
    case "CONCLUSION_NOTICE": {
      const leader = body === "UBND_XA" ? "tập thể UBND xã" : signerOf(body);
      if (sketch.key.startsWith("may/")) {
        return `Kết luận của ${leader} về nhiệm vụ trọng tâm tháng 5/2026`;
      }
      const meeting = random.pick(["cuộc họp", "buổi làm việc", "giao ban tuần"]);
      return `Kết luận của ${leader} tại ${meeting} về ${agendaOf(sketch.sector)}`;
    }
    case "ASSIGNMENT":
      return `Giao nhiệm vụ ${topic}`;
    case "PETITION":
      return sketch.title.replace("Giải quyết đơn", "Đơn");
    case "INSPECTION_CONCLUSION":
      return sketch.title.replace("Thực hiện kết luận", "Kết luận");
    case "PLAN":
      return `Kế hoạch ${topic}`;
    default:
      return sketch.field === "KL_THANH_TRA" ? `V/v ${sketch.title}` : `V/v ${topic}`;
  }
}
