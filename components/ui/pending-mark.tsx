"use client";

import { useLinkStatus } from "next/link";

/** Inside a link: says, for the page's styles, that its page is on the way. */
export function PendingMark() {
  const { pending } = useLinkStatus();
  return pending ? <span data-pending="" hidden /> : null;
}
