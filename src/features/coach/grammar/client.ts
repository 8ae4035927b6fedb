/** The window's end of the grammar checker: asks for each text once, keeps answers by text, drops what was overtaken. */
import type { GrammarDialect } from "#domain/feedback/language/grammar/dialects.ts";
import type { Lint } from "#domain/feedback/language/grammar/lint.ts";
import type { GrammarFailure } from "./protocol.ts";
import { type GrammarWorker, startGrammarWorker } from "./start.ts";

/** Texts whose answers are kept, the least recently asked for leaving first. */
const MOST_KEPT = 3000;
/** Texts that the checker may fall over without an answer between, until it counts as one that cannot run here. */
const MOST_FALLS = 3;

interface Question {
	text: string;
	first: boolean;
	answer: (lints: readonly Lint[] | null) => void;
}

export class GrammarClient {
	readonly #start: () => GrammarWorker;
	#worker: GrammarWorker | null = null;
	#dialect: GrammarDialect;
	#failed: GrammarFailure | null = null;
	readonly #kept = new Map<string, readonly Lint[]>();
	/** What is asked and not answered yet, by key. */
	readonly #asked = new Map<string, Question>();
	/** Since the last answer. */
	#falls = 0;

	constructor(dialect: GrammarDialect, start: () => GrammarWorker = startGrammarWorker) {
		this.#start = start;
		this.#dialect = dialect;
	}

	/** Why there is no checker; every answer is `null` then. */
	get failed(): GrammarFailure | null {
		return this.#failed;
	}

	/** A checker whose files could not be had is started anew with the next question. */
	retry(): void {
		if (this.#failed === "away") this.#failed = null;
	}

	/**
	 * What the checker says about an English block's text.
	 * @param key names the block: asking again under the same key overtakes the question before
	 * @param first before all that waits
	 * @returns `null` when overtaken, dropped, stopped, or without a checker
	 */
	lint(key: string, text: string, first = false): Promise<readonly Lint[] | null> {
		this.#asked.get(key)?.answer(null);
		this.#asked.delete(key);
		const kept = this.#kept.get(text);
		if (kept) {
			this.#keep(text, kept);
			this.#worker?.line.postMessage({ kind: "drop", key });
			return Promise.resolve(kept);
		}
		if (this.#failed) return Promise.resolve(null);
		return new Promise((answer) => {
			this.#asked.set(key, { text, first, answer });
			this.#send(key, text, first);
		});
	}

	/** The block is gone. */
	drop(key: string): void {
		this.#asked.get(key)?.answer(null);
		if (this.#asked.delete(key)) this.#worker?.line.postMessage({ kind: "drop", key });
	}

	/** Texts have to be asked for again: nothing said under the old dialect holds. */
	setDialect(dialect: GrammarDialect): void {
		if (dialect === this.#dialect) return;
		this.#dialect = dialect;
		this.#kept.clear();
		this.#forgetAsked();
		this.#worker?.line.postMessage({ kind: "dialect", dialect });
	}

	/** Gives the checker's memory back; the next question starts it anew. */
	stop(): void {
		this.#worker?.stop();
		this.#worker = null;
		this.#forgetAsked();
	}

	#send(key: string, text: string, first: boolean): void {
		this.#running().line.postMessage({ kind: "lint", key, text, first });
	}

	#running(): GrammarWorker {
		if (this.#worker) return this.#worker;
		const worker = this.#start();
		this.#worker = worker;
		worker.onDeath(() => {
			if (worker === this.#worker) this.#fail("away");
		});
		worker.line.postMessage({ kind: "dialect", dialect: this.#dialect });
		worker.line.addEventListener("message", ({ data }) => {
			if (worker !== this.#worker) return;
			if (data.kind === "failed") {
				this.#fail(data.failure);
				return;
			}
			if (data.kind === "fell") {
				this.#fell(data.key, data.text);
				return;
			}
			this.#falls = 0;
			this.#answer(data.key, data.text, data.lints);
		});
		return worker;
	}

	#answer(key: string, text: string, lints: readonly Lint[]): void {
		const asked = this.#asked.get(key);
		// An answer under a dialect that has changed was forgotten with its question.
		if (asked?.text !== text) return;
		this.#asked.delete(key);
		this.#keep(text, lints);
		asked.answer(lints);
	}

	/** Of the text that broke the checker nothing is said; the others are asked about anew, of another worker. */
	#fell(key: string, text: string): void {
		this.#falls += 1;
		if (this.#falls === MOST_FALLS) {
			this.#fail("missing");
			return;
		}
		this.#answer(key, text, []);
		this.#worker?.stop();
		this.#worker = null;
		for (const [other, question] of this.#asked) this.#send(other, question.text, question.first);
	}

	#fail(failure: GrammarFailure): void {
		this.#failed = failure;
		this.stop();
	}

	#keep(text: string, lints: readonly Lint[]): void {
		this.#kept.delete(text);
		this.#kept.set(text, lints);
		if (this.#kept.size <= MOST_KEPT) return;
		const [oldest] = this.#kept.keys();
		if (oldest !== undefined) this.#kept.delete(oldest);
	}

	#forgetAsked(): void {
		for (const [key, { answer }] of this.#asked) {
			this.#worker?.line.postMessage({ kind: "drop", key });
			answer(null);
		}
		this.#asked.clear();
	}
}
