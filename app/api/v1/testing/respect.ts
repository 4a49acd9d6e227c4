import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { OpenApiDocument } from "#lib/core/openapi.ts";
import type { Operation } from "#lib/core/operations.ts";
import type { Sample } from "./samples.ts";

/*
 * Redocly Respect, the contract tester: it makes the calls that a description of steps (Arazzo)
 * names and holds every answer's status, media type and body against the OpenAPI document.
 */

const CLI = fileURLToPath(import.meta.resolve("@redocly/cli/bin/cli.js"));

/** Runs Redocly without telling anyone, and without asking for a newer one. */
function redocly(...parameters: string[]): Promise<{ code: number | null; output: string }> {
  const environment = {
    ...process.env,
    REDOCLY_TELEMETRY: "off",
    REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
    NO_COLOR: "1",
  };
  const child = spawn(process.execPath, [CLI, ...parameters], { env: environment });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (piece) => {
      output += piece;
    });
  }
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
  });
}

const named = (values: Record<string, string | number> = {}, place: string) =>
  Object.entries(values).map(([name, value]) => ({ in: place, name, value }));

/** A call with its sample as a workflow of one step. */
function workflow(call: Operation, sample: Sample, folder: string) {
  const { token, path: inPath, query, headers, body, file } = sample;
  return {
    workflowId: call.id,
    steps: [
      {
        stepId: call.id,
        operationId: call.id,
        parameters: [
          ...named(inPath, "path"),
          ...named(query, "query"),
          ...named({ ...headers, Authorization: `Bearer ${token}` }, "header"),
        ],
        ...(body && { requestBody: { contentType: "application/json", payload: body } }),
        ...(file && {
          requestBody: {
            contentType: "multipart/form-data",
            payload: { file: `$file('${path.join(folder, file.name)}')` },
          },
        }),
        successCriteria: [{ condition: "$statusCode < 300" }],
      },
    ],
  };
}

/** What came of one call. */
export type Verdict = { id: string; passed: boolean };

/**
 * Makes each call once against a server and judges its answer by the document.
 * @param url of the server, with the path before the document's own
 * @returns a verdict for every call, and the tester's own words for when one is bad
 */
export async function respect(
  document: OpenApiDocument,
  url: string,
  calls: readonly { call: Operation; sample: Sample }[],
): Promise<{ verdicts: Verdict[]; output: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), "contract-"));
  const at = (name: string) => path.join(folder, name);
  try {
    const arazzo = {
      arazzo: "1.0.1",
      info: { title: "Every call once", version: "1" },
      sourceDescriptions: [{ name: "desk", type: "openapi", url: "openapi.json" }],
      workflows: calls.map(({ call, sample }) => workflow(call, sample, folder)),
    };
    await writeFile(at("openapi.json"), JSON.stringify({ ...document, servers: [{ url }] }));
    await writeFile(at("calls.arazzo.json"), JSON.stringify(arazzo));
    for (const { sample } of calls) {
      if (sample.file) await writeFile(at(sample.file.name), sample.file.text);
    }
    const { output } = await redocly(
      "respect",
      at("calls.arazzo.json"),
      "--json-output",
      at("result.json"),
    );
    const result = JSON.parse(await readFile(at("result.json"), "utf8").catch(() => "{}"));
    return { verdicts: verdictsIn(result), output };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What of the tester's report is read; by the file of steps. */
type Result = {
  files?: Record<
    string,
    {
      executedWorkflows: {
        workflowId: string;
        executedSteps: { checks: { status: string }[] }[];
      }[];
    }
  >;
};

/** Good is a call whose every check was good, and that was checked at all. */
function verdictsIn({ files = {} }: Result): Verdict[] {
  return Object.values(files)
    .flatMap(({ executedWorkflows }) => executedWorkflows)
    .map(({ workflowId, executedSteps }) => {
      const checks = executedSteps.flatMap((step) => step.checks);
      const passed = checks.length > 0 && checks.every(({ status }) => status === "success");
      return { id: workflowId, passed };
    });
}

/** What the document's linter has to say. @returns its words; empty where it is content */
export async function lint(document: OpenApiDocument): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "contract-"));
  try {
    const file = path.join(folder, "openapi.json");
    await writeFile(file, JSON.stringify(document));
    const { code, output } = await redocly("lint", file, "--extends", "spec");
    return code === 0 ? "" : output;
  } finally {
    await rm(folder, { recursive: true });
  }
}
