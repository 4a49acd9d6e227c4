import { formatMonth } from "#lib/core/i18n/format.ts";
import type { Named, PeriodTask } from "#lib/snapshots/schema.ts";
import { type Content, count, date, say, text, type Value, writtenAll } from "./content.ts";
import type { MonthlyReport } from "./schema.ts";

/*
 * How the report speaks of its subjects. A document of a Vietnamese authority is in Vietnamese,
 * whatever language its reader works in.
 */

/** An issuing commune by its parts: "Xã Bát Tràng" → UBND XÃ BÁT TRÀNG, in Bát Tràng. */
export function communeOf({ communeName }: Pick<MonthlyReport, "communeName">) {
  const [, place = communeName] =
    /^(?:xã|phường|đặc khu|thị trấn)\s+(.+)$/iu.exec(communeName) ?? [];
  const within = communeName.charAt(0).toLocaleLowerCase("vi") + communeName.slice(1);
  return { name: communeName, place, committee: `Ủy ban nhân dân ${within}` };
}

const named = (entries: readonly Named[], code: string) =>
  entries.find((entry) => entry.code === code) ?? { code, name: code, short: code };

/** The official name of a department. */
export function departmentName({ names }: MonthlyReport, code: string): string {
  return named(names.departments, code).name;
}

/** The official name of a field. */
export function fieldName({ names }: MonthlyReport, code: string): string {
  return named(names.fields, code).name;
}

/** Who reports: the committee, or the one department. */
export function reporterOf(report: MonthlyReport): string {
  return report.department === null
    ? communeOf(report).committee
    : departmentName(report, report.department);
}

/** "tháng 04/2026" */
export function ofMonth(month: MonthlyReport["period"]["month"]): string {
  return `tháng ${formatMonth(month)}`;
}

/** What a change since the month before is called: "tăng 12", "giảm 3", "không thay đổi". */
export function changeWords(now: number, before: number): Content {
  if (now === before) return [text("không thay đổi")];
  return now > before ? say`tăng ${count(now - before)}` : say`giảm ${count(before - now)}`;
}

/** How a late task stands at the end of the period. */
export function lateStatus({ late, status, dueOn }: PeriodTask): Value {
  if (late === null) return text("");
  if (late.outstanding) {
    return text(status === "SUBMITTED" ? "Còn quá hạn, chờ xác nhận" : "Còn quá hạn");
  }
  const on = date(late.endedOn);
  switch (late.endedBy) {
    case "COMPLETED":
      return joined(say`Hoàn thành ngày ${on}`);
    case "EXTENDED":
      return joined(say`Được gia hạn đến ${date(dueOn)}`);
    case "CANCELLED":
      return joined(say`Dừng thực hiện ngày ${on}`);
    case "PAUSED":
      return joined(say`Tạm dừng ngày ${on}`);
    default:
      return text("Đã xử lý");
  }
}

function joined(content: Content): Value {
  return text(writtenAll(content));
}

/** The reason of a late task, its kind and what the department adds. */
export function reasonOf({ names }: MonthlyReport, { reason }: PeriodTask): string {
  if (reason === null) return "";
  const kind = reasonName(names.reasons, reason.kind);
  return reason.text.trim() === "" ? kind : `${kind}: ${reason.text.trim()}`;
}

export function reasonName(kinds: MonthlyReport["names"]["reasons"], code: string): string {
  return kinds.find((kind) => kind.code === code)?.name ?? code;
}

/** The directive that a task came with: "57/TB-UBND ngày 05/03/2026". */
export function directiveOf({ directive }: PeriodTask): string {
  if (directive === null) return "";
  if (directive.issuedOn === null) return directive.number;
  return writtenAll(say`${directive.number} ngày ${date(directive.issuedOn)}`);
}
