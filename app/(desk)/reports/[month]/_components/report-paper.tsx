import { useTranslations } from "next-intl";
import type { FigureLinks } from "#lib/figures/links.ts";
import type { Block, Content } from "#lib/reports/content.ts";
import type { ReportDocument } from "#lib/reports/document.ts";
import { ReportHead, ReportSignature } from "./report-frame.tsx";
import classes from "./report-paper.module.css";
import { ReportTable } from "./report-table.tsx";
import { Words } from "./words.tsx";

/** A report on pages of A4, on the screen and printed as Word will show it; in Vietnamese always. */
export function ReportPaper({ document, links }: { document: ReportDocument; links: FigureLinks }) {
  const t = useTranslations("reports.preview");
  return (
    <article className={classes.pages} lang="vi" aria-label={t("paper")}>
      <section className={classes.page}>
        <ReportHead document={document} />
        {document.blocks.map((block, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks neither move nor change
          <BlockView key={index} block={block} links={links} />
        ))}
        <ReportSignature document={document} />
      </section>
      {document.annexes.map(({ title, subject, attachedTo, table }) => (
        <section key={title} className={classes.annex}>
          <header className={classes.annexHead}>
            <h2>{title}</h2>
            <p className={classes.subject}>{subject}</p>
            <p className={classes.attachedTo}>{attachedTo}</p>
          </header>
          <ReportTable table={table} links={links} />
        </section>
      ))}
    </article>
  );
}

const HEADINGS = { 1: "h2", 2: "h3", 3: "h4" } as const;

function BlockView({ block, links }: { block: Block; links: FigureLinks }) {
  switch (block.kind) {
    case "heading": {
      const Heading = HEADINGS[block.level];
      return <Heading>{block.text}</Heading>;
    }
    case "paragraph":
      return (
        <p data-emphasis={block.emphasis}>
          <Sentence content={block.content} links={links} />
        </p>
      );
    case "bullet":
      return (
        <p>
          {"- "}
          <Sentence content={block.content} links={links} />
        </p>
      );
    case "table":
      return <ReportTable table={block.table} links={links} />;
  }
}

function Sentence({ content, links }: { content: Content; links: FigureLinks }) {
  return content.map((value, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the words of a sentence neither move nor change
    <Words key={index} value={value} links={links} />
  ));
}
