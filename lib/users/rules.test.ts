import { expect, test } from "vitest";
import { deviceOf, homeOf, pathAfterSignIn } from "./rules.ts";

test.each(["/tasks", "/tasks?late=2026-04&lateKind=carriedOver", "/?period=2026-04", "/account"])(
  "goes on to %s",
  (path) => {
    expect(pathAfterSignIn(path)).toBe(path);
  },
);

test.each([
  undefined,
  ["/tasks", "/tasks"],
  "",
  "/",
  "tasks",
  "https://elsewhere.invalid/",
  "//elsewhere.invalid/",
  "//elsewhere.invalid/tasks",
  "/\\elsewhere.invalid/",
  "\\\\elsewhere.invalid/",
  "/x/..//elsewhere.invalid/",
  "/./\\elsewhere.invalid",
  "/\t/elsewhere.invalid/",
  " //elsewhere.invalid",
  "javascript:alert(1)",
  "/login?next=/tasks",
  "/api/auth/signout",
])("goes nowhere for %o", (next) => {
  expect(pathAfterSignIn(next)).toBeNull();
});

test("leads the administrator to the accounts and everyone else to the desk", () => {
  expect(homeOf("ADMIN")).toBe("/admin/users");
  expect(homeOf("OFFICER")).toBe("/");
});

const CHROMIUM = "AppleWebKit/537.36 (KHTML, like Gecko)";

test.each([
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROMIUM} Chrome/149.0 Safari/537.36`,
    "Chrome",
    "Windows",
  ],
  [
    `Mozilla/5.0 (Windows NT 10.0) ${CHROMIUM} coc_coc_browser/130.0 Chrome/124.0 Safari/537.36`,
    "Cốc Cốc",
    "Windows",
  ],
  [
    `Mozilla/5.0 (Windows NT 10.0) ${CHROMIUM} Chrome/149.0 Safari/537.36 Edg/149.0`,
    "Edge",
    "Windows",
  ],
  [
    `Mozilla/5.0 (Linux; Android 15) ${CHROMIUM} Chrome/149.0 Mobile Safari/537.36`,
    "Chrome",
    "Android",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1",
    "Safari",
    "iOS",
  ],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0", "Firefox", "Linux"],
])("names the device of %s", (userAgent, browser, system) => {
  expect(deviceOf(userAgent)).toEqual({ browser, system });
});

test("names no device that it does not know", () => {
  expect(deviceOf("curl/8.5.0")).toBeNull();
});
