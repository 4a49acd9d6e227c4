"use client";

import { Button } from "@mantine/core";
import { CheckCheckIcon } from "lucide-react";
import { useActionState } from "react";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { useAnswered } from "#components/ui/use-answered.ts";
import { markAllRead } from "../actions.ts";

/** Marks all news as read. */
export function MarkAllRead({ text }: { text: string }) {
  const answered = useAnswered();
  const [state, send, busy] = useActionState(() => answered(markAllRead()), null);
  return (
    <form action={send}>
      <Button
        type="submit"
        variant="default"
        loading={busy}
        leftSection={<CheckCheckIcon size={16} strokeWidth={1.8} aria-hidden />}
      >
        {text}
      </Button>
      {state?.ok === false && <FormProblem>{state.message}</FormProblem>}
    </form>
  );
}
