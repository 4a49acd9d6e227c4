import { z } from "zod";

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

/** What a notification says beside its task, by kind; texts are made when it is read. */
export const notificationDataSchema = z.object({
  /** Position of whoever did it. */
  by: z.string().optional(),
  note: z.string().optional(),
  dueOn: z.string().optional(),
  decision: z.enum(["APPROVED", "REJECTED"]).optional(),
});
export type NotificationData = z.infer<typeof notificationDataSchema>;
