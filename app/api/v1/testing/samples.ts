import { database } from "#lib/core/db.ts";
import { POST as register } from "../directives/route.ts";
import { POST as importFile } from "../imports/route.ts";
import { PUT as putValue } from "../indicators/[code]/values/[month]/route.ts";
import { POST as periodVerb } from "../periods/[month]/[verb]/route.ts";
import { asks, does, givenTask, NEW, tokens } from "./calls.ts";
import { call, type Machine } from "./machine.ts";

/** A request that works, with what it needs in the register made before. */
export type Sample = {
  token: string;
  path?: Record<string, string | number>;
  query?: Record<string, string | number>;
  headers?: Record<string, string>;
  body?: object;
  /** The file of a form, by its name and its text. */
  file?: { name: string; text: string };
};

const as = (name: Machine, rest: Omit<Sample, "token"> = {}): Sample => ({
  token: tokens[name],
  ...rest,
});

async function must(answer: Promise<{ status: number; body: unknown }>): Promise<void> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(JSON.stringify(body));
}

/** A task to which this has been done already. */
async function taskAfter(...steps: [Machine, string, object?][]): Promise<number> {
  const id = await givenTask();
  for (const [name, what, body] of steps) await must(does(name, what, id, body));
  return id;
}

const SUBMITTED: [Machine, string, object?][] = [
  ["head", "accept"],
  ["head", "submit", { completedOn: "2026-11-12" }],
];

/** A verb's sample: by whom, what is sent, and what was done to the task before. */
const verb =
  (name: Machine, body: object, ...before: [Machine, string, object?][]) =>
  async (): Promise<Sample> =>
    as(name, { path: { id: await taskAfter(...before) }, body });

async function decision(body: object): Promise<Sample> {
  const task = await taskAfter(["head", "accept"]);
  await must(asks("head", task, { dueOn: "2026-12-20", note: "Chờ đo đạc" }));
  const { id } = await database().extension.findFirstOrThrow({ where: { taskId: task } });
  return as("chairman", { path: { id }, body });
}

const closing = (month: string, what: string, body: object) =>
  call(
    periodVerb,
    `periods/${month}/${what}`,
    { month, verb: what },
    { token: tokens.office, body },
  );

const value = (month: string, number: number) =>
  call(
    putValue,
    `indicators/HS/values/${month}`,
    { code: "HS", month },
    {
      token: tokens.office,
      method: "PUT",
      body: { state: "REPORTED", value: number, note: "Đã rà soát" },
    },
  );

/** A closed month about which a task and an indicator's value were changed afterwards. */
async function adjusted(): Promise<Sample> {
  const month = "2026-10";
  const late = await givenTask({ assignedOn: "2026-10-01", dueOn: "2026-10-10" });
  await must(value(month, 12));
  await must(closing(month, "close", {}));
  await must(does("chairman", "cancel", late, { note: "Trùng việc", on: "2026-10-05" }));
  await must(value(month, 13));
  return as("office", { path: { month } });
}

const DIRECTIVE = {
  issuedOn: "2026-11-16",
  issuingBody: "UBND_TP",
  type: "DIRECTIVE",
  abstract: "Về rà soát trật tự xây dựng",
};

/** A spreadsheet of one task. */
const spreadsheet = (number: number) => ({
  name: `nhiem-vu-${number}.csv`,
  text: [
    "STT;Nội dung nhiệm vụ;Đơn vị chủ trì;Lĩnh vực theo dõi;Ngày giao;Hạn hoàn thành",
    `1;Rà soát công trình vi phạm đợt ${number};PHONG_KT;TBKL;02/11/2026;10/12/2026`,
  ].join("\r\n"),
});

async function imported(): Promise<Sample> {
  const { name, text } = spreadsheet(2);
  const form = new FormData();
  form.set("file", new File([text], name));
  const request = new Request("http://desk/api/v1/imports?kind=tasks", {
    method: "POST",
    headers: { authorization: `Bearer ${tokens.office}` },
    body: form,
  });
  const response = await importFile(request, { params: Promise.resolve({}) });
  const body = await response.json();
  await must(Promise.resolve({ status: response.status, body }));
  return as("office", { path: { id: body.id } });
}

/**
 * One working request for every call of the interface, by the call's id. A new call needs one:
 * the contract's test counts them.
 */
