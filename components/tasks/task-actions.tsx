"use client";

import { Button, Menu, Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { ChevronDownIcon } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import type { TaskVerb } from "#lib/tasks/verbs.ts";
import classes from "./task-actions.module.css";
import type { VerbActions, VerbChoices, WorkedTask, WrittenTask } from "./verb-choices.ts";
import { VerbForm } from "./verb-form.tsx";

/** The verbs that move a task on, each before those that only follow it. */
const FOREMOST: readonly TaskVerb[] = [
  "approveExtension",
  "rejectExtension",
  "confirm",
  "return",
  "accept",
  "refuse",
  "submit",
  "progress",
  "resume",
  "handOver",
  "transfer",
];
const SHOWN_AS_BUTTONS = 3;

/** What can be done with a task: the next steps as buttons, the rest in a menu. */
export function TaskActions({
  task,
  written,
  actions,
  choices,
  buttons = SHOWN_AS_BUTTONS,
}: {
  task: WorkedTask;
  written?: WrittenTask | undefined;
  actions: VerbActions;
  choices: VerbChoices;
  /** How many verbs are buttons. */
  buttons?: number;
}) {
  const t = useTranslations("work");
  const router = useRouter();
  const narrow = useMediaQuery("(max-width: 43.99em)");
  const [open, setOpen] = useState<TaskVerb | null>(null);
  const [done, setDone] = useState<TaskVerb | null>(null);
  const offered = task.verbs.filter((verb) => actions[verb] && (verb !== "edit" || written));
  const ordered = [
    ...FOREMOST.filter((verb) => offered.includes(verb)),
    ...offered.filter((verb) => !FOREMOST.includes(verb)),
  ];
  const [main, more] = [ordered.slice(0, buttons), ordered.slice(buttons)];
  const action = open && actions[open];

  const finish = useCallback(() => {
    setDone(open);
    setOpen(null);
    router.refresh();
  }, [open, router]);

  if (ordered.length === 0 && done === null) return null;
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
      <Modal.Root
        opened={open !== null}
        onClose={() => setOpen(null)}
        fullScreen={narrow ?? false}
        centered
      >
        <Modal.Overlay />
        <Modal.Content>
          {/* Mantine's own header would be a second banner of the page. */}
          <div className={classes.head}>
            <Modal.Title className={classes.title}>{open && t(`verb.${open}`)}</Modal.Title>
            <Modal.CloseButton aria-label={t("close")} />
          </div>
          <Modal.Body>
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
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
    </div>
  );
}
