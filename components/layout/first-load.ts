let mounted = false;

/** To be called once the first page stands. */
export function markFirstLoad(): void {
  mounted = true;
}

/** True in a browser while the page that came with the document is being rendered. */
export function isFirstLoad(): boolean {
  return !mounted && typeof document !== "undefined";
}
