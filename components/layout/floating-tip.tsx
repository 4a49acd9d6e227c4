"use client";

import { useEffect, useRef } from "react";
import classes from "./floating-tip.module.css";
import { place } from "./placement.ts";

const HOVER_DELAY_IN_MILLISECONDS = 250;
/** Long enough for the pointer to reach the tip itself. */
const LEAVE_DELAY_IN_MILLISECONDS = 150;
const SELECTOR = "[data-tip], [data-truncated]";

/** What there is to say about an element: its tip, or its own text where that is cut off. */
function textOf(element: HTMLElement): string | null {
  if (element.dataset.tip) return element.dataset.tip;
  const cut =
    element.scrollHeight > element.clientHeight + 1 ||
    element.scrollWidth > element.clientWidth + 1;
  return cut ? element.textContent : null;
}

/** The element with something to say that an event is about. */
function subjectOf(event: Event): HTMLElement | null {
  if (!(event.target instanceof Element)) return null;
  const around = event.target.closest<HTMLElement>(SELECTOR);
  if (around || event.type !== "focusin") return around;
  // A link that holds a cut-off title.
  return event.target.querySelector<HTMLElement>(SELECTOR);
}

/**
 * One tip for the whole page, shown on hover, keyboard focus and tap for whatever carries
 * `data-tip` (an explanation) or `data-truncated` (a text that may be cut off), beside the
 * `data-tip-box` around it, if there is one. So the many figures and titles of a page stay
 * plain markup. Assistive technology reads the explanation from the markup itself.
 */
export function FloatingTip() {
  const tip = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const box = tip.current;
    if (!box) return;
    let subject: HTMLElement | null = null;
    let timer: number | undefined;

    function show(element: HTMLElement): void {
      const text = textOf(element);
      if (!box || text === null || !element.isConnected) return;
      subject = element;
      box.textContent = text;
      if (!box.matches(":popover-open")) box.showPopover();
      const around = element.closest("[data-tip-box]") ?? element;
      const { left, top } = place(around.getBoundingClientRect(), box.getBoundingClientRect(), {
        width: document.documentElement.clientWidth,
        height: document.documentElement.clientHeight,
      });
      box.style.left = `${left}px`;
      box.style.top = `${top}px`;
    }
    function hide(): void {
      window.clearTimeout(timer);
      subject = null;
      if (box?.matches(":popover-open")) box.hidePopover();
    }
    function later(act: () => void, delay: number): void {
      window.clearTimeout(timer);
      timer = window.setTimeout(act, delay);
    }

    const listeners = new AbortController();
    const on = <Kind extends keyof DocumentEventMap>(
      kind: Kind,
      act: (event: DocumentEventMap[Kind]) => void,
    ) => document.addEventListener(kind, act, { signal: listeners.signal, passive: true });

    on("pointerover", (event) => {
      if (event.pointerType === "touch") return;
      if (event.target instanceof Node && box.contains(event.target)) {
        window.clearTimeout(timer);
        return;
      }
      const element = subjectOf(event);
      if (element === subject) window.clearTimeout(timer);
      else if (element) later(() => show(element), subject ? 0 : HOVER_DELAY_IN_MILLISECONDS);
      else if (subject) later(hide, LEAVE_DELAY_IN_MILLISECONDS);
      else window.clearTimeout(timer);
    });
    on("focusin", (event) => {
      const element = subjectOf(event);
      const byKeyboard = event.target instanceof Element && event.target.matches(":focus-visible");
      if (element && byKeyboard) show(element);
    });
    on("focusout", hide);
    on("click", (event) => {
      const element = subjectOf(event);
      const button = element?.closest("button[data-tip]");
      if (element && button && !(subject === element && event.detail === 0)) show(element);
      else hide();
    });
    on("keydown", (event) => {
      if (event.key === "Escape") hide();
    });
    document.addEventListener("scroll", hide, {
      signal: listeners.signal,
      passive: true,
      capture: true,
    });
    return () => {
      listeners.abort();
      hide();
    };
  }, []);

  return <div ref={tip} popover="manual" className={classes.tip} aria-hidden="true" />;
}
