import { NotFoundError } from "#lib/core/errors.ts";
import { type ExternalKey, externalKeySchema } from "#lib/tasks/external.ts";

/** The system and its id in an address. @throws NotFoundError for what can be neither */
export function keyIn(parameters: unknown): ExternalKey {
  const key = externalKeySchema.safeParse(parameters);
  if (!key.success) throw new NotFoundError();
  return key.data;
}
