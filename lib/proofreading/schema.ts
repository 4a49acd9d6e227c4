import { z } from "zod";

/**
 * What recomputing a claim says: the figures agree; they do not; the share was cut off where it
 * should be rounded half up; or the draft does not give the parts to recompute it from.
 */
export const VERDICTS = ["WRONG", "TRUNCATED", "UNVERIFIABLE", "RIGHT"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Whether a verdict calls for a correction. */
export function isError(verdict: Verdict): boolean {
  return verdict === "WRONG" || verdict === "TRUNCATED";
}

/** What a claim says of its figures; each has its explanations in the messages. */
export const CLAIM_KINDS = [
  "RATIO",
  "RATE",
  "CHANGE",
  "DIFFERENCE",
  "EXCESS",
  "SUM",
  "COLUMN",
  "REMAINDER",
  "BASE",
  "FORMAT",
] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** A stretch of the draft, as offsets of its characters: from `start` up to before `end`. */
export type Span = { start: number; end: number };

/** A figure for an explanation, in the scale that `unit` names as the draft writes it ("tỷ", "%"). */
export type Figure = { value: number; decimals: number; unit: string };

/** Which sentence explains a verdict: a message of `proofreading.explanations`. */
export const EXPLANATIONS = [
  "ratioRight",
  "ratioWrong",
  "ratioTruncated",
  "ratioApproximate",
  "ratioUnclear",
  "rateOnly",
  "changeRight",
  "changeWrong",
  "changeTruncated",
  "changeDirection",
  "changeOnly",
  "differenceRight",
  "differenceWrong",
  "excessRight",
  "excessWrong",
  "excessImplied",
  "excessOnly",
  "sumRight",
  "sumWrong",
  "sumOpen",
  "columnRight",
  "columnWrong",
  "remainderRight",
  "remainderWrong",
  "remainderUnclear",
  "baseMismatch",
  "formatThousands",
] as const;
export type ExplanationKey = (typeof EXPLANATIONS)[number];

export type Explanation = {
  key: ExplanationKey;
  /** Figures by the message's names; a list is what is added up, a text is quoted from the draft. */
  values: Record<string, Figure | readonly Figure[] | string>;
};

/** A claim of the draft with its verdict. */
export type Finding = {
  kind: ClaimKind;
  verdict: Verdict;
  /** The figure that the verdict is about. */
  at: Span;
  /** Every figure that it was recomputed from, in their order. */
  figures: readonly Span[];
  explanation: Explanation;
  /** What should stand there; null where that is not known. */
  recomputed: Figure | null;
};

/** A draft and what was found in it, in the order of the text. */
export type Proofreading = { text: string; findings: readonly Finding[] };

/** The longest draft, in characters: some 1,300 pages. */
export const MOST_CHARACTERS = 4_000_000;
/** The largest draft file, in bytes. */
export const MOST_FILE_BYTES = 25 * 1024 * 1024;

/** Why a draft was not read: a message of `proofreading.problems`. */
export const DRAFT_PROBLEMS = [
  "empty",
  "tooLarge",
  "tooLong",
  "unknownType",
  "oldWord",
  "protectedFile",
  "pdf",
  "broken",
  "unpackedTooLarge",
  "encoding",
] as const;
export type DraftProblem = (typeof DRAFT_PROBLEMS)[number];

/** The name of an uploaded draft; null for a text that was pasted. */
export const draftNameSchema = z.string().trim().max(300).nullable();
