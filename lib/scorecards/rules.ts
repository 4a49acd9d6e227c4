import type { CivilDate } from "#lib/core/dates.ts";
import type { TaskEvent } from "#lib/tasks/schema.ts";
import type { Card, Line, Product, Scorecards, Subject } from "./schema.ts";

/*
 * The score for results of Decree 335/2025/NĐ-CP, article 14, clause 2, from the register (the
 * decision about what counts: docs/decisions/0010-scorecard.md).
 */

/** What a return, or a missed deadline, takes from a product's quality or timeliness: 25 %. */
export const DEDUCTION = 0.25;

/** The points for results among the 100 of the whole assessment. */
export const RESULT_POINTS = 70;

/** With fewer products than this a score says little; it is marked. */
export const SMALL = 5;

/** Whoever had a task in hand at the end of a day; a task that changes department is in nobody's hand. */
export function assigneeAt(events: readonly TaskEvent[], day: CivilDate): number | null {
  let assigneeId: number | null = null;
  let departmentId: number | null = null;
  for (const event of events) {
    if (event.on > day) continue;
    if (event.kind === "HANDED_OVER") assigneeId = event.assigneeId;
    if (event.kind === "REFUSED" || event.kind === "TRANSFERRED") {
      if (event.departmentId !== departmentId) assigneeId = null;
    }
    if ("departmentId" in event) departmentId = event.departmentId;
  }
  return assigneeId;
}

/** An extension granted for objective causes: the day of the decision and the deadline it gave. */
export type ObjectiveGrant = { on: CivilDate; dueOn: CivilDate };

/**
 * The deadlines whose missing is excused: an extension was asked for too late, and granted for
 * objective causes. One asked for in time moves the deadline, and nothing was missed.
 */
export function excusedDeadlines(
  events: readonly TaskEvent[],
  grants: readonly ObjectiveGrant[],
): Set<CivilDate> {
  const excused = new Set<CivilDate>();
  let dueOn: CivilDate | null = null;
  for (const event of events) {
    if (event.kind === "EXTENSION_APPROVED" && dueOn !== null && event.requestedOn > dueOn) {
      const { on, dueOn: given } = event;
      if (grants.some((grant) => grant.on === on && grant.dueOn === given)) excused.add(dueOn);
    }
    const sets = ["ASSIGNED", "DEADLINE_CORRECTED", "EXTENSION_APPROVED"].includes(event.kind);
    if (sets && "dueOn" in event) dueOn = event.dueOn;
  }
  return excused;
}

/** What a product is worth in a, b and c: nothing while it is not completed and confirmed. */
export function worthOf({
  completedOn,
  returns,
  missed,
}: Pick<Product, "completedOn" | "returns" | "missed">): Pick<
  Line,
  "quantity" | "quality" | "timeliness"
> {
  if (completedOn === null) return { quantity: 0, quality: 0, timeliness: 0 };
  const less = (times: number) => Math.max(0, 1 - DEDUCTION * times);
  return { quantity: 1, quality: less(returns), timeliness: less(missed.length) };
}

/**
 * A card over the products assigned in a span:
 * - a, quantity = products completed ÷ assigned (clause 2, point a);
 * - b, quality = completed products, each less 25 % for every return, ÷ assigned (point b);
 * - c, timeliness = completed products, each less 25 % for every missed deadline that is not
 *   excused, ÷ assigned (point c);
 * - result = 70 × (a + b + c) ÷ 3.
 * Without anything assigned there is no score (domain rules: "chưa đủ dữ liệu").
 */
export function cardOf(products: readonly Product[]): Card {
  const assigned = products.length;
  const most = assigned === 0 ? 0 : RESULT_POINTS / assigned;
  const lines = products.map((product): Line => {
    const worth = worthOf(product);
    const points = (most * (worth.quantity + worth.quality + worth.timeliness)) / 3;
    return { product, ...worth, points, lost: most - points };
  });
  const share = (part: "quantity" | "quality" | "timeliness") =>
    lines.reduce((sum, line) => sum + line[part], 0) / assigned;
  const [a, b, c] = [share("quantity"), share("quality"), share("timeliness")];
  return {
    assigned,
    completed: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    score: assigned === 0 ? null : { a, b, c, result: (RESULT_POINTS * (a + b + c)) / 3 },
    lines: [...lines].sort((one, other) => other.lost - one.lost),
  };
}

/** The one card that is asked for, or all; null where it is none of these. */
export function chosenCards(
  cards: Scorecards,
  { department, officer }: Subject,
): Scorecards | null {
  if (department === undefined && officer === undefined) return cards;
  const departments = cards.departments.filter(({ code }) => code === department);
  const officers = cards.officers.filter(({ login }) => login === officer);
  return departments.length + officers.length === 1 ? { ...cards, departments, officers } : null;
}
