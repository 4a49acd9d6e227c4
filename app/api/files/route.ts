import { mayUploadFiles } from "#lib/files/policy.ts";
import { refusedFile, storeFile } from "#lib/files/service.ts";
import { uploadRoute } from "../upload.ts";

/** Takes one file of a form that is being filled in, and answers what was kept. */
export const POST = uploadRoute({
  may: mayUploadFiles,
  mayNot: "files.problems.mayNot",
  otherSite: "files.problems.otherSite",
  unexpected: "files.problems.unexpected",
  failure: "upload failed",
  tooLarge: () => refusedFile("tooLarge"),
  handle: ({ actor, bytes, name }) => storeFile(actor, { name: name ?? "", bytes }),
  statuses: {
    "files.problems.tooLarge": 413,
    "files.problems.typeNotAllowed": 415,
    "files.problems.contentDiffers": 415,
  },
});
