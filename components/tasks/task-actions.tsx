"use client";

import { Button, Menu } from "@mantine/core";
import { ChevronDownIcon } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import type { TaskVerb } from "#lib/tasks/verbs.ts";
import type { TaskWork, VerbChoices, WrittenTask } from "#lib/tasks/views.ts";
import classes from "./task-actions.module.css";
import type { VerbActions } from "./verb-actions.ts";
import { VerbDialog } from "./verb-dialog.tsx";
import { VerbForm } from "./verb-form.tsx";
import { inOrder } from "./verb-order.ts";

const SHOWN_AS_BUTTONS = 3;

/** What can be done with a task: the next steps as buttons, the rest in a menu. */
export function TaskActions({
  task,
  written,
  actions,
  choices,
  buttons = SHOWN_AS_BUTTONS,
}: {
  task: TaskWork;
  written?: WrittenTask | undefined;
  actions: VerbActions;
  choices: VerbChoices;
  /** How many verbs are buttons. */
  buttons?: number;
}) {
  const t = useTranslations("work");
  const router = useRouter();
  const [open, setOpen] = useState<TaskVerb | null>(null);
  const [done, setDone] = useState<TaskVerb | null>(null);
  const offered = task.verbs.filter((verb) => actions[verb] && (verb !== "edit" || written));
  const ordered = inOrder(offered);
  const [main, more] = [ordered.slice(0, buttons), ordered.slice(buttons)];
  const action = open && actions[open];

  const finish = useCallback(() => {
    setDone(open);
    setOpen(null);
    router.refresh();
  }, [open, router]);

  // A form stays until it has told what it did, even when nothing more can be done.
  if (ordered.length === 0 && done === null && open === null) return null;
  return (
    <div className={classes.bar}>
      {main.map((verb, index) => (
        <Button
          key={verb}
          size="sm"
          className={classes.main}
          variant={index === 0 ? "filled" : "default"}
          onClick={() => setOpen(verb)}
        >
          {t(`verb.${verb}`)}
        </Button>
      ))}
      {more.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              size="sm"
              variant="default"
              rightSection={<ChevronDownIcon size={16} strokeWidth={1.8} aria-hidden />}
            >
              {t("more")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {more.map((verb) => (
              <Menu.Item key={verb} onClick={() => setOpen(verb)}>
                {t(`verb.${verb}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <span role="status" className={classes.done}>
        {done && t(`done.${done}`)}
      </span>
      <VerbDialog verb={open} onClose={() => setOpen(null)}>
        {open && action && (
          <VerbForm
            key={`${open}-${task.id}`}
            verb={open}
            task={task}
            written={written}
            action={action}
            choices={choices}
            onDone={finish}
          />
        )}
      </VerbDialog>
    </div>
  );
}
