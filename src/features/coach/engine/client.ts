/** The window's end: sends what changed, keeps what was answered, starts a worker that died once more. */
import { replaceEqualDeep } from "@tanstack/react-query";
import type { CoachSettings } from "#domain/feedback/engine/engine.ts";
import type { GrammarDialect } from "#domain/feedback/language/grammar/dialects.ts";
import type { StoryFeedback } from "#domain/feedback/story-feedback.ts";
import { blockText } from "#domain/feedback/text.ts";
import type { Tip } from "#domain/feedback/types.ts";
import type { Block, StoryDocument } from "#domain/story/schema.ts";
import type { FromWorker, GrammarState, Line, ToWorker } from "./protocol.ts";

export interface CoachWorker {
	line: Line<ToWorker, FromWorker>;
	/** Called when the worker can answer no more. */
	onDeath(run: () => void): void;
	stop(): void;
}

export interface CoachState {
	/** Whom this is about; `null` before a new story's first save. */
	storyId: string | null;
	/** Ids of its blocks from first to last; the same array until one comes, goes or moves. */
	order: readonly string[];
	/** `null` until the first answer about this story. */
	feedback: StoryFeedback | null;
	/** Whether a worker reads along; there is none before the first story with a text. */
	awake: boolean;
	/** Findings by block; each quotes what stands in its block now. */
	findings: ReadonlyMap<string, readonly Tip[]>;
	/** The worker died and was started again, or died again and stays away. */
	trouble: "restarted" | "stopped" | null;
	/** `null` until there is an English text to check. */
	grammar: GrammarState | null;
	/** Of much text to check for grammar, how many per cent are; `null` when nobody has to wait for it. */
	checked: number | null;
}

export interface ClientSettings extends CoachSettings {
	dialect: GrammarDialect;
}

/** A worker that is silent for so long while it has work is taken for dead. */
const SILENCE_MS = 30_000;
export const NOTHING_SAID: CoachState = {
	storyId: null,
	order: [],
	feedback: null,
	awake: false,
	findings: new Map(),
	trouble: null,
	grammar: null,
	checked: null,
};

/** Whether what is said is about this story; one that is new gets its id while it is followed. */
export function isAbout({ storyId }: CoachState, id: string | null): boolean {
	return storyId === null || storyId === id;
}

/** Whether a tip is about the words that stand there now. */
export function fits(tip: Tip, block: Block | undefined): boolean {
	return block !== undefined && blockText(block).slice(tip.start, tip.end) === tip.quote;
}

export interface FollowedStory {
	id: string | null;
	document: StoryDocument;
}

export class CoachClient {
	readonly #start: () => CoachWorker;
	readonly #listeners = new Set<() => void>();
	#worker: CoachWorker | null = null;
	#deaths = 0;
	#settings: ClientSettings;
	#blocks: ReadonlyMap<string, Block> = new Map();
	#first: readonly string[] = [];
	#revision = 0;
	#requests = 0;
	/** Questions about titles that are not answered yet. */
	readonly #asked = new Map<number, (tips: readonly (readonly Tip[])[] | null) => void>();
	#silence: ReturnType<typeof setTimeout> | null = null;
	#state = NOTHING_SAID;
	#settled = false;
	/** As the worker told it, with tips that may no longer quote what stands there. */
	#told: StoryFeedback | null = null;

	constructor(start: () => CoachWorker, settings: ClientSettings) {
		this.#start = start;
		this.#settings = settings;
	}

	/** The same object until something to be shown changes. */
	state = (): CoachState => this.#state;

	/** Whether everything about the newest text is answered but for grammar, which comes as it is checked. */
	get settled(): boolean {
		return this.#settled;
	}

	subscribe = (changed: () => void): (() => void) => {
		this.#listeners.add(changed);
		return () => this.#listeners.delete(changed);
	};

