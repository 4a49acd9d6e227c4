/** How the machine interface says what is wrong with a period or a filter. */
export { PROBLEMS } from "#lib/tasks/request-faults.ts";
