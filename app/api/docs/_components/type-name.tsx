import { Fragment } from "react";
import type { Schema } from "./document.ts";

const FORMATS: Readonly<Record<string, string>> = {
  date: "day, YYYY-MM-DD",
  "date-time": "instant, ISO 8601",
  binary: "file",
};

function limitsOf({ minimum, maximum, maxLength }: Schema): string {
  if (minimum !== undefined && maximum !== undefined && maximum < 2_147_483_647) {
    return `, ${minimum} to ${maximum}`;
  }
  if (minimum === 0) return ", 0 or more";
  return maxLength === undefined ? "" : `, at most ${maxLength} characters`;
}

/** The type of a value in words; a named schema is a link to what it is made of. */
export function TypeName({ schema }: { schema: Schema }) {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split("/").at(-1) ?? "";
    return <a href={`#schema-${name}`}>{name}</a>;
  }
  if (schema.const !== undefined) return <code>{String(schema.const)}</code>;
  if (schema.enum) return <span>{schema.enum.map(String).join(" | ")}</span>;
  const kinds = schema.anyOf ?? schema.oneOf;
  if (kinds) {
    return kinds.map((kind, index) => (
      <Fragment key={JSON.stringify(kind)}>
        {index > 0 && " | "}
        <TypeName schema={kind} />
      </Fragment>
    ));
  }
  if (schema.type === "array" && schema.items) {
    return (
      <>
        list of <TypeName schema={schema.items} />
      </>
    );
  }
  const types = [schema.type ?? "any"].flat();
  const text = types.map((type) => (type === "string" ? wordOf(schema) : type)).join(" | ");
  return <span>{text + limitsOf(schema)}</span>;
}

function wordOf({ format }: Schema): string {
  return (format && FORMATS[format]) ?? "text";
}
