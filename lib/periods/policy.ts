import type { Viewer } from "#lib/users/schema.ts";

/** Who changes the commune's settings (domain rules "Who may do what"). */
export function mayChangeSettings(viewer: Viewer): boolean {
  return viewer.role === "ADMIN";
}

/** Who keeps the calendar of working days: the Office, and whoever keeps the settings. */
export function mayEditCalendar(viewer: Viewer): boolean {
  return viewer.role === "OFFICE" || mayChangeSettings(viewer);
}
