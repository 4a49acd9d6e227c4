import { getLocale, getTranslations } from "next-intl/server";
import { businessToday } from "#lib/core/dates.ts";
import { formatCivilDate } from "#lib/core/i18n/format.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { getSettings } from "#lib/periods/queries.ts";
import { mayReadSomeCard } from "#lib/scorecards/policy.ts";
import { getScorecards } from "#lib/scorecards/queries.ts";
import { chosenCards } from "#lib/scorecards/rules.ts";
import { type SpanKey, scorecardQuerySchema } from "#lib/scorecards/schema.ts";
import { readSpan } from "#lib/scorecards/spans.ts";
import { scorecardXlsx } from "#lib/scorecards/xlsx.ts";
import { taskNamesOf } from "#lib/tasks/names.ts";
import { getCurrentUser } from "#lib/users/session.ts";
import { spanTitle } from "../_components/words.ts";
import { workbookWords } from "../_components/workbook-words.ts";

const MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const refused = (status: 400 | 401 | 403 | 404) =>
  new Response(null, { status, headers: { "Cache-Control": "no-store" } });

/** The cards of a span that the reader may see, or one of them, as a spreadsheet. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await getCurrentUser();
  if (!viewer || viewer.mustChangePassword) return refused(401);
  if (!mayReadSomeCard(viewer)) return refused(403);
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const asked = scorecardQuerySchema.safeParse(query);
  if (!asked.success) return refused(400);
  const read = readSpan(asked.data.span, await getSettings(), businessToday());
  if (!read.ok) return refused(read.problem === "NOT_A_SPAN" ? 400 : 404);
  const cards = chosenCards(await getScorecards(viewer, read.span), asked.data);
  if (!cards) return refused(404);
  const file = await scorecardXlsx(cards, await wordsFor(read.span), new Date());
  const name = `${(await getTranslations("scorecard.workbook"))("fileName")}-${read.span.key}.xlsx`;
  return new Response(Buffer.from(file), {
    headers: {
      "Content-Type": MEDIA_TYPE,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
    },
  });
}

async function wordsFor({ key, asOf }: { key: SpanKey; asOf: `${number}-${number}-${number}` }) {
  const [t, locale, departments] = await Promise.all([
    getTranslations("scorecard"),
    getLocale(),
    listDepartments(),
  ]);
  const names = taskNamesOf({ departments, fields: [], sectors: [] }, locale);
  const about = `${spanTitle(key, t, locale)}, ${t("asOf", { day: formatCivilDate(asOf) })}`;
  return workbookWords(about, names, t, locale);
}
