import classes from "./section-links.module.css";

/** The groups of the desk with how much lies in each, to jump to. */
export function SectionLinks({
  label,
  sections,
}: {
  label: string;
  sections: readonly { name: string; title: string; rows: readonly unknown[] }[];
}) {
  return (
    <nav aria-label={label} className={classes.links}>
      {sections.map(({ name, title, rows }) => (
        <a key={name} href={`#${name}`}>
          {title} <strong>{rows.length}</strong>
        </a>
      ))}
    </nav>
  );
}
