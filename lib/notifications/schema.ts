import { z } from "zod";
import { beginningOf } from "#lib/core/entries.ts";

/** What people are told of, in the order of the settings page. */
export const NOTIFICATION_KINDS = [
  "ASSIGNED",
  "RETURNED",
  "CONFIRMED",
  "EXTENSION_DECIDED",
  "DUE_SOON",
  "OVERDUE",
  "MENTIONED",
  "SUBMITTED",
  "EXTENSION_REQUESTED",
  "REFUSED",
  "STOPPED",
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];
export const notificationKindSchema = z.enum(NOTIFICATION_KINDS);

/** What a notification says beside its task, by kind; texts are made when it is read. */
export const notificationDataSchema = z.object({
  /** Position of whoever did it. */
  by: z.string().optional(),
  note: z.string().optional(),
  dueOn: z.string().optional(),
  decision: z.enum(["APPROVED", "REJECTED"]).optional(),
});
/** How much of a note people are told, in letters. */
const NOTE_TOLD = 300;

/** The beginning of a note, for whoever is told of it; nothing of none. */
export function noteTold(note: string | null): Pick<NotificationData, "note"> {
  return note === null ? {} : { note: beginningOf(note, NOTE_TOLD) };
}

export type NotificationData = z.infer<typeof notificationDataSchema>;

/** A piece of news as its reader sees it. */
export type NotificationView = {
  id: number;
  kind: NotificationKind;
  /** Null once the task is gone. */
  task: { id: number; code: string; title: string } | null;
  data: NotificationData;
  at: Date;
  read: boolean;
};

/** Which of one's news a page shows. */
export const notificationListSchema = z.strictObject({
  unread: z.literal("1").optional(),
  page: z.coerce.number().int().min(1).max(10_000).optional(),
});
export type NotificationListState = z.infer<typeof notificationListSchema>;

export const notificationIdSchema = z.object({ id: z.coerce.number().int().positive() });

/** The kinds that a person wants to know of, as the settings' form sends them: parted by commas. */
export const wantedKindsSchema = z.object({
  kinds: z
    .string()
    .transform((text) => text.split(",").filter(Boolean))
    .pipe(z.array(notificationKindSchema)),
});
