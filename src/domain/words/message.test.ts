import { expect, test } from "vitest";
import { english, message } from "./message.ts";

test("the English of a message has its places filled, other messages and days too", () => {
	const reason = message("The date is not a date: {{text}}", { text: "31 {{row}}" });
	const whole = message("Row {{row}} of {{day}}: {{reason}}", { row: 1204, day: { day: "2026-03-01" }, reason });
	expect(english(whole)).toBe("Row 1,204 of 2026-03-01: The date is not a date: 31 {{row}}");
	expect(english("ENOSPC: {{as it is}}")).toBe("ENOSPC: {{as it is}}");
});

test("one of a thing is said in the sentence for one", () => {
	const fields = (count: number) =>
		english(
			message("The row has {{count}} fields, the header {{columns}}", {
				count,
				columns: 3,
				defaultValue_one: "The row has {{count}} field, the header {{columns}}",
			}),
		);
	expect([0, 1, 2].map(fields)).toEqual([
		"The row has 0 fields, the header 3",
		"The row has 1 field, the header 3",
		"The row has 2 fields, the header 3",
	]);
});

test("a share is told in percent, with no space that a line could break at", () => {
	expect(english(message("{{some}} and {{more}}", { some: { share: 0.64 }, more: { share: 0.069 } }))).toBe(
		"64% and 6.9%",
	);
});
