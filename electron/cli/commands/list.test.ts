import { expect, test } from "vitest";
import { inCommandLibrary, inLibrary, library, told } from "#tests/support/command-library.ts";

inCommandLibrary();

test("a list has a head, tells each length in its own unit, and a response as one", async () => {
	const paragraph = (text: string) => ({
		version: 1 as const,
		blocks: [{ id: "p", type: "paragraph" as const, spans: [{ text }] }],
	});
	await inLibrary((open) => {
		open.stories.insert({ document: paragraph("灯".repeat(405)) }, "2026-11-23T10:00:00.000Z");
		open.stories.insert(
			{ kind: "response", stage: "published", document: paragraph("I agree.") },
			"2026-11-23T11:00:00.000Z",
		);
	});
	const { status, text } = await told("list", "--library", library);
	expect(status).toBe(0);
	const [head, ...rows] = text
		.trimEnd()
		.split("\n")
		.map((line) => line.split(/ {2,}/));
	expect(head).toEqual(["Id", "Stage", "Length", "Title"]);
	expect(rows.map(([, ...cells]) => cells)).toEqual(
		expect.arrayContaining([
			["response", "2 words", "(no title)"],
			["draft", "405 characters", "(no title)"],
		]),
	);
});
