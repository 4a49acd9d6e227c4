"use server";

import type { ActionState } from "#lib/core/action.ts";
import { runAction } from "#lib/users/action.ts";
import { mayManageTokens } from "#lib/users/policy.ts";
import { newTokenSchema, tokenIdSchema, tokenLimitSchema } from "#lib/users/token-schema.ts";
import * as service from "#lib/users/token-service.ts";

const PAGE = "/admin/tokens";

/** Answers the token itself: the one time that it is shown. */
export async function createToken(
  _previous: ActionState<service.MadeToken> | null,
  form: FormData,
): Promise<ActionState<service.MadeToken>> {
  return runAction(form, {
    may: mayManageTokens,
    schema: newTokenSchema,
    write: service.createToken,
    revalidate: PAGE,
  });
}

export async function revokeToken(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, {
    may: mayManageTokens,
    schema: tokenIdSchema,
    write: async (actor, { id }) => {
      await service.revokeToken(actor, id);
      return null;
    },
    revalidate: PAGE,
  });
}

export async function changeTokenLimit(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, {
    may: mayManageTokens,
    schema: tokenLimitSchema,
    write: async (actor, input) => {
      await service.changeTokenLimit(actor, input);
      return null;
    },
    revalidate: PAGE,
  });
}
