import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** All that differs between the two themes. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/**
 * axe finds nothing on the page as it stands. Where the system asks for dark colours it looks at
 * colours alone: the rest is the same page, which is looked at in light ones.
 */
export async function expectNoViolations(page: Page): Promise<void> {
  const dark = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
  const axe = new AxeBuilder({ page });
  const { violations } = await (dark ? axe.withRules(COLOUR_RULES) : axe).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`),
  ).toEqual([]);
}

/** The page is no wider than its window. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
}
