"use client";

import { CommandIcon } from "lucide-react";
import { type ComponentType, useCallback, useEffect, useState } from "react";
import type { PaletteProps } from "./palette.tsx";
import classes from "./palette-button.module.css";
import button from "./tool-button.module.css";

export type PaletteLabels = PaletteProps["labels"] & { open: string };

type Loaded = { Palette: ComponentType<PaletteProps> };

/**
 * The way to the palette, by this button or Ctrl+K. The palette itself is loaded when it is
 * first asked for: hardly any page needs it.
 */
export function PaletteButton({ labels }: { labels: PaletteLabels }) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [failed, setFailed] = useState(false);

  const open = useCallback(async () => {
    try {
      const { Palette, showPalette } = await import("./palette.tsx");
      setLoaded({ Palette });
      setFailed(false);
      showPalette();
    } catch {
      setFailed(true);
    }
  }, []);

  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      if (event.altKey || event.shiftKey) return;
      event.preventDefault();
      open();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [open]);

  return (
    <>
      <button
        type="button"
        className={button.open}
        aria-label={labels.open}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={open}
        title={`${labels.open} (Ctrl+K)`}
      >
        <CommandIcon size={18} strokeWidth={1.7} aria-hidden />
      </button>
      {failed && (
        <span role="alert" className={classes.failed}>
          {labels.problem}
        </span>
      )}
      {loaded && <loaded.Palette labels={labels} />}
    </>
  );
}