export const SAMPLES: Readonly<Record<string, () => Promise<Sample>>> = {
  getSummary: async () => as("chairman", { query: { period: "2026-10" } }),
  getReport: async () => as("chairman", { path: { file: "2026-11.xlsx" } }),
  listTasks: async () => {
    await givenTask();
    return as("office", {
      query: { late: "2026-11", lateKind: "outstanding", limit: 2, sort: "-dueOn" },
    });
  },
  exportTasksXlsx: async () => as("office", { query: { timeliness: "OVERDUE" } }),
  exportTasksCsv: async () => as("office", { query: { timeliness: "OVERDUE" } }),
  getTask: async () => as("office", { path: { id: await taskAfter(...SUBMITTED) } }),
  createTask: async () => as("office", { body: NEW, headers: { "Idempotency-Key": "contract-1" } }),
  editTask: async () =>
    as("chairman", {
      path: { id: await givenTask() },
      headers: { "If-Match": '"1"' },
      body: { dueOn: "2026-12-15", note: "Ghi nhầm hạn" },
    }),
  acceptTask: verb("head", {}),
  refuseTask: verb("head", { note: "Không thuộc chức năng" }),
  handOverTask: verb("head", { assignee: "cv.datdai" }, ["head", "accept"]),
  reportProgress: verb("head", { progress: 40, note: "Đã họp" }, ["head", "accept"]),
  submitTask: verb("head", { completedOn: "2026-11-12" }, ["head", "accept"]),
  confirmTask: verb("chairman", {}, ...SUBMITTED),
  returnTask: verb("chairman", { note: "Thiếu biểu" }, ...SUBMITTED),
  pauseTask: verb("office", { note: "Chờ ý kiến" }),
  resumeTask: verb("office", {}, ["office", "pause", { note: "Chờ ý kiến" }]),
  cancelTask: verb("office", { note: "Trùng việc" }),
  reopenTask: verb("chairman", { note: "Nhầm" }, ...SUBMITTED, ["chairman", "confirm"]),
  transferTask: verb("office", { department: "BAN_QLDA" }),
  requestExtension: verb("head", { dueOn: "2026-12-20", note: "Chờ đo đạc" }, ["head", "accept"]),
  approveExtension: () => decision({}),
  rejectExtension: () => decision({ note: "Đã gia hạn hai lần" }),
  listDirectives: async () => as("observer", { query: { level: "CITY", limit: 1 } }),
  getDirective: async () => {
    const { id } = await database().directive.findFirstOrThrow({ orderBy: { id: "asc" } });
    return as("observer", { path: { id } });
  },
  registerDirective: async () =>
    as("office", { body: { ...DIRECTIVE, number: "118/CT-UBND", tasks: [NEW] } }),
  listIndicators: async () => as("office", { query: { month: "2026-10" } }),
  putIndicatorValue: async () =>
    as("head", { path: { code: "HS", month: "2026-09" }, body: { state: "NOTHING_AROSE" } }),
  listPeriods: async () => as("observer"),
  closePeriod: async () => as("office", { path: { month: "2026-08" }, body: {} }),
  reopenPeriod: async () => {
    await must(closing("2026-07", "close", {}));
    return as("chairman", { path: { month: "2026-07" }, body: { reason: "Sót việc" } });
  },
  getAdjustments: adjusted,
  importFile: async () => as("office", { query: { kind: "tasks" }, file: spreadsheet(1) }),
  undoImport: imported,
  putExternalTask: async () =>
    as("office", { path: { system: "HANOIWORK", externalId: "HW-1" }, body: NEW }),
  putExternalDirective: async () =>
    as("office", {
      path: { system: "HANOIWORK", externalId: "HW-2" },
      body: { ...DIRECTIVE, number: "119/CT-UBND" },
    }),
};

/** What the samples find in the register besides the tasks that they make. */
export async function givenSurroundings(): Promise<void> {
  await database().indicator.create({
    data: {
      code: "HS",
      name: "Hồ sơ",
      nameEn: "",
      unit: "hồ sơ",
      direction: "UP",
      aggregation: "SUM",
      departmentId: 1,
      sectorId: 21,
      position: 1,
    },
  });
  await must(
    call(
      register,
      "directives",
      {},
      { token: tokens.office, body: { ...DIRECTIVE, number: "117/CT-UBND", tasks: [NEW] } },
    ),
  );
}
