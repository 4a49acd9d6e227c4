"use client";

import { type ComponentType, useEffect, useRef, useState } from "react";
import { BlockBoundary, BlockError } from "#components/ui/block-error.tsx";
import { useChartView } from "./chart-view.tsx";
import type { PlotProps } from "./plots.tsx";

type Drawing =
  | { state: "away" | "near" | "failed" }
  | { state: "ready"; Plot: ComponentType<PlotProps> };

/** How far below the window a chart begins to load. */
const AHEAD = "400px";

/**
 * A drawing that is loaded, with the one chunk that all drawings share, when it comes near
 * the window. It repeats what the table around it says and is hidden from screen readers.
 */
export function LazyPlot({ className, ...plot }: PlotProps & { className?: string | undefined }) {
  const place = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<Drawing>({ state: "away" });
  const { state } = drawing;
  const wanted = useChartView() === "chart" && (state === "away" || state === "near");

  useEffect(() => {
    if (!wanted || !place.current) return;
    let dropped = false;
    const load = () =>
      import("./plots.tsx").then(
        ({ default: Plot }) => dropped || setDrawing({ state: "ready", Plot }),
        () => dropped || setDrawing({ state: "failed" }),
      );
    if (state === "near") {
      load();
      return () => {
        dropped = true;
      };
    }
    const observer = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && setDrawing({ state: "near" }),
      { rootMargin: AHEAD },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [wanted, state]);

  if (state === "failed") return <BlockError retry={() => setDrawing({ state: "near" })} />;
  return (
    <div ref={place} className={className} aria-hidden="true">
      {drawing.state === "ready" && (
        <BlockBoundary>
          <drawing.Plot {...plot} />
        </BlockBoundary>
      )}
    </div>
  );
}
