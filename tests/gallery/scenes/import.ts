import { choose, command, hold, holdJob, importFile, press, says, smallExport, steps } from "../acts.ts";
import { ALL, PAIR, type Scene } from "../scene.ts";

const archive = { name: "medium-export.zip", buffer: smallExport() };
const report = steps(
	(page) => page.keyboard.press("Control+Shift+I"),
	(page) =>
		page
			.getByRole("button", { name: /Report/ })
			.first()
			.click(),
);

export const IMPORT: readonly Scene[] = [
	{ name: "import-dialog", library: "sample", at: "#/plan/ideas", frames: ALL, prepare: command("Import") },
	{ name: "import-past", library: "imported", at: "#/plan/ideas", frames: ALL, prepare: command("Import") },
	{ name: "import-report", library: "imported", at: "#/plan/ideas", frames: ALL, prepare: report },
	{
		name: "import-report-problems",
		library: "imported",
		at: "#/plan/ideas",
		frames: ALL,
		prepare: steps(report, choose(/^Only problems/)),
	},
	{ name: "import-pending", library: "imported", at: "#/write/TWOFOLD", frames: ALL },
	{ name: "import-compare", library: "imported", at: "#/write/TWOFOLD", frames: ALL, prepare: press("Compare…") },
	{
		name: "import-failed",
		library: "imported",
		at: "#/plan/ideas",
		frames: ALL,
		prepare: steps(importFile({ name: "photographs.zip", buffer: Buffer.from("no zip") }), (page) =>
			page.getByRole("alert").waitFor(),
		),
	},
	{
		name: "import-reading",
		library: "imported",
		at: "#/plan/ideas",
		frames: PAIR,
		before: hold(/imports\.start/),
		prepare: steps(importFile(archive), says("Reading the files")),
		held: true,
	},
	{
		name: "import-running",
		library: "imported",
		at: "#/plan/ideas",
		frames: ALL,
		changes: true,
		before: holdJob({
			done: 1240,
			total: 3000,
			item: "posts/2019-05-06_What-the-tide-leaves-behind-0f0f0f0f0f0f.html",
		}),
		prepare: steps(importFile(archive), says(/stories left/)),
		held: true,
	},
];
