import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const WCAG_2_2_AA = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

/** Fails with the list of what axe finds wrong under WCAG 2.2 AA on the page as it is now. */
export async function expectAccessible(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).withTags(WCAG_2_2_AA).analyze();
	const findings = violations.flatMap((violation) =>
		violation.nodes.map((node) => `${violation.id}: ${node.target.join(" ")}: ${node.failureSummary ?? ""}`),
	);
	expect(findings).toEqual([]);
}
