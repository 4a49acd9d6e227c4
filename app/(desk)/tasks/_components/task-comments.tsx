import { useTranslations } from "next-intl";
import { Instant } from "#components/ui/instant.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { piecesOf } from "#lib/comments/rules.ts";
import type { Discussion, TaskComment } from "#lib/comments/schema.ts";
import { ClientMessages } from "#lib/core/i18n/client-messages.tsx";
import { CommentForm } from "./comment-form.tsx";
import classes from "./task-comments.module.css";

/** What people say about a task, and where one says something oneself. */
export function TaskComments({
  taskId,
  discussion: { comments, people },
}: {
  taskId: number;
  discussion: Discussion;
}) {
  const t = useTranslations("comments");
  return (
    <Panel title={t("title")} className={classes.panel}>
      {comments.length === 0 && <p className={classes.none}>{t("none")}</p>}
      <ol className={classes.comments}>
        {comments.map((comment) => (
          <li key={comment.id} id={`comment-${comment.id}`}>
            <div className={classes.head}>
              <strong>{comment.author}</strong>
              <span className={classes.at}>
                <Instant at={comment.at} />
              </span>
            </div>
            <p className={classes.text}>
              <CommentText comment={comment} />
            </p>
          </li>
        ))}
      </ol>
      {people && (
        <ClientMessages namespaces={["comments"]}>
          <CommentForm taskId={taskId} people={people} />
        </ClientMessages>
      )}
    </Panel>
  );
}

/** The words of a comment, with positions in place of the names that it mentions people by. */
function CommentText({ comment: { text, mentions } }: { comment: TaskComment }) {
  const positions = new Map(mentions.map(({ login, displayName }) => [login, displayName]));
  return piecesOf(text, (login) => positions.has(login)).map((piece) =>
    "login" in piece ? (
      <span key={piece.at} className={classes.mention} title={`@${piece.login}`}>
        @{positions.get(piece.login)}
      </span>
    ) : (
      piece.text
    ),
  );
}
