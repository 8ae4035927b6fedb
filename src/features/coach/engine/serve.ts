/** The worker's end: drives the engine in short slices, hears the window between them, drops what newer text overtook. */
import { CoachEngine, type EngineStep } from "#domain/feedback/engine/engine.ts";
import type { GrammarDialect } from "#domain/feedback/language/grammar/dialects.ts";
import type { Lint } from "#domain/feedback/language/grammar/lint.ts";
import type { StoryFeedback } from "#domain/feedback/story-feedback.ts";
import type { GrammarFailure } from "../grammar/protocol.ts";
import type { BlockAnswer, FromWorker, GrammarState, Line, ToWorker } from "./protocol.ts";

/** Longest work before messages are heard again. A single block may take longer. */
const SLICE_MS = 8;

/** Characters to check for grammar from which a writer would wait, and is told how far it is. */
const MUCH_TEXT = 20_000;
/** Per cent. */
const STEP = 5;

/** After how long a checker that is away is asked again, first and at most, … */
const RETRY_MS = { first: 5_000, most: 60_000 };
/** … and how often: for some six minutes. What is gone for longer is not coming back by waiting. */
const MOST_TRIES = 8;

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

/** Checks grammar somewhere else; see `GrammarClient`. */
export interface Checker {
	readonly failed: GrammarFailure | null;
	lint(key: string, text: string, first?: boolean): Promise<readonly Lint[] | null>;
	drop(key: string): void;
	setDialect(dialect: GrammarDialect): void;
	/** Lets one that is away be asked again. */
	retry(): void;
}

/** Parts of what is said of the story that the window does not have yet; `told` is brought up to date. */
function changedParts(feedback: StoryFeedback, told: Map<string, string>): Partial<StoryFeedback> {
	const changed = Object.entries(feedback).filter(([name, part]) => {
		const json = JSON.stringify(part);
		if (told.get(name) === json) return false;
		told.set(name, json);
		return true;
	});
	return Object.fromEntries(changed);
}

interface Given {
	pause: Pause;
	engine?: CoachEngine;
	checker?: Checker | null;
	/** Nothing is answered before. */
	ready?: Promise<void>;
}

export function serveCoach(line: Line<FromWorker, ToWorker>, given: Given): void {
	const { pause, engine = new CoachEngine(), checker = null, ready } = given;
	let work: Generator<EngineStep, void> | null = null;
	let revision = 0;
	let first: readonly string[] = [];
	let workMs = 0;
	let waiting = ready !== undefined;
	let dialect: GrammarDialect | null = null;
	let grammar: GrammarState | null = null;
	/** Characters given to the grammar checker since it last had nothing to do, and those of them it is through with. */
	const characters = { given: 0, through: 0 };
	let percent: number | null = null;
	let retry: ReturnType<typeof setTimeout> | null = null;
	let tries = 0;
	/** JSON of each part of the story's feedback as the window has it. */
	const told = new Map<string, string>();

	void ready?.then(() => {
		waiting = false;
		if (work) next();
	});

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

	/** Works until the slice is over; a block the writer waits for is told at once. */
	function slice(): void {
		if (!work) return;
		const started = performance.now();
		const blocks: BlockAnswer[] = [];
		let over = false;
		do {
			const { value: step, done } = work.next();
			over = done === true;
			if (step) take(step, blocks);
		} while (!over && performance.now() - started < SLICE_MS);
		tell(blocks);
		workMs += performance.now() - started;
		if (!over) {
			next();
			return;
		}
		work = null;
		line.postMessage({ kind: "done", revision, workMs });
	}

	function take(step: EngineStep, blocks: BlockAnswer[]): void {
		switch (step.kind) {
			case "story":
				tell(blocks);
				line.postMessage({ kind: "story", revision, changed: changedParts(step.feedback, told) });
				return;
			case "block":
				blocks.push({ blockId: step.blockId, tips: step.tips });
				if (first.includes(step.blockId)) tell(blocks);
				return;
			case "check":
				void check(step.blockId, step.text);
		}
	}

	async function check(blockId: string, text: string): Promise<void> {
		if (!checker) return;
		if (grammar === null && !checker.failed) tellGrammar("loading");
		characters.given += text.length;
		tellChecked();
		const lints = await checker.lint(blockId, text, first.includes(blockId));
		characters.through += text.length;
		tellChecked();
		if (checker.failed === "away") awaitChecker();
		else if (checker.failed) tellGrammar(checker.failed);
		else if (lints !== null) {
			tellGrammar("ready");
			tries = 0;
		}
		const blocks: BlockAnswer[] = [];
		for (const step of engine.lint(blockId, text, lints)) take(step, blocks);
		tell(blocks);
	}

	function awaitChecker(): void {
		if (retry === null && tries < MOST_TRIES) {
			retry = setTimeout(tryAgain, Math.min(RETRY_MS.first * 2 ** tries, RETRY_MS.most));
			tries += 1;
		}
		tellGrammar(retry === null ? "unloaded" : "away");
	}

	/** Every text that was not checked is asked about again. */
	function tryAgain(): void {
		if (retry !== null) clearTimeout(retry);
		retry = null;
		checker?.retry();
		begin();
	}

	function tellGrammar(state: GrammarState): void {
		if (state === grammar) return;
		grammar = state;
		line.postMessage({ kind: "grammar", state });
	}

	function tellChecked(): void {
		const { given, through } = characters;
		const done = through === given;
		if (done) Object.assign(characters, { given: 0, through: 0 });
		const share = Math.floor(((through / given) * 100) / STEP) * STEP;
		// Texts that come while others are checked never take it back.
		const next = done || given < MUCH_TEXT ? null : Math.max(percent ?? 0, share);
		if (next === percent) return;
		percent = next;
		line.postMessage({ kind: "checked", percent });
	}

	function tell(blocks: BlockAnswer[]): void {
		if (blocks.length > 0) line.postMessage({ kind: "blocks", revision, blocks: blocks.splice(0) });
	}

	line.addEventListener("message", ({ data }) => {
		switch (data.kind) {
			case "reset":
				engine.reset();
				told.clear();
				work = null;
				return;
			case "settings":
				if (data.dialect !== dialect) engine.forgetLints();
				dialect = data.dialect;
				checker?.setDialect(data.dialect);
				engine.configure(data);
				if (revision > 0) begin();
				return;
			case "retry":
				tries = 0;
				if (checker?.failed === "away") tryAgain();
				return;
			case "titles":
				line.postMessage({ kind: "titles", request: data.request, tips: engine.judgeTitles(data.titles) });
				return;
			case "change":
				({ revision, first } = data);
				for (const id of engine.apply(data)) checker?.drop(id);
				begin();
		}
	});
}
