"use server";

import type { ActionState } from "#lib/core/action.ts";
import { mayEditCalendar } from "#lib/periods/policy.ts";
import {
  calendarDayChangeSchema,
  calendarDayReferenceSchema,
  newCalendarDaySchema,
} from "#lib/periods/schema.ts";
import * as service from "#lib/periods/service.ts";
import { runAction } from "#lib/users/action.ts";

const PAGE = "/admin/calendar";

/** Enters a holiday, or a day worked in exchange. */
export async function addCalendarDay(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, {
    may: mayEditCalendar,
    schema: newCalendarDaySchema,
    write: async (actor, day) => {
      await service.addCalendarDay(actor, day);
      return null;
    },
    revalidate: PAGE,
  });
}

/** Changes an entry, or moves it to another day. */
export async function changeCalendarDay(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, {
    may: mayEditCalendar,
    schema: calendarDayChangeSchema,
    write: async (actor, change) => {
      await service.changeCalendarDay(actor, change);
      return null;
    },
    revalidate: PAGE,
  });
}

/** Takes an entry out of the calendar. */
export async function removeCalendarDay(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, {
    may: mayEditCalendar,
    schema: calendarDayReferenceSchema,
    write: async (actor, reference) => {
      await service.removeCalendarDay(actor, reference);
      return null;
    },
    revalidate: PAGE,
  });
}
