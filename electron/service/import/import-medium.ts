/** The job: a Medium export into the library, all of it or nothing. */
import { randomUUID } from "node:crypto";
import { CHOOSE_WHOLE_ARCHIVE, DOWNLOAD_AGAIN, skipAdvice, skipWords } from "#contract/import-words.ts";
import type { ImportCounts, ImportedEarnings, ImportReport, SkippedFile } from "#contract/imports.ts";
import { areRounded, type LifetimeEarning } from "#domain/medium/partner-program.ts";
import { NO_FACTS, type Observation, type StoryFacts } from "#domain/stats/observation.ts";
import { nameFromWords } from "#domain/story/text.ts";
import type { Clock } from "../clock.ts";
import { LogKeeper } from "../database/log-keeper.ts";
import { StudioError } from "../errors.ts";
import type { JobContext } from "../jobs.ts";
import { turn } from "../turn.ts";
import { namesOfUnknown } from "./earnings-names.ts";
import type { ReaderInput } from "./messages.ts";
import { readArchive } from "./read-archive.ts";
import { otherTaken, type ReadEarning, type ReadEnd, type ReadItem, type ReadPost } from "./reader.ts";
import { decide, mediumName } from "./store.ts";
import { type ImportTarget, rollBackImport } from "./take-back.ts";

/** Milliseconds one slice may hold the event loop, its commit not counted. */
const SLICE_MS = 8;
const EARNINGS_A_SLICE = 200;
/** Stories from which the log is kept short by a thread of its own. */
const LARGE_IMPORT = 200;

const noCounts = (): ImportCounts => ({
	stories: 0,
	drafts: 0,
	responses: 0,
	added: 0,
	updated: 0,
	unchanged: 0,
	beside: 0,
	skipped: 0,
});

class ImportRun {
	readonly #target: ImportTarget;
	readonly #job: JobContext;
	readonly #now: string;
	readonly #id = randomUUID();
	readonly #seen = new Map<string, string>();
	#begun = false;
	#keeper: LogKeeper | null = null;
	#total = 0;
	#done = 0;
	readonly report: ImportReport;

	constructor(target: ImportTarget, name: string, now: string, job: JobContext) {
		this.#target = target;
		this.#job = job;
		this.#now = now;
		this.report = {
			importId: null,
			source: { name, format: "zip" },
			exportedOn: null,
			profile: null,
			counts: noCounts(),
			earnings: null,
			files: [],
			pages: [],
			skipped: [],
		};
	}

	open(format: "zip" | "folder" | "file", total: number): void {
		this.report.source.format = format;
		this.#total = total;
	}

