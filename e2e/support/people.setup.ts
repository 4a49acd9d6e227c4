import { test } from "@playwright/test";
import { ROLES } from "#lib/users/schema.ts";
import { LOGINS, stateOf } from "./people.ts";
import { signIn } from "./sign-in.ts";

for (const role of ROLES) {
  test(`${role} signs in`, async ({ request }) => {
    await signIn(request, LOGINS[role]);
    await request.storageState({ path: stateOf(role) });
  });
}
