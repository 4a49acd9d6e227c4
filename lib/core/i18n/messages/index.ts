import type { Locale } from "../locales.ts";
import en from "./en/index.ts";
import vi from "./vi/index.ts";

/** All texts of the interface; the Vietnamese ones say which keys there are. */
export type Messages = typeof vi;

export const messages: Record<Locale, Messages> = { vi, en };
