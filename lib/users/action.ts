import { revalidatePath } from "next/cache";
import { unstable_rethrow } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import {
  type ActionInput,
  type ActionState,
  invalidInput,
  refusalOf,
  textsOf,
} from "#lib/core/action.ts";
import { type Explanation, ForbiddenError, isExpectedError } from "#lib/core/errors.ts";
import type { CurrentUser, Viewer } from "./schema.ts";
import { getCurrentUser } from "./session.ts";

/**
 * The one way of a server action: session → right → zod → service → revalidate. Here and not
 * in lib/core, which knows no users.
 *
 * A session that has ended is told and not redirected, so that nothing typed is lost; an
 * initial password has to be changed before anything else.
 */
export async function runAction<Schema extends z.ZodType, Result>(
  given: ActionInput,
  action: {
    may: (viewer: Viewer) => boolean;
    schema: Schema;
    /** The service's verb; it checks again what depends on the object itself. */
    write: (actor: CurrentUser, input: z.output<Schema>) => Promise<Result>;
    /** The page whose content has changed. */
    revalidate?: string;
    /** Fields that are never sent back. */
    secrets?: readonly string[];
    /** Whether it may be done before the initial password is changed. */
    beforePasswordChange?: boolean;
  },
): Promise<ActionState<Result>> {
  const texts = textsOf(given);
  const typed = Object.entries(texts).filter(([name]) => !action.secrets?.includes(name));
  const values = Object.fromEntries(typed);
  try {
    const actor = await getCurrentUser();
    const t = await getTranslations();
    if (!actor || (actor.mustChangePassword && !action.beforePasswordChange)) {
      const message = t(actor ? "account.problems.changeFirst" : "account.problems.signedOut");
      return { ok: false, code: "SIGNED_OUT", message, issues: {}, values };
    }
    if (!action.may(actor)) throw new ForbiddenError({ key: "account.problems.forbidden" });
    const isMessage = (text: string): text is Explanation["key"] => t.has(text as never);
    const parsed = action.schema.safeParse(texts);
    if (!parsed.success) throw invalidInput(parsed.error, isMessage);
    const result = await action.write(actor, parsed.data);
    if (action.revalidate) revalidatePath(action.revalidate);
    return { ok: true, result };
  } catch (error) {
    // An expected error ends a page with its status, as Next's own do; an action answers instead.
    if (!isExpectedError(error)) unstable_rethrow(error);
    return refusalOf(error, values);
  }
}
