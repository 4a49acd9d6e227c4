import { Prisma } from "./db.ts";

/**
 * The rows in whose folded text (a generated `search` column) every word of `text` occurs,
 * whatever accents and capitals either has. Wildcards of LIKE are taken literally; they are
 * escaped after folding, which turns some other characters into them.
 */
export function searchCondition(search: Prisma.Sql, text: string): Prisma.Sql {
  const words = text.split(/[\s\p{Cc}]+/u).filter(Boolean);
  const conditions = words.map(
    (word) =>
      Prisma.sql`${search} like '%' || regexp_replace(fold_text(${word}), '([\\\\%_])', '\\\\\\1', 'g') || '%'`,
  );
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.join(conditions, " and ");
}
