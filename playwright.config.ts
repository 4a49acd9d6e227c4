import { defineConfig, devices } from "@playwright/test";

/** The run's own server and report files are given by `npm test` and `npm run test:e2e`. */
const { E2E_BASE_URL = "http://localhost:3000", E2E_REPORT, CHROMIUM_PATH } = process.env;

/** Set by `npm run pictures`, which takes the guide's pictures and tests nothing. */
const { PICTURES } = process.env;
const laptop = { ...devices["Desktop Chrome"], viewport: { width: 1366, height: 768 } };

export default defineConfig({
  testDir: "e2e",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: E2E_REPORT ? [["list"], ["json", { outputFile: E2E_REPORT }]] : "list",
  use: {
    baseURL: E2E_BASE_URL,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    // Recording every test costs a third of the run; TRACE=1 shows what a failing one did.
    trace: process.env.TRACE ? "retain-on-failure" : "off",
    launchOptions: {
      ...(CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {}),
      args: [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-gpu",
        "--no-first-run",
        // Root has no sandbox, and many containers have none for anybody.
        "--no-sandbox",
        "--disable-dev-shm-usage",
      ],
    },
  },
  projects: [
    { name: "setup", testMatch: /\.setup\.ts$/ },
    ...(PICTURES
      ? [{ name: "pictures", testMatch: /\.pictures\.ts$/, dependencies: ["setup"], use: laptop }]
      : [
          { name: "chromium", dependencies: ["setup"], use: laptop },
          // They change the register, which the others count.
          {
            name: "journeys",
            testMatch: /\.journey\.ts$/,
            dependencies: ["chromium"],
            use: laptop,
          },
        ]),
  ],
});
