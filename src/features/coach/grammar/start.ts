/** Starts the grammar checker's worker. Never at launch: it holds some 200 MB once English text has been checked. */
import type { Line } from "../engine/protocol.ts";
import type { FromGrammar, ToGrammar } from "./protocol.ts";

export interface GrammarWorker {
	line: Line<ToGrammar, FromGrammar>;
	/** Called when the worker's own code cannot be loaded, or breaks. */
	onDeath(run: () => void): void;
	stop(): void;
}

export function startGrammarWorker(): GrammarWorker {
	const worker = new Worker(new URL("./grammar-worker.ts", import.meta.url), { type: "module" });
	return {
		line: worker,
		onDeath: (run) =>
			worker.addEventListener("error", (event) => {
				event.preventDefault();
				run();
			}),
		stop: () => worker.terminate(),
	};
}
