import { expect, test, vi } from "vitest";
import { Shutdown } from "./shutdown.ts";

test("what was started last is stopped first, once, even when a stop fails", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  const stopped: string[] = [];
  const shutdown = new Shutdown();
  shutdown.add(() => {
    stopped.push("database");
  });
  shutdown.add(() => {
    throw new Error("The build does not stop.");
  });
  shutdown.add(async () => {
    expect(shutdown.signal.aborted).toBe(true);
    stopped.push("web server");
  });
  expect(shutdown.signal.aborted).toBe(false);
  await Promise.all([shutdown.run(), shutdown.run()]);
  expect(stopped).toEqual(["web server", "database"]);
  expect(said).toHaveBeenCalledWith("The build does not stop.");
  said.mockRestore();
});
