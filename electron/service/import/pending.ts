/** Medium's newer text beside the writer's own: take it, keep mine, and undo either. */
import { createHash, randomUUID } from "node:crypto";
import type { PendingText, ResolveResult } from "#contract/imports.ts";
import { parseStoryDocumentJson } from "#domain/story/parse.ts";
import { prepareStoryText } from "../database/story-text.ts";
import { StudioError } from "../errors.ts";
import type { ImportTarget } from "./take-back.ts";

interface StoryState {
	revision: number;
	document: string;
	words: number;
	importedHash: string | null;
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

function storyState(target: ImportTarget, storyId: string): StoryState {
	const row = target.database
		.prepare<[string], StoryState>(
			"SELECT revision, document, words, imported_hash AS importedHash FROM story WHERE id = ?",
		)
		.get(storyId);
	if (!row) throw new StudioError("NOT_FOUND", "There is no such story");
	return row;
}

/** `null` when nothing waits. */
export function pendingText(target: ImportTarget, storyId: string): PendingText | null {
	const pending = target.imports.pending(storyId);
	if (!pending) return null;
	return {
		versionId: pending.id,
		storyId,
		importedAt: pending.createdAt,
		exportedOn: pending.exportedOn,
		document: parseStoryDocumentJson(pending.document),
	};
}

function replaceText(target: ImportTarget, storyId: string, document: string, now: string): number {
	return target.stories.replaceText(storyId, prepareStoryText(parseStoryDocumentJson(document)), now);
}

function setImportedHash(target: ImportTarget, storyId: string, hash: string | null): void {
	target.database.prepare("UPDATE story SET imported_hash = ? WHERE id = ?").run(hash, storyId);
}

/**
 * The writer's choice. With `taken` their own text stays as a version.
 * @throws {StudioError} NOT_FOUND; CONFLICT when the text changed since it was compared
 */
export function resolvePending(
	target: ImportTarget,
	choice: { storyId: string; versionId: string; choice: "taken" | "kept"; baseRevision: number },
	now: string,
): ResolveResult {
	const { storyId, versionId } = choice;
	return target.database
		.transaction((): ResolveResult => {
			const story = storyState(target, storyId);
			const version = target.imports.besides(storyId).find(({ id }) => id === versionId);
			if (version?.resolution !== "pending")
				throw new StudioError("NOT_FOUND", "There is no such text waiting beside the story");
			if (choice.choice === "kept") {
				target.imports.setResolution(versionId, "kept");
				return { revision: story.revision, undo: { versionId, replacedVersionId: null, importedHash: null } };
			}
			if (story.revision !== choice.baseRevision)
				throw new StudioError("CONFLICT", "The story was changed since its texts were compared");
			const document = target.imports.versionDocument(versionId) ?? "";
			const replacedVersionId = randomUUID();
			target.imports.addVersion({
				id: replacedVersionId,
				storyId,
				origin: "replaced",
				label: "",
				document: story.document,
				hash: sha256(story.document),
				words: story.words,
				createdAt: now,
				importId: null,
				resolution: null,
			});
			const revision = replaceText(target, storyId, document, now);
			setImportedHash(target, storyId, version.hash);
			target.imports.setResolution(versionId, "taken");
			return { revision, undo: { versionId, replacedVersionId, importedHash: story.importedHash } };
		})
		.immediate();
}

/**
 * Takes a choice back.
 * @throws {StudioError} NOT_FOUND; CONFLICT when the writer has written on since
 */
export function reopenPending(
	target: ImportTarget,
	storyId: string,
	baseRevision: number,
	undo: ResolveResult["undo"],
	now: string,
): { revision: number } {
	return target.database
		.transaction(() => {
			const story = storyState(target, storyId);
			let { revision } = story;
			if (undo.replacedVersionId !== null) {
				if (revision !== baseRevision) throw new StudioError("CONFLICT", "The story was changed since");
				const document = target.imports.versionDocument(undo.replacedVersionId);
				if (document === undefined) throw new StudioError("NOT_FOUND", "The former text is not there any more");
				revision = replaceText(target, storyId, document, now);
				target.imports.removeVersion(undo.replacedVersionId);
				setImportedHash(target, storyId, undo.importedHash);
			}
			target.imports.setResolution(undo.versionId, "pending");
			return { revision };
		})
		.immediate();
}
