import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { APIRequestContext, APIResponse } from "@playwright/test";
import { z } from "zod";
import type { Action } from "../permissions.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

const manifestSchema = z.object({
  node: z.record(z.string(), z.object({ filename: z.string(), exportedName: z.string() })),
});

/** The id under which the build knows an action, which is all that a browser calls it by. */
function idOf({ file, name }: Action): string {
  const folder = process.env.NEXT_DIST_DIR || ".next-test";
  const manifest = path.join(ROOT, folder, "server/server-reference-manifest.json");
  const { node } = manifestSchema.parse(JSON.parse(readFileSync(manifest, "utf8")));
  const [found] = Object.entries(node).find(
    ([, action]) => action.filename === file && action.exportedName === name,
  ) ?? [null];
  if (!found) throw new Error(`The build has no action ${name} of ${file}.`);
  return found;
}

/**
 * Calls a server action as the client of React does, without the page that offers it.
 * @param entered what its form holds
 */
export function callAction(
  request: APIRequestContext,
  action: Action,
  origin: string,
  entered: Record<string, string> = {},
): Promise<APIResponse> {
  const headers = { "Next-Action": idOf(action), Origin: origin, Accept: "text/x-component" };
  if (typeof action.given !== "string") {
    return request.post(action.from, {
      headers: { ...headers, "Content-Type": "text/plain;charset=UTF-8" },
      data: JSON.stringify(action.given),
      maxRedirects: 0,
    });
  }
  // React's own encoding of arguments; "$K1" is the form made of the parts that begin with 1_.
  const values = { form: '["$K1"]', stateAndForm: '[null,"$K1"]' }[action.given];
  const fields = Object.entries(entered).map(([name, value]) => [`1_${name}`, value]);
  const multipart = { ...Object.fromEntries(fields), "0": values };
  return request.post(action.from, { headers, multipart, maxRedirects: 0 });
}

/** What an action that goes through the pipeline answered: "ok", or the code of its refusal. */
export async function answerOf(response: APIResponse): Promise<string> {
  const text = await response.text();
  if (/"ok":true/.test(text)) return "ok";
  return (
    /"ok":false,"code":"(\w+)"/.exec(text)?.[1] ?? `${response.status()} ${text.slice(0, 200)}`
  );
}
