import { createHash, createHmac } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FileStorage, openStorage } from "./storage.ts";
import { bucketOf } from "./storage-address.ts";

const CONTENT = new Uint8Array(Array.from({ length: 3000 }, (_, index) => index % 256));

/** What every storage does. */
function keepsFiles(storage: () => FileStorage): void {
  test("gives back exactly what it was given, and null for what it was not", async () => {
    await storage().save("3f/3f2a", CONTENT);
    expect(await storage().read("3f/3f2a")).toEqual(CONTENT);
    expect(await storage().read("3f/3f2b")).toBeNull();
  });

  test("forgets, and does not mind forgetting twice", async () => {
    await storage().save("4a/4a00", CONTENT);
    await storage().remove("4a/4a00");
    expect(await storage().read("4a/4a00")).toBeNull();
    await storage().remove("4a/4a00");
  });
}

describe("in a folder", () => {
  const root = mkdtempSync(path.join(tmpdir(), "storage-"));
  const folder = path.join(root, "files");
  const storage = openStorage({ url: null, folder });
  afterAll(() => rmSync(root, { recursive: true }));

  keepsFiles(() => storage);

  test("stays in it", async () => {
    await expect(storage.save("../outside", CONTENT)).rejects.toThrow("Invalid key");
  });

  test("says when a file cannot be read", async () => {
    await storage.save("file", CONTENT);
    await expect(storage.read("file/below")).rejects.toThrow("ENOTDIR");
  });
});

const KEY = { id: "AKIDEXAMPLE", secret: "wJalr/XUtnFEMI+K7MDENG" };
const REGION = "ap-southeast-1";

const hmac = (key: string | Buffer, text: string) =>
  createHmac("sha256", key).update(text).digest();
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** Whether a request carries the signature that S3 would ask of it (AWS Signature Version 4). */
function isSigned({ method, url, headers }: IncomingMessage): boolean {
  const { authorization = "" } = headers;
  const [, scope = "", names = "", signature] =
    authorization.match(/Credential=[^/]+\/([^,]+), SignedHeaders=([^,]+), Signature=(\w+)/) ?? [];
  const signed = names.split(";").map((name) => `${name}:${headers[name]}\n`);
  const payload = headers["x-amz-content-sha256"];
  const canonical = [method, url, "", signed.join(""), names, payload].join("\n");
  const text = ["AWS4-HMAC-SHA256", headers["x-amz-date"], scope, sha256(canonical)].join("\n");
  const signing = scope.split("/").reduce<string | Buffer>(hmac, `AWS4${KEY.secret}`);
  const belongs = authorization.includes(KEY.id) && scope.endsWith(`/${REGION}/s3/aws4_request`);
  return belongs && signature === hmac(signing, text).toString("hex");
}

describe("in a bucket", () => {
  // As much of S3 as the product uses; it believes nobody without the right signature.
  const objects = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = "", url = "" } = request;
    const found = objects.get(url);
    if (!isSigned(request)) response.writeHead(403).end("SignatureDoesNotMatch");
    else if (method === "PUT") {
      objects.set(url, Buffer.concat(chunks));
      response.writeHead(200).end();
    } else if (method === "DELETE") {
      objects.delete(url);
      response.writeHead(204).end();
    } else if (found) response.writeHead(200).end(method === "HEAD" ? undefined : found);
    else response.writeHead(404).end();
  });

  let host: string;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    host = `127.0.0.1:${address.port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const bucketWith = (secret: string) =>
    openStorage({
      url: `s3+http://${KEY.id}:${encodeURIComponent(secret)}@${host}/desk?region=${REGION}`,
      folder: "",
    });

  keepsFiles(() => bucketWith(KEY.secret));

  test("puts files into the bucket under their keys", async () => {
    await bucketWith(KEY.secret).save("5b/5b00", CONTENT);
    expect([...objects.keys()]).toContain("/desk/5b/5b00");
  });

  test("fails aloud with a wrong secret, and does not tell it", async () => {
    const failure = bucketWith("wrong-secret").save("6c/6c00", CONTENT);
    await expect(failure).rejects.toThrow("403");
    await expect(failure).rejects.not.toThrow("wrong-secret");
  });
});

test("bucketOf reads what an address says", () => {
  expect(bucketOf("s3+https://KEY:a%2Fb@storage.example:9000/desk?region=hn-1")).toEqual({
    endpoint: "https://storage.example:9000",
    bucket: "desk",
    region: "hn-1",
    accessKeyId: "KEY",
    secretAccessKey: "a/b",
  });
  expect(bucketOf("s3+http://KEY:b@[::1]:9000/desk/")).toMatchObject({
    endpoint: "http://[::1]:9000",
    bucket: "desk",
    region: "us-east-1",
  });
  expect(bucketOf("s3+https://KEY:%zz@storage.example/desk")).toBeNull();
  expect(bucketOf("s3+https://KEY:b@storage.example/desk/folder")).toBeNull();
});
