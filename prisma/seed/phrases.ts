import { z } from "zod";
import { readData } from "./data.ts";

const several = z.array(z.string()).nonempty();

/** What people note in the register, and what directives are about. */
export const phrases = z
  .object({
    started: several,
    midway: several,
    nearlyDone: several,
    stuck: several,
    onBehalf: several,
    submitted: several,
    returned: several,
    refused: several,
    reassigned: several,
    transferred: several,
    paused: several,
    resumed: several,
    cancelled: several,
    reopened: several,
    corrected: several,
    edited: several,
    objective: several,
    subjective: several,
    approved: several,
    rejected: several,
    authorities: several,
    topics: z.record(z.string(), several),
  })
  .parse(JSON.parse(readData("phrases.json")));