	/** Stores a batch in slices, between which the writer's own calls are answered. */
	async store(items: readonly ReadItem[]): Promise<void> {
		for (let at = 0; at < items.length; ) {
			at = this.#slice(() => {
				const until = performance.now() + SLICE_MS;
				let next = at;
				do {
					const item = items[next];
					if (item) this.#storeItem(item);
					next += 1;
				} while (next < items.length && performance.now() < until);
				return next;
			});
			await this.#job.breathe();
		}
	}

	async finish(end: ReadEnd): Promise<ImportReport> {
		const { report } = this;
		report.exportedOn = end.exportedOn;
		report.profile = end.profile;
		report.pages = end.pages;
		report.skipped.push(...end.skipped);
		if (this.#seen.size === 0 && !end.earnings) throw this.#nothingRead();
		if (end.earnings) {
			report.earnings = await this.#storeEarnings(end.earnings, end.exportedOn);
			this.#nameMissing(end.earnings);
		}
		report.skipped.sort((a, b) => (a.file < b.file ? -1 : 1));
		report.counts.skipped = report.skipped.length;
		if (!this.#begun) this.#noteNothingNew();
		else {
			report.importId = this.#id;
			await this.#keeper?.flush();
			await this.#job.breathe();
			this.#target.database.transaction(() => this.#target.imports.complete(this.#id, report, this.#now)).immediate();
		}
		return report;
	}

	/** An import that has nothing new to say adds and changes nothing; that it was made is kept. */
	#noteNothingNew(): void {
		const { report } = this;
		this.#target.imports.noteNothingNew({
			kind: "medium-archive",
			sourceName: report.source.name,
			format: report.source.format,
			sha256: null,
			startedAt: this.#now,
			finishedAt: this.#now,
			report,
		});
	}

	/** Call in any case. */
	end(): void {
		if (this.#keeper) this.#job.afterwards(this.#keeper.stop());
	}

	async rollBack(): Promise<void> {
		if (!this.#begun) return;
		await rollBackImport(this.#target, this.#id, turn);
	}

	/**
	 * One transaction that need not survive a power cut: an import that did not end is taken back anyway. The writer's
	 * own saves run between slices, with the library's full durability.
	 */
	#slice<T>(work: () => T): T {
		const { database } = this.#target;
		database.pragma("synchronous = NORMAL");
		try {
			return database.transaction(work).immediate();
		} finally {
			database.pragma("synchronous = FULL");
		}
	}

	#begin(): void {
		if (this.#begun) return;
		if (this.#total >= LARGE_IMPORT) this.#keeper ??= new LogKeeper(this.#target.database);
		const { source } = this.report;
		this.#target.imports.begin({
			id: this.#id,
			sourceName: source.name,
			format: source.format,
			startedAt: this.#now,
		});
		this.#begun = true;
	}

	#storeItem(item: ReadItem): void {
		if ("skipped" in item) {
			this.report.skipped.push(item.skipped);
			return;
		}
		this.#storePost(item.post);
		this.#done += 1;
		this.#job.progress({ done: this.#done, total: this.#total, item: item.post.file });
	}

	#storePost(post: ReadPost): void {
		const { counts, files, skipped, source } = this.report;
		const key = post.mediumId ?? post.hash;
		const twin = this.#seen.get(key);
		if (twin !== undefined) {
			skipped.push(otherTaken(post.file, twin));
			return;
		}
		this.#seen.set(key, post.file);
		counts[post.stage === "draft" ? "drafts" : post.kind === "response" ? "responses" : "stories"] += 1;
		const decision = decide(post, this.#target.imports);
		if (decision.outcome === "skipped") {
			skipped.push({ file: post.file, reason: decision.reason, detail: decision.detail });
			return;
		}
		let { storyId } = decision;
		if (decision.write) {
			this.#begin();
			const { stories, imports } = this.#target;
			storyId = decision.write({ stories, imports, importId: this.#id, label: source.name, now: this.#now });
			this.#storeFacts(post);
		}
		counts[decision.outcome] += 1;
		files.push({
			file: post.file,
			outcome: decision.outcome,
			storyId: storyId ?? "",
			title: post.text.title || mediumName(post) || nameFromWords(post.text.excerpt),
			kind: post.kind,
			stage: post.stage,
			kindReason: post.kindReason,
			notes: post.notes,
		});
	}

	/** Tags are known from exports before summer 2018 only; the stats keep them. */
	#storeFacts(post: ReadPost): void {
		if (post.mediumId === null || post.tags.length === 0) return;
		const facts: StoryFacts = { ...NO_FACTS, subject: `story:${post.mediumId}`, tags: post.tags };
		this.#target.observations.appendFacts(this.#id, observedAt(post.exportedOn, this.#now), [facts]);
	}

	async #storeEarnings(earnings: readonly LifetimeEarning[], exportedOn: string | null): Promise<ImportedEarnings> {
		const rounded = areRounded(earnings, exportedOn);
		const currency = earnings[0]?.currency ?? "USD";
		const result: ImportedEarnings = { stories: 0, totalMinor: 0, currency, rounded, added: 0 };
		const observations = earnings.flatMap((earning): Observation[] => {
			if (earning.currency !== currency) {
				const detail = `${earning.title} (${earning.currency})`;
				this.report.skipped.push({ file: "partner-program", reason: "unreadableAmount", detail });
				return [];
			}
			result.stories += 1;
			result.totalMinor += earning.amountMinor;
			return [
				{
					subject: `story:${earning.mediumId}`,
					metric: "earnings",
					definition: "earnings-export-total",
					period: { grain: "lifetime", start: null, end: null, zone: "unstated" },
					value: earning.amountMinor,
					currency,
					rounding: rounded ? "whole" : "exact",
					provisional: false,
					row: earning.row,
				},
			];
		});
		for (let at = 0; at < observations.length; at += EARNINGS_A_SLICE) {
			result.added += this.#appendSlice(observations.slice(at, at + EARNINGS_A_SLICE), exportedOn);
			await this.#job.breathe();
		}
		if (this.#begun) {
			const names = namesOfUnknown(this.#target, earnings);
			this.#slice(() => this.#target.observations.appendFacts(this.#id, observedAt(exportedOn, this.#now), names));
		}
		return result;
	}

	/** What is counted in the earnings although the library has no story of it is said. */
	#nameMissing(earnings: readonly ReadEarning[]): void {
		const missing = earnings.filter(({ mediumId }) => !this.#target.imports.has(mediumId));
		for (const page of this.report.pages) {
			const names = missing.flatMap(({ file, title, mediumId }) => (file === page.file ? [title || mediumId] : []));
			if (names.length > 0) page.notInLibrary = names;
		}
	}

	/** Earnings that are all known do not begin an import. */
	#appendSlice(observations: readonly Observation[], exportedOn: string | null): number {
		const begun = this.#begun;
		const nothingNew = Symbol("nothing new");
		try {
			return this.#slice(() => {
				this.#begin();
				const at = observedAt(exportedOn, this.#now);
				const { added } = this.#target.observations.append(this.#id, at, observations);
				if (added === 0 && !begun) throw nothingNew;
				return added;
			});
		} catch (error) {
			if (error !== nothingNew) throw error;
			this.#begun = false;
			return 0;
		}
	}

	#nothingRead(): StudioError {
		const { skipped, source } = this.report;
		const left = (...reasons: SkippedFile["reason"][]) => skipped.find(({ reason }) => !reasons.includes(reason));
		const first = left("private", "notStories", "foreign") ?? left("private", "notStories");
		return new StudioError("UNREADABLE_FILE", "None of its stories could be read", {
			file: source.name,
			...(first && first.file !== source.name ? { place: first.file } : {}),
			...(first ? { reason: skipWords(first), advice: skipAdvice(first.reason) } : { advice: CHOOSE_WHOLE_ARCHIVE }),
		});
	}
}

const observedAt = (exportedOn: string | null, now: string) =>
	exportedOn === null ? now : `${exportedOn}T00:00:00.000Z`;

/**
 * Imports an archive. No story is written before the first that is new or changed; when it fails or is
 * cancelled, everything that was written is taken back.
 * @throws {StudioError} NOT_FOUND, UNREADABLE_FILE, UNSUPPORTED_FORMAT, CANCELLED, DISK_FULL
 */
export async function importMedium(
	target: ImportTarget,
	input: ReaderInput,
	clock: Clock,
	job: JobContext,
): Promise<ImportReport> {
	const run = new ImportRun(target, input.name, clock.now().toISOString(), job);
	try {
		for await (const message of readArchive(input)) {
			if (message.type === "open") run.open(message.format, message.total);
			else if (message.type === "items") await run.store(message.items);
			else if (message.type === "end") return await run.finish(message.end);
		}
		throw new StudioError("UNREADABLE_FILE", "The archive could not be read to its end", {
			file: input.name,
			advice: DOWNLOAD_AGAIN,
		});
	} catch (error) {
		await run.rollBack();
		throw error;
	} finally {
		run.end();
	}
}
