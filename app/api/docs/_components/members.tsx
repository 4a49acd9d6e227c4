import { useTranslations } from "next-intl";
import { membersOf, type Schema } from "./document.ts";
import { Row } from "./row.tsx";
import { TypeName } from "./type-name.tsx";

/** What an object is made of; of anything else, its type. */
export function Members({
  schema,
  answered = false,
}: {
  schema: Schema;
  /** Whether it is an answer, of which only what may be missing is marked. */
  answered?: boolean;
}) {
  const t = useTranslations("api.docs");
  const members = membersOf(schema);
  const kinds = schema.oneOf ?? schema.anyOf;
  if (members.length === 0 && kinds?.some(({ properties }) => properties)) {
    return kinds.map((kind) => (
      <Members key={JSON.stringify(kind)} schema={kind} answered={answered} />
    ));
  }
  if (members.length === 0) {
    return <p>{schema.type === "object" ? t("nothing") : <TypeName schema={schema} />}</p>;
  }
  return (
    <dl>
      {members.map(({ name, schema: own, required }) => (
        <Row
          key={name}
          name={name}
          mark={markOf(required, answered)}
          schema={own}
          description={own.description}
        />
      ))}
    </dl>
  );
}

function markOf(required: boolean, answered: boolean): "required" | "optional" | null {
  if (answered) return required ? null : "optional";
  return required ? "required" : null;
}
