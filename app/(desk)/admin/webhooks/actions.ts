"use server";

import type { ActionState } from "#lib/core/action.ts";
import { runAction } from "#lib/users/action.ts";
import { mayManageWebhooks } from "#lib/webhooks/policy.ts";
import {
  type Attempt,
  deliveryIdSchema,
  newWebhookSchema,
  webhookChangeSchema,
  webhookIdSchema,
  webhookSwitchSchema,
} from "#lib/webhooks/schema.ts";
import * as service from "#lib/webhooks/service.ts";

const PAGE = "/admin/webhooks";

const ofWebhook = { may: mayManageWebhooks, schema: webhookIdSchema, revalidate: PAGE } as const;

/** Answers the key, once. */
export async function createWebhook(
  _previous: ActionState<service.ShownSecret> | null,
  form: FormData,
): Promise<ActionState<service.ShownSecret>> {
  return runAction(form, {
    may: mayManageWebhooks,
    schema: newWebhookSchema,
    write: service.createWebhook,
    revalidate: PAGE,
  });
}

export async function changeWebhook(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, {
    may: mayManageWebhooks,
    schema: webhookChangeSchema,
    write: async (actor, change) => {
      await service.changeWebhook(actor, change);
      return null;
    },
    revalidate: PAGE,
  });
}

export async function switchWebhook(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, {
    may: mayManageWebhooks,
    schema: webhookSwitchSchema,
    write: async (actor, wanted) => {
      await service.switchWebhook(actor, wanted);
      return null;
    },
    revalidate: PAGE,
  });
}

/** Refreshes no page: the one it was called from is gone with the receiver. */
export async function removeWebhook(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, {
    may: mayManageWebhooks,
    schema: webhookIdSchema,
    write: async (actor, { id }) => {
      await service.removeWebhook(actor, id);
      return null;
    },
  });
}

/** Answers the new key, once. */
export async function renewSecret(
  _previous: ActionState<service.ShownSecret> | null,
  form: FormData,
): Promise<ActionState<service.ShownSecret>> {
  return runAction(form, {
    ...ofWebhook,
    write: (actor, { id }) => service.renewSecret(actor, id),
  });
}

/** Answers how the test ended. */
export async function sendTest(
  _previous: ActionState<Attempt> | null,
  form: FormData,
): Promise<ActionState<Attempt>> {
  return runAction(form, {
    ...ofWebhook,
    write: (actor, { id }) => service.sendTest(actor, id),
  });
}

/** Answers how the attempt ended. */
export async function sendAgain(
  _previous: ActionState<Attempt> | null,
  form: FormData,
): Promise<ActionState<Attempt>> {
  return runAction(form, {
    may: mayManageWebhooks,
    schema: deliveryIdSchema,
    write: (actor, { id }) => service.sendAgain(actor, id),
    revalidate: PAGE,
  });
}
