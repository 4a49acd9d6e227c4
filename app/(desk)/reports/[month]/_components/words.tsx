import type { FigureLinks } from "#lib/figures/links.ts";
import { type Behind, type Value, written } from "#lib/reports/content.ts";

/** A value as it is written, with a way to the tasks behind it where the reader may open them. */
export function Words({ value, links }: { value: Value; links: FigureLinks }) {
  const href = "behind" in value && value.behind ? hrefOf(value.behind, links) : null;
  const words = written(value);
  if (href === null) return words;
  return (
    <a href={href} data-count={value.kind === "count" ? value.count : undefined}>
      {words}
    </a>
  );
}

function hrefOf(behind: Behind, links: FigureLinks): string | null {
  switch (behind.kind) {
    case "late":
      return links.late(behind.figure, behind.group);
    case "completion":
      return links.completion(behind.figure, behind.group);
    case "task":
      return links.task(behind.id, behind.department);
  }
}
