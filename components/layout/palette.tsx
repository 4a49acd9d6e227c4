"use client";

import "@mantine/core/styles/Modal.layer.css";
import "@mantine/spotlight/styles.layer.css";
import { createSpotlight, Spotlight, useSpotlight } from "@mantine/spotlight";
import {
  BookOpenIcon,
  Building2Icon,
  CornerDownRightIcon,
  ListChecksIcon,
  SearchIcon,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import classes from "./palette.module.css";
import { usePaletteSearch } from "./use-palette-search.ts";

const ICONS = {
  command: CornerDownRightIcon,
  directive: BookOpenIcon,
  task: ListChecksIcon,
  department: Building2Icon,
};

const LIST = "palette-found";
/** What scrolls can be reached by keys alone; the list hands this on to its scrolling part. */
const SCROLLED_BY_KEYS = { viewportProps: { tabIndex: 0 } };
/** What is typed beyond this is no name of anything. */
const LONGEST = 200;

const [store, spotlight] = createSpotlight();

/** Opens the palette that is on the page. */
export const showPalette = spotlight.open;

export type PaletteProps = {
  labels: {
    open: string;
    placeholder: string;
    nothing: string;
    problem: string;
    signedOut: string;
    keys: string;
  };
};

/** Finds directives, tasks, departments and screens by a few letters, and goes there. */
export function Palette({ labels }: PaletteProps) {
  const router = useRouter();
  const { opened, selected } = useSpotlight(store);
  const [typed, setTyped] = useState("");
  const query = typed.trim();
  const { found, problem } = usePaletteSearch(query, opened);
  const goesOnArrival = useRef(false);
  const items = found?.groups.flatMap((group) => group.items) ?? [];
  const current = found?.query === query;

  useEffect(() => {
    if (!found) return;
    selectFirst();
    const [first] = found.groups.flatMap((group) => group.items);
    if (!goesOnArrival.current || !first) return;
    goesOnArrival.current = false;
    spotlight.close();
    router.push(first.href);
  }, [found, router]);

  // Who presses Enter before the answer is there means what it will be, not what was found before.
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Enter") {
      goesOnArrival.current = false;
    } else if (!current && !problem) {
      goesOnArrival.current = true;
      for (const item of selectedItems()) item.removeAttribute("data-selected");
    }
  }

  return (
    <Spotlight.Root
      store={store}
      query={typed}
      onQueryChange={setTyped}
      shortcut={null}
      size={640}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      transitionProps={{ duration: 0 }}
      attributes={{ content: { "aria-label": labels.open } }}
      classNames={classes}
    >
      <Spotlight.Search
        size="md"
        maxLength={LONGEST}
        autoComplete="off"
        spellCheck={false}
        aria-label={labels.placeholder}
        placeholder={labels.placeholder}
        aria-controls={LIST}
        leftSection={<SearchIcon size={18} strokeWidth={1.7} aria-hidden />}
        onKeyDown={onKeyDown}
      />
      <p role="status" className="spoken">
        {current && items[Math.max(selected, 0)]?.label}
      </p>
      <Spotlight.ActionsList id={LIST} {...SCROLLED_BY_KEYS} aria-busy={!current && !problem}>
        {found?.groups.map(({ kind, label, items }) => {
          const Icon = ICONS[kind];
          return (
            <Spotlight.ActionsGroup key={kind} label={label}>
              {items.map((item) => (
                <Spotlight.Action
                  key={item.href}
                  label={item.label}
                  description={item.detail}
                  leftSection={<Icon size={18} strokeWidth={1.6} aria-hidden />}
                  onClick={() => router.push(item.href)}
                />
              ))}
            </Spotlight.ActionsGroup>
          );
        })}
        {problem && (
          <p role="alert" className={classes.note}>
            {labels[problem]}
          </p>
        )}
        {!problem && current && items.length === 0 && (
          <p className={classes.note}>{labels.nothing}</p>
        )}
      </Spotlight.ActionsList>
      <Spotlight.Footer aria-hidden="true">{labels.keys}</Spotlight.Footer>
    </Spotlight.Root>
  );
}

function selectedItems(): Iterable<Element> {
  return document.querySelectorAll(`#${LIST} [data-selected]`);
}

/** The library marks the chosen item in the document itself, and only as keys are pressed. */
function selectFirst(): void {
  for (const item of selectedItems()) item.removeAttribute("data-selected");
  document.querySelector(`#${LIST} [data-action]`)?.setAttribute("data-selected", "true");
  store.updateState((state) => ({ ...state, selected: 0 }));
}
