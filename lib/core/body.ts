/** The largest body of a request to the machine interface, in bytes. */
export const MOST_BYTES = 1024 * 1024;

/** Why a request's body was not read, by the answer that it gets. */
export type BodyProblem = "malformed" | "tooLarge" | "unsupportedMediaType";

/** A body that cannot be read as JSON, before anyone asks what it says. */
export class UnreadableBodyError extends Error {
  readonly problem: BodyProblem;

  constructor(problem: BodyProblem) {
    super(problem);
    this.problem = problem;
  }
}

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json$/;

/**
 * A request's body as JSON; one without a body says as much as `{}`.
 * @throws UnreadableBodyError
 */
export async function readJson(request: Request): Promise<unknown> {
  const bytes = await readLimited(request);
  if (bytes.length === 0) return {};
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (!JSON_TYPE.test(type)) throw new UnreadableBodyError("unsupportedMediaType");
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new UnreadableBodyError("malformed");
  }
}

/** A file that came in a form. */
export type SentFile = { name: string; bytes: Uint8Array };

/**
 * The file in the part `part` of a request's form; null where there is none.
 * @param most bytes of the whole request
 * @throws UnreadableBodyError
 */
export async function readFormFile(
  request: Request,
  part: string,
  most: number,
): Promise<SentFile | null> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\s*;/i.test(type)) {
    throw new UnreadableBodyError("unsupportedMediaType");
  }
  const bytes = await readLimited(request, most);
  const whole = new Response(Buffer.from(bytes), { headers: { "content-type": type } });
  const form = await whole.formData().catch(() => {
    throw new UnreadableBodyError("malformed");
  });
  const file = form.get(part);
  if (!(file instanceof File)) return null;
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** Reads no further than the limit, whatever length was announced. */
async function readLimited(request: Request, most: number = MOST_BYTES): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > most) {
    throw new UnreadableBodyError("tooLarge");
  }
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of request.body ?? []) {
    length += piece.length;
    if (length > most) throw new UnreadableBodyError("tooLarge");
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
