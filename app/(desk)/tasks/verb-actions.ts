import type { VerbActions } from "#components/tasks/verb-actions.ts";
import * as actions from "./actions.ts";

/** The actions of all verbs, for the components that offer them. */
export const VERB_ACTIONS: VerbActions = {
  accept: actions.acceptTask,
  refuse: actions.refuseTask,
  handOver: actions.handOverTask,
  progress: actions.reportProgress,
  submit: actions.submitTask,
  confirm: actions.confirmTask,
  return: actions.returnTask,
  pause: actions.pauseTask,
  resume: actions.resumeTask,
  cancel: actions.cancelTask,
  reopen: actions.reopenTask,
  transfer: actions.transferTask,
  requestExtension: actions.requestExtension,
  approveExtension: actions.approveExtension,
  rejectExtension: actions.rejectExtension,
  edit: actions.editTask,
  addSubTask: actions.addSubTask,
};
