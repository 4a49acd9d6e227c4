import { NotFoundError } from "#lib/core/errors.ts";

/** The id in an address. @throws NotFoundError for what cannot be one */
export function idIn(parameters: unknown): number {
  const { id } = parameters as { id: string };
  if (!/^[1-9]\d{0,8}$/.test(id)) throw new NotFoundError();
  return Number(id);
}