	/** Another story: what was said is about another text. */
	#reset(): void {
		this.#blocks = new Map();
		this.#send({ kind: "reset" });
		this.#told = null;
		this.#settled = false;
		this.#show({ order: [], feedback: null, findings: new Map() });
	}

	/** The studio answers again, and with it what workers load from it. */
	retry(): void {
		if (this.#state.trouble === "stopped") {
			this.#deaths = 0;
			this.#show({ trouble: null });
			this.#begin();
		} else if (this.#state.grammar === "away" || this.#state.grammar === "unloaded") this.#send({ kind: "retry" });
	}

	configure(settings: ClientSettings): void {
		this.#settings = settings;
		if (!this.#worker) return;
		this.#settled = false;
		this.#send({ kind: "settings", ...settings });
	}

	/**
	 * @param story `id` is `null` until the first save; a story that gets its id stays the same
	 * @param first ids of the blocks to answer first
	 */
	follow({ id, document: { blocks } }: FollowedStory, first: readonly string[]): void {
		// A page that was only just turned to is not worth a worker.
		if (!this.#worker && id === null && blocks.every((block) => blockText(block) === "")) return;
		if (!isAbout(this.#state, id)) this.#reset();
		this.#show({ storyId: id });
		if (this.#state.trouble === "stopped") return;
		const changed = blocks.filter((block) => this.#blocks.get(block.id) !== block);
		const before = this.#state.order;
		const moved = blocks.length !== before.length || blocks.some((block, at) => block.id !== before[at]);
		if (changed.length === 0 && !moved && this.#worker) return;
		this.#blocks = new Map(blocks.map((block) => [block.id, block]));
		const order = moved ? blocks.map((block) => block.id) : before;
		this.#first = first;
		if (!this.#worker) {
			this.#show({ order });
			this.#begin();
			return;
		}
		this.#revision += 1;
		this.#send({ kind: "change", revision: this.#revision, first, order: moved ? order : null, blocks: changed });
		this.#settled = false;
		const findings = this.#fitting(changed, moved);
		this.#show({ order, findings, feedback: this.#fittingFeedback() });
		this.#listen();
	}

	/** What the rules would say of other titles of the story followed, in their order; `null` when nobody answers. */
	judgeTitles(titles: readonly string[]): Promise<readonly (readonly Tip[])[] | null> {
		if (!this.#worker) return Promise.resolve(null);
		this.#requests += 1;
		const request = this.#requests;
		return new Promise((answer) => {
			this.#asked.set(request, answer);
			this.#send({ kind: "titles", request, titles });
		});
	}

	stop(): void {
		this.#worker?.stop();
		this.#worker = null;
		for (const answer of this.#asked.values()) answer(null);
		this.#asked.clear();
		this.#show({ grammar: null, checked: null, awake: false });
		if (this.#silence) clearTimeout(this.#silence);
		this.#silence = null;
	}

	/** Starts a worker and tells it everything. */
	#begin(): void {
		const worker = this.#start();
		this.#worker = worker;
		this.#show({ awake: true });
		worker.line.addEventListener("message", ({ data }) => {
			if (this.#worker === worker) this.#hear(data);
		});
		worker.onDeath(() => {
			if (this.#worker === worker) this.#died();
		});
		this.#revision += 1;
		this.#send({ kind: "settings", ...this.#settings });
		this.#send({
			kind: "change",
			revision: this.#revision,
			first: this.#first,
			order: this.#state.order,
			blocks: [...this.#blocks.values()],
		});
		this.#listen();
	}

	#died(): void {
		this.stop();
		this.#deaths += 1;
		this.#settled = false;
		this.#told = null;
		this.#show({ trouble: this.#deaths > 1 ? "stopped" : "restarted" });
		if (this.#deaths === 1) this.#begin();
	}

	/** Waits for an answer, and takes silence for death. */
	#listen(): void {
		if (this.#silence) clearTimeout(this.#silence);
		this.#silence = setTimeout(() => this.#died(), SILENCE_MS);
	}

	#hear(answer: FromWorker): void {
		if (answer.kind === "titles") {
			this.#asked.get(answer.request)?.(answer.tips);
			this.#asked.delete(answer.request);
			return;
		}
		if (answer.kind === "done" && answer.revision === this.#revision) {
			if (this.#silence) clearTimeout(this.#silence);
			this.#silence = null;
			this.#settled = true;
			this.#notify();
			return;
		}
		// Grammar comes as it is checked, when all else is answered.
		if (!this.#settled) this.#listen();
		if (answer.kind === "checked") this.#show({ checked: answer.percent });
		if (answer.kind === "grammar") this.#show({ grammar: answer.state });
		// Parts build on each other: none is left out, though newer text may be on its way.
		if (answer.kind === "story" && Object.keys(answer.changed).length > 0) {
			this.#told = { ...this.#told, ...answer.changed } as StoryFeedback;
			this.#show({ feedback: this.#fittingFeedback() });
		}
		if (answer.kind === "blocks") {
			const findings = new Map(this.#state.findings);
			for (const { blockId, tips } of answer.blocks) {
				const block = this.#blocks.get(blockId);
				const fitting = tips.filter((tip) => fits(tip, block));
				if (fitting.length > 0) findings.set(blockId, fitting);
				else findings.delete(blockId);
			}
			this.#show({ findings });
		}
	}

	/** Feedback whose tips quote what stands there; what is as before stays the same object and is not drawn again. */
	#fittingFeedback(): StoryFeedback | null {
		if (!this.#told) return this.#state.feedback;
		const tips = this.#told.tips.filter((tip) => tip.blockId === null || fits(tip, this.#blocks.get(tip.blockId)));
		return replaceEqualDeep(this.#state.feedback, { ...this.#told, tips });
	}

	/** Findings that still quote their block. */
	#fitting(changed: readonly Block[], moved: boolean): CoachState["findings"] {
		const before = this.#state.findings;
		const touched = changed.filter((block) => before.has(block.id));
		if (touched.length === 0 && !moved) return before;
		const findings = new Map(before);
		for (const block of touched) {
			const tips = (before.get(block.id) ?? []).filter((tip) => fits(tip, block));
			if (tips.length > 0) findings.set(block.id, tips);
			else findings.delete(block.id);
		}
		if (moved) for (const id of before.keys()) if (!this.#blocks.has(id)) findings.delete(id);
		return findings;
	}

	#send(message: ToWorker): void {
		this.#worker?.line.postMessage(message);
	}

	#show(change: Partial<CoachState>): void {
		const state = { ...this.#state, ...change };
		const same = (Object.keys(state) as (keyof CoachState)[]).every((name) => state[name] === this.#state[name]);
		if (same) return;
		this.#state = state;
		this.#notify();
	}

	#notify(): void {
		for (const listener of this.#listeners) listener();
	}
}
