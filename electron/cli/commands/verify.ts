import type { VerifyReport } from "#contract/library.ts";
import type { Command } from "../command.ts";
import { counted } from "../counted.ts";

function lines(report: VerifyReport): string[] {
	const { search, documents, media } = report;
	return [
		report.ok ? "The library is sound." : "The library is NOT sound.",
		`Integrity: ${report.integrity.length === 0 ? "ok" : report.integrity.join("; ")}`,
		`Rows that point at nothing: ${report.foreignKeys}`,
		`Search index: ${counted(search.indexed, "entry", "entries")} for ${counted(search.stories, "story", "stories")}, wrong: ${search.disagreeing}`,
		`Documents: ${documents.checked} checked, ${documents.unreadable.length} unreadable`,
		...documents.unreadable.map((one) => `  ${one.storyId}: ${one.reason}`),
		`Pictures: ${media.checked} checked, ${media.missing.length} missing, ${media.changed.length} changed`,
		...[...media.missing, ...media.changed].map((name) => `  ${name}`),
		`Synchronous: ${report.synchronous}`,
	];
}

export const verify: Command = {
	name: "verify",
	summary: "Check integrity, foreign keys, search index, documents and pictures.",
	library: "existing",
	async run({ client, job }) {
		const report = await job<VerifyReport>(await client.library.verify.mutate());
		return { json: report, text: lines(report).join("\n"), ok: report.ok };
	},
};
