import classes from "./count-link.module.css";

/** A number, as it is written, that may open to what it counts. */
export type CountCell = {
  /** Null for what is not a count, as a rate. */
  count: number | null;
  text: string;
  /** What the text is short for, where it is a symbol. */
  words?: string;
  href: string | null;
  /** What it counts, said in words. */
  title?: string | undefined;
};

/**
 * A number that opens to exactly as many things, where the reader may open it; a plain link,
 * because there are hundreds of them (`SoftLinks` around them follows it).
 */
export function CountLink({ cell }: { cell: CountCell }) {
  const { count, text, words, href, title } = cell;
  const shared = { "data-tip": title, "data-zero": count === 0 || undefined };
  return href ? (
    <a href={href} data-count={count} {...shared}>
      <span>{text}</span>
    </a>
  ) : (
    <span {...shared}>
      {words ? (
        <>
          <span className={classes.symbol} aria-hidden="true">
            {text}
          </span>
          <span className={classes.words}>{words}</span>
        </>
      ) : (
        <span>{text}</span>
      )}
    </span>
  );
}
