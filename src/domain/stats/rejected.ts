import { english, type Words } from "../words/message.ts";
import { runsOf } from "./runs.ts";

/** Rows of a source that follow each other and were not taken for the same reason; both ends belong to it. */
export interface RejectedRun {
	from: number;
	to: number;
	reason: Words;
}

/** @param rejected in the order of the source */
export function rejectedRuns(rejected: readonly { row: number; reason: Words }[]): RejectedRun[] {
	const told = rejected.map(({ row, reason }) => ({ row, reason, words: english(reason) }));
	return runsOf(told, (before, { row, words }) => words === before.words && row === before.row + 1).flatMap((run) => {
		const [first, last] = [run[0], run.at(-1)];
		return first && last ? [{ from: first.row, to: last.row, reason: first.reason }] : [];
	});
}
