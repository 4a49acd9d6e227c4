"use server";

import { z } from "zod";
import type { ActionState } from "#lib/core/action.ts";
import { notificationIdSchema, wantedKindsSchema } from "#lib/notifications/schema.ts";
import * as service from "#lib/notifications/service.ts";
import { runAction } from "#lib/users/action.ts";
import { hasDesk } from "#lib/users/policy.ts";

const PAGE = "/notifications";

/** Marks one of the person's news as read. */
export async function markRead(id: number): Promise<ActionState> {
  return runAction(
    { id: String(id) },
    {
      may: hasDesk,
      schema: notificationIdSchema,
      write: async (actor, input) => {
        await service.markRead(actor, input.id);
        return null;
      },
      revalidate: PAGE,
    },
  );
}

/** Marks all of the person's news as read. */
export async function markAllRead(): Promise<ActionState> {
  return runAction(
    {},
    {
      may: hasDesk,
      schema: z.object({}),
      write: async (actor) => {
        await service.markAllRead(actor);
        return null;
      },
      revalidate: PAGE,
    },
  );
}

/**
 * Takes the kinds that the person wants to be told of, each a field `kind` of the form; an empty
 * one is always there, so that wanting none is not the same as saying nothing.
 */
export async function chooseKinds(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  return runAction(form.has("kind") ? { kinds: form.getAll("kind").join(",") } : {}, {
    may: hasDesk,
    schema: wantedKindsSchema,
    write: async (actor, { kinds }) => {
      await service.chooseKinds(actor, kinds);
      return null;
    },
    revalidate: PAGE,
  });
}
