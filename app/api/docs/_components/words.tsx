/** A sentence of the document, in which what stands between backquotes is code. */
export function Words({ children }: { children: string }) {
  return children.split("`").map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a fixed sentence.
    index % 2 === 1 ? <code key={index}>{part}</code> : part,
  );
}
