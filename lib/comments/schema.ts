import { z } from "zod";
import { idSchema, requiredText, TEXT_LIMITS } from "#lib/core/entries.ts";

export const newCommentSchema = z.object({
  taskId: idSchema,
  text: requiredText(TEXT_LIMITS.note, "comments.problems.missing"),
  requestKey: z.uuid().optional(),
});
export type NewComment = z.infer<typeof newCommentSchema>;

/** Someone who may be mentioned, or was: by the login, shown by the position. */
export type Mentionable = { login: string; displayName: string };

export type TaskComment = {
  id: number;
  /** Position. */
  author: string;
  at: Date;
  text: string;
  /** Whom it mentions. */
  mentions: readonly Mentionable[];
};

/** What people say about a task, as one of them sees it. */
export type Discussion = {
  /** Oldest first. */
  comments: readonly TaskComment[];
  /** Who can be mentioned; null for whoever only reads. */
  people: readonly Mentionable[] | null;
};
