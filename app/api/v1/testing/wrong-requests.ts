import fc from "fast-check";
import type { Operation } from "#lib/core/operations.ts";

/*
 * Requests made up from a call's own description: some right, most of them wrong in one way or
 * another, as programs and people send them.
 */

/** Texts that are wrong nearly everywhere, and some that are right somewhere. */
const TEXTS = [
  "",
  " ",
  "0",
  "-1",
  "1.5",
  "1e9",
  "99999999999999999999",
  "null",
  "true",
  "a,b",
  "abc",
  "2026-02-30",
  "2026-13",
  "2026-10",
  "2026-11-20",
  "0001-01-01",
  "PHONG_KT",
  "TBKL",
  "toString",
  "__proto__",
  "' or 1=1 --",
  "%_\\",
  "%00",
  "\u0000",
  "\ud800",
  "Đơn thư 🙂",
  "x".repeat(3000),
];
const text = fc.oneof(fc.constantFrom(...TEXTS), fc.string({ maxLength: 20 }));

/** What a parameter in a path might be, besides any text. */
const IN_PATH: Readonly<Record<string, readonly string[]>> = {
  id: ["1", "2", "3", "5", "8", "13", "999999999"],
  month: ["2026-06", "2026-07", "2026-11"],
  code: ["HS"],
  file: ["2026-11.xlsx", "2026-11.pdf", ".xlsx"],
};

const json: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 1e300, [], {}, [[]], ["PHONG_KT"], { a: {} }),
  text,
);

type Sent = { body: string; type: string };

/** A body: what is right with a member changed, left out or too many; other JSON; no JSON. */
function bodyFor({ example = {} }: Operation): fc.Arbitrary<Sent> {
  const names = Object.keys(example);
  const asJson = (value: unknown): Sent => ({
    body: JSON.stringify(value),
    type: "application/json",
  });
  const changed = fc
    .tuple(fc.constantFrom(...names, "note", "on", "nothing", "__proto__"), json)
    .map(([name, value]) => asJson({ ...example, [name]: value }));
  const without = fc
    .constantFrom(...names, "")
    .map((name) =>
      asJson(Object.fromEntries(Object.entries(example).filter(([key]) => key !== name))),
    );
  const broken = fc.constantFrom<Sent>(
    { body: "{", type: "application/json" },
    { body: "\ufeff{}", type: "application/json" },
    { body: "{}", type: "text/plain" },
    { body: "", type: "application/json" },
  );
  return fc.oneof({ weight: 4, arbitrary: changed }, without, json.map(asJson), broken);
}

const oddHeaders = fc.record(
  {
    "If-Match": fc.constantFrom('"1"', "*", "abc", '"0"', 'W/"99999999999"'),
    "Idempotency-Key": fc.constantFrom("k", "", "a b", "k".repeat(201)),
    "Accept-Language": fc.constantFrom("en", "vi", "fr;q=x", ""),
  },
  { requiredKeys: [] },
);

/** Mostly none, or a call would be refused for them before anything else is looked at. */
const headers = fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, oddHeaders);

/** What a call is sent: its address below `/api/v1`, and the rest of a request. */
export type WrongRequest = {
  address: string;
  headers: Record<string, string>;
  body: string | null;
};

/** Requests for a call. */
export function requestsFor(call: Operation): fc.Arbitrary<WrongRequest> {
  const places = [...call.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const path = fc.tuple(
    ...places.map((name) =>
      fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...(IN_PATH[name] ?? TEXTS)) }, text),
    ),
  );
  const names = [...Object.keys(call.query?.shape ?? {}), "nothing"];
  const parameters = fc.array(fc.tuple(fc.constantFrom(...names), text), { maxLength: 3 });
  const query = call.body
    ? fc.oneof({ weight: 4, arbitrary: fc.constant<[string, string][]>([]) }, parameters)
    : parameters;
  const body = call.body ? bodyFor(call) : fc.constant(null);
  return fc.record({ path, query, headers, body }).map((made) => {
    const inPath = made.path.map((value) => encodeURIComponent(value.toWellFormed() || "0"));
    const address = call.path.replaceAll(/\{\w+\}/g, () => inPath.shift() ?? "");
    const search = new URLSearchParams(made.query.map(([name, value]) => [name, value]));
    return {
      address: made.query.length > 0 ? `${address}?${search}` : address,
      headers: { ...made.headers, ...(made.body && { "Content-Type": made.body.type }) },
      body: made.body?.body ?? null,
    };
  });
}
