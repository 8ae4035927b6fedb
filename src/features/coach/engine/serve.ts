/** The worker's end: drives the engine in short slices, hears the window between them, drops what newer text overtook. */
import { CoachEngine, type EngineStep } from "#domain/feedback/engine/engine.ts";
import type { BlockAnswer, FromWorker, Line, ToWorker } from "./protocol.ts";

/** Longest work before messages are heard again. A single block may take longer. */
const SLICE_MS = 8;

/** Runs something after messages that have already come in. */
export type Pause = (run: () => void) => void;

/** A macrotask without the 4 ms that nested timers cost. */
export function messagePause(): { pause: Pause; stop: () => void } {
	const { port1, port2 } = new MessageChannel();
	let next: (() => void) | null = null;
	port1.onmessage = () => next?.();
	return {
		pause: (run) => {
			next = run;
			port2.postMessage(null);
		},
		stop: () => port1.close(),
	};
}

export function serveCoach(line: Line<FromWorker, ToWorker>, pause: Pause, engine = new CoachEngine()): void {
	let work: Generator<EngineStep, void> | null = null;
	let revision = 0;
	let first: readonly string[] = [];
	let workMs = 0;
	let waiting = false;

	function begin(): void {
		work = engine.work(first);
		workMs = 0;
		if (!waiting) next();
	}

	function next(): void {
		waiting = true;
		pause(() => {
			waiting = false;
			slice();
		});
	}

	/** Works until the slice is over or a block the writer waits for is answered; then says what was found. */
	function slice(): void {
		if (!work) return;
		const started = performance.now();
		const blocks: BlockAnswer[] = [];
		let over = false;
		for (;;) {
			const { value: step, done } = work.next();
			if (done) {
				over = true;
				break;
			}
			if (step.kind === "story") {
				tellBlocks(blocks);
				line.postMessage({ kind: "story", revision, feedback: step.feedback });
			}
			if (step.kind === "block") {
				blocks.push({ blockId: step.blockId, tips: step.tips });
				if (first.includes(step.blockId)) tellBlocks(blocks);
			}
			if (performance.now() - started >= SLICE_MS) break;
		}
		tellBlocks(blocks);
		workMs += performance.now() - started;
		if (!over) {
			next();
			return;
		}
		work = null;
		line.postMessage({ kind: "done", revision, workMs });
	}

	function tellBlocks(blocks: BlockAnswer[]): void {
		if (blocks.length > 0) line.postMessage({ kind: "blocks", revision, blocks: blocks.splice(0) });
	}

	line.addEventListener("message", ({ data }) => {
		switch (data.kind) {
			case "reset":
				engine.reset();
				work = null;
				return;
			case "rules":
				engine.configure(data.choices);
				if (revision > 0) begin();
				return;
			case "change":
				({ revision, first } = data);
				engine.apply(data);
				begin();
		}
	});
}
