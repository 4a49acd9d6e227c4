import { type CivilMonth, firstDayOf, lastDayOf, toDatabaseDate } from "#lib/core/dates.ts";
import { database } from "#lib/core/db.ts";

/** A month that somebody closed, as far as what is written for it knows. @returns what reopens it */
export async function givenClosing(
  month: CivilMonth,
  closedById: number,
): Promise<() => Promise<void>> {
  await database().period.upsert({
    where: { month },
    update: {},
    create: {
      month,
      fromOn: toDatabaseDate(firstDayOf(month)),
      toOn: toDatabaseDate(lastDayOf(month)),
    },
  });
  const { id } = await database().periodClosing.create({
    data: { month, closedById, contentHash: "0".repeat(64) },
    select: { id: true },
  });
  return async () => {
    await database().periodClosing.update({
      where: { id },
      data: { reopenedAt: new Date(), reopenedById: closedById, reopenReason: "Sửa nguyên nhân" },
    });
  };
}
