import type { z } from "zod";

/*
 * The calls of the machine interface as data. A handler takes its schemas from here and the
 * OpenAPI document is made of the same objects, so that the two cannot drift apart.
 */

/** The statuses of a refusal that a call names itself; the others follow from what it takes. */
export type Refusal = 400 | 403 | 404 | 409 | 412 | 413 | 415 | 422;

/** A call of the machine interface. */
export type Operation = {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below `/api/v1`, parameters in braces: `/tasks/{id}`. */
  path: `/${string}`;
  /** Its name for programs made from the document: `listTasks`. */
  id: string;
  /** The group that it is shown in. */
  group: string;
  summary: string;
  description?: string;
  /** It needs no token. */
  open?: true;
  /** The parameters in the path. */
  parameters?: z.ZodObject;
  query?: z.ZodObject;
  /** The JSON body; one that may be empty can be left out. */
  body?: z.ZodType;
  /** A body that is no JSON, by its media type; the handler reads it itself. */
  upload?: { type: string; schema: z.ZodType };
  /** Whether `If-Match` is minded where it is sent, or has to be sent. */
  version?: "minded" | "needed";
  /** `Idempotency-Key` is minded. */
  once?: true;
  answer: Answer;
  refusals: readonly Refusal[];
  /** A body as someone would send it. */
  example?: Readonly<Record<string, unknown>>;
};

/** What a call answers when it is done. */
export type Answer =
  | {
      body: z.ZodType;
      /** 200 unless it says otherwise; 201 comes with `Location`. */
      status?: 200 | 201;
      /** It answers 201 with `Location` where it made something, and 200 where that was there. */
      made?: true;
      /** The object's version comes as its `ETag`. */
      version?: true;
    }
  | { files: Readonly<Record<string, string>> };

/** A call as written, with the types of its schemas. */
export function operation<const Call extends Operation>(call: Call): Call {
  return call;
}

/** A value as it is after JSON: instants are texts. */
export type Wire<Value> = Value extends Date
  ? string
  : Value extends readonly (infer Entry)[]
    ? Wire<Entry>[]
    : Value extends object
      ? { [Key in keyof Value]: Wire<Value[Key]> }
      : Value;
