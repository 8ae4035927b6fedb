/** Reads a planned archive, one story after the other. Runs in a worker; knows nothing of the library. */
import { hash } from "node:crypto";
import type { ImportReport, ReadPage, SkippedFile } from "#contract/imports.ts";
import { type FeedFacts, parseExportFeed } from "#domain/medium/feed.ts";
import { type LifetimeEarning, parsePartnerProgram } from "#domain/medium/partner-program.ts";
import { type MediumPost, NotAPostError, parseMediumPost } from "#domain/medium/post.ts";
import { parseProfile, parsePublications } from "#domain/medium/profile.ts";
import { prepareStoryText, type StoryText } from "../database/story-text.ts";
import { type Archive, type ArchiveEntry, decodeText, EntryError } from "./entry.ts";
import type { ReaderShare } from "./messages.ts";
import { planReading } from "./plan.ts";
import { type PackedText, Utf8Pack } from "./utf8-pack.ts";

/** One story, ready to be stored. Plain data. */
export interface ReadPost<Text = Uint8Array> extends Omit<MediumPost, "document"> {
	file: string;
	text: StoryText<Text>;
	/** SHA-256 of the document's JSON, hex. */
	hash: string;
	/** From `medium.rss`; ISO 8601. */
	updatedAt: string | null;
}

export type ReadItem<Text = Uint8Array> = { post: ReadPost<Text> } | { skipped: SkippedFile };
/** Its texts lie in the reader's pack. */
export type PackedItem = ReadItem<PackedText>;

/** What a story has earned, and the page that says so. */
export interface ReadEarning extends LifetimeEarning {
	file: string;
}

export interface ReadEnd {
	exportedOn: string | null;
	/** `null` without a Partner Program page. */
	earnings: ReadEarning[] | null;
	profile: ImportReport["profile"];
	/** What was read beside the posts. */
	pages: ReadPage[];
	/** Pages that turned out unreadable. */
	skipped: SkippedFile[];
}

/** Stories that one reader hands over before the next one's turn: so the order is the same every time. */
const GROUPS_A_TURN = 24;

const baseName = (path: string) => path.split("/").at(-1) ?? path;

function whySkipped(error: unknown, file: string): SkippedFile {
	if (error instanceof EntryError) return { file, reason: error.reason, detail: error.detail };
	if (error instanceof NotAPostError) return { file, reason: error.reason, detail: "" };
	return { file, reason: "damaged", detail: error instanceof Error ? error.message : String(error) };
}

/** A file whose story was read from another one, which may have its very name. */
export function otherTaken(file: string, taken: string): SkippedFile {
	return file === taken ? { file, reason: "sameName", detail: "" } : { file, reason: "olderCopy", detail: taken };
}

/** One of several files that hold the same story. */
interface Copy {
	path: string;
	/** Its place among them in the archive. */
	at: number;
	post: MediumPost;
}

/**
 * The one that counts first: a whole one, of the newest export, published before a draft, then by the order of names; of
 * files of one very name the last, as when the archive is unpacked.
 */
function compareCopies(a: Copy, b: Copy): number {
	if (a.post.isCut !== b.post.isCut) return a.post.isCut ? 1 : -1;
	const date = (b.post.exportedOn ?? "").localeCompare(a.post.exportedOn ?? "");
	if (date !== 0) return date;
	const draft = Number(a.post.stage === "draft") - Number(b.post.stage === "draft");
	if (draft !== 0) return draft;
	return a.path === b.path ? b.at - a.at : a.at - b.at;
}

export class ArchiveReader {
	readonly total: number;
	/** Holds the texts of what was read since its buffers were last taken. */
	readonly pack = new Utf8Pack();
	readonly #share: ReaderShare;
	readonly #archive: Archive;
	readonly #plan: ReturnType<typeof planReading>;
	readonly #feed = new Map<string, FeedFacts>();
	readonly #earnings = new Map<string, ReadEarning>();
	readonly #pages: ReadPage[] = [];
	#hasEarningsPage = false;
	#exportedOn: string | null = null;

	/** @param share what this reader reads when several share the work; the first also reports what belongs to no story */
	constructor(archive: Archive, share: ReaderShare = { index: 0, of: 1 }) {
		this.#share = share;
		this.#archive = archive;
		this.#plan = planReading(archive);
		this.total = this.#plan.posts.length;
	}

	/** Whether anything in the archive could be of use. */
	get isExport(): boolean {
		return this.total > 0 || this.#plan.earnings.length > 0;
	}

	/** Why nothing is of use, if something was refused for a reason. */
	get refusal(): SkippedFile | undefined {
		return this.#archive.refused[0];
	}

