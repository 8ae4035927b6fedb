/** The grammar checker's end of its line: one text at a time, messages heard between two, dropped texts never checked. */
import type { GrammarDialect } from "#domain/feedback/language/grammar/dialects.ts";
import type { BlockLinter } from "#domain/feedback/language/grammar/lint.ts";
import type { Line } from "../engine/protocol.ts";
import { AwayError } from "./away.ts";
import type { FromGrammar, ToGrammar } from "./protocol.ts";

/** Lets waiting messages in. */
const pause = () => new Promise<void>((run) => setTimeout(run, 0));

/**
 * @param load gives the checker; called when the first text comes, so that a worker without English text loads nothing.
 * Rejects with {@link AwayError} when it may be had later
 */
export function serveGrammar(
	line: Line<FromGrammar, ToGrammar>,
	load: (dialect: GrammarDialect) => Promise<BlockLinter>,
): void {
	const waiting = new Map<string, string>();
	let dialect: GrammarDialect = "american";
	let linter: BlockLinter | null = null;
	let inForce: GrammarDialect = dialect;
	let busy = false;
	let broken = false;

	async function next(): Promise<boolean> {
		const [entry] = waiting;
		if (!entry) return false;
		const [key, text] = entry;
		waiting.delete(key);
		if (!linter) {
			inForce = dialect;
			linter = await load(dialect);
		}
		if (inForce !== dialect) {
			inForce = dialect;
			await linter.setDialect(dialect);
		}
		const lints = await linter.lintBlock(text).catch(() => null);
		if (lints) line.postMessage({ kind: "lints", key, text, lints });
		else breakDown({ kind: "fell", key, text });
		return !broken;
	}

	function breakDown(last: FromGrammar): void {
		broken = true;
		waiting.clear();
		line.postMessage(last);
	}

	async function work(): Promise<void> {
		if (busy || broken) return;
		busy = true;
		try {
			do await pause();
			while (await next());
		} catch (error) {
			breakDown({ kind: "failed", failure: error instanceof AwayError ? "away" : "missing" });
		}
		busy = false;
	}

	line.addEventListener("message", ({ data }) => {
		switch (data.kind) {
			case "dialect":
				dialect = data.dialect;
				return;
			case "drop":
				waiting.delete(data.key);
				return;
			case "lint": {
				waiting.delete(data.key);
				const others = data.first ? [...waiting] : [];
				if (data.first) waiting.clear();
				waiting.set(data.key, data.text);
				for (const [key, text] of others) waiting.set(key, text);
				void work();
			}
		}
	});
}
