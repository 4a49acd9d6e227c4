import { test as base } from "@playwright/test";
import type { Role } from "#lib/users/schema.ts";
import { stateOf } from "./people.ts";

/**
 * Playwright's `test` with a role: `test.use({ role: "CHAIRMAN" })` makes the pages those of
 * someone signed in. A test that signs out or changes the account takes a session of its own.
 */
export const test = base.extend<{ role: Role | null }>({
  role: [null, { option: true }],
  storageState: async ({ role }, use) => {
    await use(role === null ? undefined : stateOf(role));
  },
});

export { expect } from "@playwright/test";
