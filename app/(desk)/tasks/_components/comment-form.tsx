"use client";

import { Button, Combobox, Textarea, useCombobox } from "@mantine/core";
import { AtSignIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { useRequestKey } from "#components/ui/request-key.ts";
import { useSubmission } from "#components/ui/use-submission.ts";
import type { Mentionable } from "#lib/comments/schema.ts";
import { addComment } from "../comments/actions.ts";
import { type MentionEntry, mentionEntryAt, offeredPeople, withMention } from "./mention-entry.ts";
import classes from "./task-comments.module.css";

type Props = { taskId: number; people: readonly Mentionable[] };

/** Where something is said about a task; begins anew once it is said. */
export function CommentForm(props: Props) {
  const [said, setSaid] = useState(0);
  return <OneComment key={said} {...props} onSaid={() => setSaid((count) => count + 1)} />;
}

function OneComment({ taskId, people, onSaid }: Props & { onSaid: () => void }) {
  const t = useTranslations("comments");
  const { state, issues, submit, busy } = useSubmission(addComment);
  const requestKey = useRequestKey();
  const said = state?.ok === true;
  useEffect(() => {
    if (said) onSaid();
  }, [said, onSaid]);
  return (
    <form onSubmit={submit} className={classes.form}>
      {state?.ok === false && !issues.text && <FormProblem>{state.message}</FormProblem>}
      <input type="hidden" name="taskId" value={taskId} />
      <input type="hidden" name="requestKey" value={requestKey} />
      <MentioningText people={people} error={issues.text} />
      <div className={classes.end}>
        <Button type="submit" loading={busy}>
          {t("send")}
        </Button>
      </div>
    </form>
  );
}

/** A text in which "@" offers people to mention. */
function MentioningText({
  people,
  error,
}: {
  people: readonly Mentionable[];
  error: string | undefined;
}) {
  const t = useTranslations("comments");
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState("");
  const [entry, setEntry] = useState<MentionEntry | null>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const offered = entry ? offeredPeople(people, entry.sought) : [];
  const first = offered[0]?.login;
  const { selectFirstOption } = combobox;
  useEffect(() => {
    if (first) selectFirstOption();
  }, [first, selectFirstOption]);

  function follow(typed: string, cursor: number): void {
    const found = mentionEntryAt(typed, cursor);
    const anyone = found && offeredPeople(people, found.sought).length > 0;
    setText(typed);
    setEntry(anyone ? found : null);
    if (anyone) combobox.openDropdown();
    else combobox.closeDropdown();
  }

  function put(next: { text: string; cursor: number }): void {
    setText(next.text);
    // Once the text stands there.
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(next.cursor, next.cursor);
    });
  }

  function choose(login: string): void {
    if (!entry) return;
    put(withMention(text, entry, login));
    setEntry(null);
    combobox.closeDropdown();
  }

  /** For a thumb: the "@" that is hard to find on its keyboard. */
  function begin(): void {
    const cursor = area.current?.selectionStart ?? text.length;
    const gap = cursor > 0 && !/\s/.test(text.charAt(cursor - 1)) ? " @" : "@";
    const begun = text.slice(0, cursor) + gap + text.slice(cursor);
    follow(begun, cursor + gap.length);
    put({ text: begun, cursor: cursor + gap.length });
  }

  function press(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.currentTarget.form?.requestSubmit();
    } else if (event.key === "Escape" && entry) {
      event.stopPropagation();
      setEntry(null);
      combobox.closeDropdown();
    }
  }

  return (
    <Combobox store={combobox} onOptionSubmit={choose} position="top-start">
      {/* The role of a combobox is not for texts of several lines. */}
      <Combobox.Target withKeyboardNavigation={entry !== null} withAriaAttributes={false}>
        <Textarea
          ref={area}
          name="text"
          label={t("write")}
          description={t("hint")}
          error={error}
          value={text}
          onChange={({ currentTarget }) =>
            follow(currentTarget.value, currentTarget.selectionStart)
          }
          onKeyDown={press}
          aria-autocomplete="list"
          aria-controls={entry === null ? undefined : (combobox.listId ?? undefined)}
          onBlur={() => combobox.closeDropdown()}
          autosize
          minRows={2}
          maxRows={12}
          rightSection={
            <button
              type="button"
              className={classes.begin}
              aria-label={t("mention")}
              title={t("mention")}
              onClick={begin}
            >
              <AtSignIcon size={18} strokeWidth={1.8} aria-hidden />
            </button>
          }
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={t("mention")} mah={280} className={classes.options}>
          {offered.map(({ login, displayName }) => (
            <Combobox.Option key={login} value={login}>
              <span className={classes.option}>{displayName}</span>
              <span className={classes.login}>@{login}</span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
