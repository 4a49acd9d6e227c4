"use server";

import { revalidatePath } from "next/cache";
import { isLocale } from "#lib/core/i18n/locales.ts";
import { rememberLocale } from "#lib/users/browser.ts";

/** The language of this browser, before anyone has signed in. Takes the field `locale`. */
export async function chooseLocale(form: FormData): Promise<void> {
  const locale = form.get("locale");
  if (!isLocale(locale)) return;
  await rememberLocale(locale);
  revalidatePath("/", "layout");
}
