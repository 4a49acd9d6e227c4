import { mayProofread } from "#lib/proofreading/policy.ts";
import { draftNameSchema } from "#lib/proofreading/schema.ts";
import { proofreadDraft, refusedDraft } from "#lib/proofreading/service.ts";
import { uploadRoute } from "../upload.ts";

/** Proofreads a draft and answers its text with the findings; nothing is kept. */
export const POST = uploadRoute({
  may: mayProofread,
  mayNot: "account.problems.forbidden",
  otherSite: "proofreading.problems.otherSite",
  unexpected: "proofreading.problems.unexpected",
  failure: "proofreading failed",
  tooLarge: () => refusedDraft("tooLarge"),
  handle: ({ actor, bytes, name }) => {
    const named = draftNameSchema.safeParse(name);
    if (!named.success) throw refusedDraft("unknownType");
    return proofreadDraft(actor, { name: named.data, bytes });
  },
});
