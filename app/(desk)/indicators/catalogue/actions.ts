"use server";

import type { ActionState } from "#lib/core/action.ts";
import {
  indicatorChangeSchema,
  newIndicatorSchema,
  newTargetSchema,
  targetChangeSchema,
  targetReferenceSchema,
} from "#lib/indicators/catalogue.ts";
import * as service from "#lib/indicators/catalogue-service.ts";
import { mayEditIndicators } from "#lib/indicators/policy.ts";
import { CATALOGUE_HREF } from "#lib/indicators/schema.ts";
import { runAction } from "#lib/users/action.ts";

/** Adds an indicator to the catalogue. */
export async function addIndicator(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, {
    may: mayEditIndicators,
    schema: newIndicatorSchema,
    write: async (actor, indicator) => {
      await service.addIndicator(actor, indicator);
      return null;
    },
    revalidate: CATALOGUE_HREF,
  });
}

/** Changes an indicator, or retires it. */
export async function changeIndicator(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, {
    may: mayEditIndicators,
    schema: indicatorChangeSchema,
    write: async (actor, change) => {
      await service.changeIndicator(actor, change);
      return null;
    },
    revalidate: CATALOGUE_HREF,
  });
}

/** Adds a target of a month, a quarter or a year. */
export async function addTarget(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, {
    may: mayEditIndicators,
    schema: newTargetSchema,
    write: async (actor, target) => {
      await service.addTarget(actor, target);
      return null;
    },
    revalidate: CATALOGUE_HREF,
  });
}

/** Changes a target. */
export async function changeTarget(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, {
    may: mayEditIndicators,
    schema: targetChangeSchema,
    write: async (actor, change) => {
      await service.changeTarget(actor, change);
      return null;
    },
    revalidate: CATALOGUE_HREF,
  });
}

/** Takes a target out. */
export async function removeTarget(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, {
    may: mayEditIndicators,
    schema: targetReferenceSchema,
    write: async (actor, reference) => {
      await service.removeTarget(actor, reference);
      return null;
    },
    revalidate: CATALOGUE_HREF,
  });
}
