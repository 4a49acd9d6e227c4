import type { ReportDocument } from "#lib/reports/document.ts";
import classes from "./report-frame.module.css";

/** Who issues and the nation's name, the report's title and what it is about. */
export function ReportHead({ document }: { document: ReportDocument }) {
  const { issuer, number, placeAndDate, title, abstract } = document;
  return (
    <>
      <header className={classes.head}>
        <div>
          {issuer.above && <p>{issuer.above}</p>}
          <p className={classes.issuer}>
            <b>{issuer.lines.slice(0, -1).join(" ")}</b> <b>{issuer.lines.at(-1)}</b>
          </p>
          <p>{number}</p>
        </div>
        <div>
          <p>
            <b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b>
          </p>
          <p className={classes.motto}>
            <b>Độc lập - Tự do - Hạnh phúc</b>
          </p>
          <p className={classes.place}>{placeAndDate}</p>
        </div>
      </header>
      <div className={classes.title}>
        <p>{title}</p>
        {abstract.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </>
  );
}

/** To whom the report goes, and who signs it. */
export function ReportSignature({ document }: { document: ReportDocument }) {
  const { recipients, signer } = document;
  return (
    <footer className={classes.signature}>
      <div className={classes.recipients}>
        <p>Nơi nhận:</p>
        <ul>
          {recipients.map((line) => (
            <li key={line}>- {line}</li>
          ))}
        </ul>
      </div>
      <div className={classes.signer}>
        {signer.authority && <p>{signer.authority}</p>}
        <p>{signer.position}</p>
      </div>
    </footer>
  );
}
