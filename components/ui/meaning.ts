/** What a colour means wherever it stands; nothing else uses these four. */
export const MEANINGS = ["overdue", "dueSoon", "done", "none"] as const;
export type Meaning = (typeof MEANINGS)[number];
