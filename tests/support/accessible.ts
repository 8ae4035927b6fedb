import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const WCAG_2_2_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What of the rules depends on the colours alone. */
export const COLOR_RULES = ["color-contrast", "link-in-text-block"];

/**
 * What axe finds wrong under WCAG 2.2 AA on the page as it is now, one line each.
 * @param rules these alone
 */
export async function accessibilityFindings(page: Page, rules?: string[]): Promise<string[]> {
	// The studio has no frames: without axe's way around them there is no second page for every look. And nobody reads what
	// is in order: not writing it down halves the time.
	const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
	const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(WCAG_2_2_AA)).analyze();
	return violations.flatMap((violation) =>
		violation.nodes
			// A day's cell holds buttons of its own, and the shortcut beside a command is no part of its name.
			.filter(({ html }) => violation.id !== "label-content-name-mismatch" || /^<(?:button|a)\b/.test(html))
			.map((node) => `${violation.id}: ${node.target.join(" ")}: ${node.failureSummary ?? ""}`),
	);
}

/** Fails with the list of what axe finds wrong. */
export async function expectAccessible(page: Page): Promise<void> {
	expect(await accessibilityFindings(page)).toEqual([]);
}

/** The same in light and, for the rules about colours, in dark: all else is one page in both. Leaves it in light. */
export async function expectAccessibleInBoth(page: Page): Promise<void> {
	const found: string[] = [];
	const look = async (colorScheme: "light" | "dark", rules?: string[]) => {
		await page.emulateMedia({ colorScheme });
		// Colours on their way to others are neither.
		await page.evaluate(() =>
			Promise.allSettled(
				document
					.getAnimations()
					.filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
					.map(({ finished }) => finished),
			),
		);
		for (const finding of await accessibilityFindings(page, rules)) found.push(`${colorScheme}: ${finding}`);
	};
	await look("dark", COLOR_RULES);
	await look("light");
	expect(found).toEqual([]);
}
