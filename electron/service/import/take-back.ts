/** Takes an import back, change by change: cancelled, undone, or left unfinished by a studio that stopped. */
import type { UndoResult } from "#contract/imports.ts";
import { parseStoryDocumentJson, StoryDocumentError } from "#domain/story/parse.ts";
import type { ImportChange } from "../database/imports.ts";
import { prepareStoryText, type StoryText } from "../database/story-text.ts";
import { otherTextAt } from "../database/story-versions.ts";
import type { Library } from "../library.ts";

/** What taking back needs of a library. */
export type ImportTarget = Pick<Library, "database" | "stories" | "imports" | "observations">;

interface CurrentStory {
	title: string;
	revision: number;
	/** Versions the writer made. */
	snapshots: number;
}

/** Milliseconds one slice may hold the event loop, its commit not counted. */
const SLICE_MS = 6;
const CHANGES_A_SLICE = 64;

function currentStory(target: ImportTarget, importId: string, storyId: string): CurrentStory | undefined {
	return target.database
		.prepare<[string, string], CurrentStory>(
			`SELECT title, revision, (SELECT COUNT(*) FROM story_version v
         WHERE v.story_id = story.id AND v.import_id IS NOT ?) AS snapshots FROM story WHERE id = ?`,
		)
		.get(importId, storyId);
}

/** `null` for a version that damage made unreadable: then the story is left as it is. */
function readableText(document: string): StoryText | null {
	try {
		return prepareStoryText(parseStoryDocumentJson(document));
	} catch (error) {
		if (error instanceof StoryDocumentError) return null;
		throw error;
	}
}

/** Puts a story back to its state before, its text included. `false` when that text cannot be found. */
function restore(target: ImportTarget, change: ImportChange, exact: boolean): boolean {
	const { storyId, before, versionId } = change;
	if (before === null) return false;
	if (change.change === "updated" && versionId !== null) {
		const document = target.imports.versionDocument(versionId);
		const text = document === undefined ? null : readableText(document);
		if (text === null) return false;
		target.stories.replaceText(storyId, text, before.facts.updatedAt);
		// A revision is given twice only when nobody can have seen the first: an import that never ended.
		if (exact) target.imports.setRevision(storyId, before.revision);
	}
	if (versionId !== null) target.imports.removeVersion(versionId);
	for (const id of before.superseded) target.imports.setResolution(id, "pending");
	// A text that the writer kept since must not be later than the story's own, which is the newer one now.
	const { facts } = before;
	const other = otherTextAt(target.database, storyId);
	const updatedAt = other !== null && other > facts.updatedAt ? other : facts.updatedAt;
	target.imports.setFacts(storyId, { ...facts, updatedAt });
	target.imports.setMedium(storyId, before.medium);
	return true;
}

/** One change. What the writer touched since is kept as it is. */
function takeBackOne(
	target: ImportTarget,
	change: ImportChange,
	story: CurrentStory,
	exact: boolean,
): "removed" | "restored" | "kept" {
	const { storyId } = change;
	if (story.revision !== change.revision) return "kept";
	if (change.change === "added") {
		if (story.snapshots > 0) return "kept";
		target.stories.remove(storyId);
		return "removed";
	}
	if (change.change === "beside") {
		const version = target.imports.besides(storyId).find(({ id }) => id === change.versionId);
		if (version?.resolution !== "pending") return "kept";
	}
	return restore(target, change, exact) ? "restored" : "kept";
}

/** Takes changes back for a few milliseconds, in one transaction. `true` when there is nothing left. */
function takeBackSlice(target: ImportTarget, importId: string, exact: boolean, result: UndoResult): boolean {
	return target.database
		.transaction(() => {
			const until = performance.now() + SLICE_MS;
			const changes = target.imports.changes(importId, CHANGES_A_SLICE);
			for (const change of changes) {
				const story = currentStory(target, importId, change.storyId);
				const done = story && takeBackOne(target, change, story, exact);
				if (story && done === "kept") result.kept.push({ storyId: change.storyId, title: story.title });
				else if (done === "removed" || done === "restored") result[done] += 1;
				target.imports.forgetChange(importId, change.storyId);
				if (performance.now() > until) return false;
			}
			return changes.length < CHANGES_A_SLICE;
		})
		.immediate();
}

/** Nothing may point at an import that is about to be forgotten. */
function forgetImport(target: ImportTarget, importId: string): void {
	target.database
		.transaction(() => {
			target.observations.forget(importId);
			target.database.prepare("UPDATE story SET import_id = NULL WHERE import_id = ?").run(importId);
			target.database.prepare("UPDATE story_version SET import_id = NULL WHERE import_id = ?").run(importId);
			target.imports.remove(importId);
		})
		.immediate();
}

/** Takes an unfinished import back as if it had never begun. */
export async function rollBackImport(
	target: ImportTarget,
	importId: string,
	breathe: () => Promise<void>,
): Promise<void> {
	const result: UndoResult = { removed: 0, restored: 0, kept: [] };
	while (!takeBackSlice(target, importId, true, result)) await breathe();
	forgetImport(target, importId);
}

/** The same for imports that were running when the studio stopped. Call when a library is opened. */
export async function rollBackUnfinishedImports(target: ImportTarget, breathe: () => Promise<void>): Promise<void> {
	for (const importId of target.imports.unfinished()) await rollBackImport(target, importId, breathe);
}

/** Undoes a finished import. Stories edited since stay; the result names them. */
export async function undoImport(
	target: ImportTarget,
	importId: string,
	breathe: () => Promise<void>,
): Promise<UndoResult> {
	const result: UndoResult = { removed: 0, restored: 0, kept: [] };
	while (!takeBackSlice(target, importId, false, result)) await breathe();
	target.database
		.transaction(() => {
			target.observations.forget(importId);
			target.imports.markUndone(importId);
		})
		.immediate();
	return result;
}
