import { rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { SalvageReport } from "#contract/library.ts";
import type { LibraryDatabase } from "../database/open.ts";
import type { Row } from "./whole-text.ts";
import { written } from "./write-error.ts";

type Unreadable = SalvageReport["unreadable"][number];

/** A whole id has 36 signs. */
const LONGEST_ID = 60;

/** Texts that are in no table of the new library: each is a file beside it, as it was found. */
export class SetAside {
	readonly #directory: string;
	readonly #kept = new Map<string, Unreadable & { revision: number }>();
	readonly #facts = new Map<string, Row>();
	/** Names of files, by what they are of; a second text of one id has the same. */
	readonly #names = new Map<string, string>();
	/** In lower case: there are disks to which upper and lower case are one. */
	readonly #taken = new Set<string>();

	constructor(directory: string) {
		this.#directory = directory;
	}

	/**
	 * Of a text that is found more than once, the one of the highest revision stays.
	 * @param row a story's without `document` where only the rest of it can be read
	 * @throws {WriteError}
	 */
	put(table: string, row: Row): void {
		const isEarlier = table === "story_version";
		const file = join(this.#directory, this.#nameOf(table, String(row["id"])));
		const revision = Number(row["revision"] ?? 0);
		const { document: text, ...facts } = row;
		if (!isEarlier) this.putFacts(facts);
		const before = this.#kept.get(file);
		if (text === undefined || (before && before.revision >= revision)) return;
		written(() => writeFileSync(file, text instanceof Uint8Array ? text : String(text)));
		this.#kept.set(file, {
			storyId: String(isEarlier ? row["story_id"] : row["id"]),
			title: String(row["title"] ?? ""),
			isEarlier,
			file: basename(file),
			revision,
		});
	}

	/** A damaged id may be of any length, and hold any signs: what is cut or replaced gets a number where it meets another. */
	#nameOf(table: string, id: string): string {
		const key = `${table}/${id}`;
		const known = this.#names.get(key);
		if (known !== undefined) return known;
		const kind = table === "story_version" ? "unreadable-version-" : "unreadable-";
		const base = kind + id.replace(/[^\w-]/g, "_").slice(0, LONGEST_ID);
		let name = `${base}.txt`;
		for (let number = 2; this.#taken.has(name.toLowerCase()); number += 1) name = `${base}-${number}.txt`;
		this.#taken.add(name.toLowerCase());
		this.#names.set(key, name);
		return name;
	}

	/** Of a story whose row is found more than once, what the one of the highest revision says stays. */
	putFacts(facts: Row): void {
		const id = String(facts["id"]);
		if (Number(facts["revision"] ?? 0) > Number(this.factsOf(id)?.["revision"] ?? -1)) this.#facts.set(id, facts);
	}

	/** What a story's row says beside its text, where that was set aside. */
	factsOf(storyId: string): Row | undefined {
		return this.#facts.get(storyId);
	}

	/** What is aside for good: a story that came into the library after all is no longer, unless that text is older. */
	report(fresh: LibraryDatabase, rebuilt: ReadonlySet<string>): Unreadable[] {
		const story = fresh.prepare<[string], { title: string; revision: number }>(
			"SELECT title, revision FROM story WHERE id = ?",
		);
		const report: Unreadable[] = [];
		for (const { revision, ...text } of this.#kept.values()) {
			const current = story.get(text.storyId);
			if (current && !text.isEarlier && current.revision >= revision && !rebuilt.has(text.storyId))
				rmSync(join(this.#directory, text.file), { force: true });
			else report.push({ ...text, title: text.title || (current?.title ?? "") });
		}
		return report;
	}
}
