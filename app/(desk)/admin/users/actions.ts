"use server";

import type { ActionState } from "#lib/core/action.ts";
import { runAction } from "#lib/users/action.ts";
import { mayManageUsers } from "#lib/users/policy.ts";
import { accountChangeSchema, accountIdSchema, newAccountSchema } from "#lib/users/schema.ts";
import * as service from "#lib/users/service.ts";

const PAGE = "/admin/users";

/** What all actions about one existing account have in common. */
const ofAccount = { may: mayManageUsers, schema: accountIdSchema, revalidate: PAGE } as const;

export async function createAccount(
  _previous: ActionState<service.InitialPassword> | null,
  form: FormData,
): Promise<ActionState<service.InitialPassword>> {
  return runAction(form, {
    may: mayManageUsers,
    schema: newAccountSchema,
    write: service.createAccount,
    revalidate: PAGE,
  });
}

export async function changeAccount(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, {
    may: mayManageUsers,
    schema: accountChangeSchema,
    write: async (actor, input) => {
      await service.changeAccount(actor, input);
      return null;
    },
    revalidate: PAGE,
  });
}

export async function disableAccount(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, {
    ...ofAccount,
    write: async (actor, { id }) => {
      await service.disableAccount(actor, id);
      return null;
    },
  });
}

export async function enableAccount(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, {
    ...ofAccount,
    write: async (actor, { id }) => {
      await service.enableAccount(actor, id);
      return null;
    },
  });
}

/** Answers how many sessions were ended. */
export async function signOutAccount(
  _previous: ActionState<number> | null,
  form: FormData,
): Promise<ActionState<number>> {
  return runAction(form, {
    ...ofAccount,
    write: (actor, { id }) => service.signOutAccount(actor, id),
  });
}

export async function resetPassword(
  _previous: ActionState<service.InitialPassword> | null,
  form: FormData,
): Promise<ActionState<service.InitialPassword>> {
  return runAction(form, {
    ...ofAccount,
    write: (actor, { id }) => service.resetPassword(actor, id),
  });
}
