"use client";

import { Button, CopyButton } from "@mantine/core";
import classes from "./shown-once.module.css";

/** A secret to hand over, which cannot be shown again. */
export function ShownOnce({
  title,
  secret,
  explanation,
  copy,
  copied,
}: {
  title: string;
  secret: string;
  /** That it is shown only now, and what to do with it. */
  explanation: string;
  /** What the button says before and after it copied. */
  copy: string;
  copied: string;
}) {
  return (
    <div className={classes.box}>
      <p className={classes.title}>{title}</p>
      <div className={classes.line}>
        <output className={classes.secret}>{secret}</output>
        <CopyButton value={secret}>
          {(button) => (
            <Button variant="default" size="xs" onClick={button.copy}>
              {button.copied ? copied : copy}
            </Button>
          )}
        </CopyButton>
      </div>
      <p className={classes.explanation}>{explanation}</p>
    </div>
  );
}
