"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { ActionState } from "#lib/core/action.ts";
import { isLocale } from "#lib/core/i18n/locales.ts";
import { runAction } from "#lib/users/action.ts";
import { currentBrowser, forgetPerson, rememberLocale } from "#lib/users/browser.ts";
import { renewCalendarSecret, withdrawCalendarSecret } from "#lib/users/calendar-secret.ts";
import {
  changeOwnPassword,
  signOutEverywhere as endAllSessions,
  savePreferences,
} from "#lib/users/own-account.ts";
import { hasDesk, mayKeepOwnAccount } from "#lib/users/policy.ts";
import { type ColorScheme, passwordChangeSchema, preferencesSchema } from "#lib/users/schema.ts";
import { sessionIdOfRequest } from "#lib/users/session.ts";
import { revokeSession } from "#lib/users/sessions.ts";

/** Changes the own password; an initial one too, after which one goes on to work. */
export async function changePassword(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, {
    may: mayKeepOwnAccount,
    schema: passwordChangeSchema,
    write: async (actor, input) => {
      await changeOwnPassword(actor, input, (await currentBrowser()).address);
      return null;
    },
    revalidate: "/account",
    secrets: ["current", "chosen", "repeated"],
    beforePasswordChange: true,
  });
}

/** Takes the field `locale` of a form; this browser speaks it even when it cannot be saved. */
export async function saveLocale(form: FormData): Promise<void> {
  const locale = form.get("locale");
  if (!isLocale(locale)) return;
  await rememberLocale(locale);
  await runAction(form, {
    may: mayKeepOwnAccount,
    schema: preferencesSchema,
    write: savePreferences,
    beforePasswordChange: true,
  });
  revalidatePath("/", "layout");
}

/** The browser has changed its colours already; here the person's other devices learn of it. */
export async function saveColorScheme(colorScheme: ColorScheme): Promise<void> {
  await runAction(
    { colorScheme },
    {
      may: mayKeepOwnAccount,
      schema: preferencesSchema,
      write: savePreferences,
      beforePasswordChange: true,
    },
  );
}

/** Ends all sessions of the person, this one too. */
export async function signOutEverywhere(): Promise<ActionState> {
  const ended = await runAction(
    {},
    {
      may: mayKeepOwnAccount,
      schema: z.object({}),
      write: async (actor) => {
        await endAllSessions(actor);
        return null;
      },
      beforePasswordChange: true,
    },
  );
  if (!ended.ok) return ended;
  await forgetPerson();
  redirect("/login");
}

/** Ends this browser's session, whatever has become of it: nobody needs a right to leave. */
export async function signOut(): Promise<void> {
  const sessionId = await sessionIdOfRequest();
  if (sessionId) await revokeSession(sessionId);
  await forgetPerson();
  redirect("/login");
}

/** Makes the link of the own calendar feed anew; it is answered once, as a path. */
export async function makeCalendarLink(): Promise<ActionState<string>> {
  return runAction(
    {},
    {
      may: hasDesk,
      schema: z.object({}),
      write: async (actor) => `/api/calendar/${await renewCalendarSecret(actor)}`,
      revalidate: "/account",
    },
  );
}

/** Ends the own calendar feed. */
export async function withdrawCalendarLink(): Promise<ActionState> {
  return runAction(
    {},
    {
      may: hasDesk,
      schema: z.object({}),
      write: async (actor) => {
        await withdrawCalendarSecret(actor);
        return null;
      },
      revalidate: "/account",
    },
  );
}
