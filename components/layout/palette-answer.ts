/** Something found, to be gone to. */
export type PaletteItem = { href: string; label: string; detail: string };

/** What the palette's address answers: what is found, by kinds, in the person's language. */
export type PaletteAnswer = {
  groups: {
    kind: "command" | "directive" | "task" | "department";
    label: string;
    items: PaletteItem[];
  }[];
};