	/** Pages that the reading of posts depends on come first, then the stories, in the parts that readers take turns with. */
	*read(): Generator<Iterable<PackedItem>> {
		const { index, of } = this.#share;
		const { earnings, feed, posts, profile, publications } = this.#plan;
		this.#archive.expect?.(
			[...earnings, feed, ...posts.flat(), profile, publications].filter((entry) => entry !== null),
		);
		const pages = [
			...this.#plan.skipped.map((skipped) => ({ skipped })),
			...[...this.#readEarnings()].map((skipped) => ({ skipped })),
			...this.#readFeed(),
		];
		let before: Iterable<PackedItem> = index === 0 ? pages : [];
		for (let at = index * GROUPS_A_TURN; at < posts.length || at === 0; at += of * GROUPS_A_TURN) {
			yield this.#readPart(before, posts.slice(at, at + GROUPS_A_TURN));
			before = [];
		}
	}

	*#readPart(before: Iterable<PackedItem>, groups: readonly (readonly ArchiveEntry[])[]): Generator<PackedItem> {
		yield* before;
		for (const group of groups) yield* this.#readGroup(group);
	}

	/** What is known after everything was read. */
	end(): ReadEnd {
		if (this.#share.index > 0)
			return { exportedOn: this.#exportedOn, earnings: null, profile: null, pages: [], skipped: [] };
		const skipped: SkippedFile[] = [];
		const profile = this.#readProfile(skipped);
		return {
			exportedOn: this.#exportedOn,
			earnings: this.#hasEarningsPage ? [...this.#earnings.values()] : null,
			profile,
			pages: this.#pages,
			skipped,
		};
	}

	*#readEarnings(): Generator<SkippedFile> {
		for (const entry of this.#plan.earnings) {
			try {
				const page = parsePartnerProgram(decodeText(entry.read()));
				this.#hasEarningsPage = true;
				this.#pages.push({ file: entry.path, kind: "earnings", count: page.earnings.length });
				for (const earning of page.earnings)
					if (!this.#earnings.has(earning.mediumId))
						this.#earnings.set(earning.mediumId, { ...earning, file: entry.path });
				for (const { text } of page.rejected) yield { file: entry.path, reason: "unreadableAmount", detail: text };
			} catch (error) {
				yield whySkipped(error, entry.path);
			}
		}
	}

	#readFeed(): PackedItem[] {
		const entry = this.#plan.feed;
		if (!entry) return [];
		try {
			const stories = parseExportFeed(decodeText(entry.read()));
			for (const facts of stories) this.#feed.set(facts.mediumId, facts);
			this.#pages.push({ file: entry.path, kind: "feed", count: stories.length });
			return [];
		} catch (error) {
			return [{ skipped: whySkipped(error, entry.path) }];
		}
	}

	#readProfile(skipped: SkippedFile[]): ImportReport["profile"] {
		const read = (entry: ArchiveEntry | null, kind: ReadPage["kind"]) => {
			if (entry === null) return null;
			try {
				const html = decodeText(entry.read());
				this.#pages.push({ file: entry.path, kind, count: 0 });
				return html;
			} catch (error) {
				skipped.push(whySkipped(error, entry.path));
				return null;
			}
		};
		const page = read(this.#plan.profile, "profile");
		const publications = read(this.#plan.publications, "publications");
		if (page === null && publications === null) return null;
		const profile = page === null ? { handle: null, name: "", userId: null } : parseProfile(page);
		return { ...profile, publications: publications === null ? [] : parsePublications(publications) };
	}

	/** One story; of several files for it the newest counts and the others are reported. Packed when it is asked for. */
	*#readGroup(group: readonly ArchiveEntry[]): Generator<PackedItem> {
		const copies: Copy[] = [];
		for (const entry of group) {
			try {
				const html = decodeText(entry.read());
				const post = parseMediumPost(html, baseName(entry.path), (id) => this.#earnings.has(id));
				copies.push({ path: entry.path, at: copies.length, post });
			} catch (error) {
				yield { skipped: whySkipped(error, entry.path) };
			}
		}
		const [newest, ...older] = copies.sort(compareCopies);
		if (!newest) return;
		yield { post: this.#prepare(newest.post, newest.path) };
		for (const { path } of older) yield { skipped: otherTaken(path, newest.path) };
	}

	#prepare({ document, ...post }: MediumPost, file: string): ReadPost<PackedText> {
		if (post.exportedOn !== null && post.exportedOn > (this.#exportedOn ?? "")) this.#exportedOn = post.exportedOn;
		const text = prepareStoryText(document);
		const json = this.pack.add(text.json);
		const body = this.pack.add(text.body);
		const indexedBody = text.indexedBody === text.body ? body : this.pack.add(text.indexedBody);
		const place = (bytes: Uint8Array<ArrayBuffer>) => this.pack.place(bytes);
		const facts = this.#feed.get(post.mediumId ?? "");
		return {
			...post,
			file,
			text: { ...text, json: place(json), body: place(body), indexedBody: place(indexedBody) },
			hash: hash("sha256", json, "hex"),
			tags: post.tags.length > 0 ? post.tags : (facts?.tags ?? []),
			updatedAt: facts?.updatedAt ?? null,
		};
	}
}
