/** Decides what happens to one story that was read, and does it. Every call belongs inside a transaction. */
import { createHash, randomUUID } from "node:crypto";
import type { ImportOutcome, ImportReason } from "#contract/imports.ts";
import type { ExistingStory, ImportedFacts, ImportRepository, StateBefore, StoryMedium } from "../database/imports.ts";
import { orderedId } from "../database/ordered-id.ts";
import type { StoryRepository } from "../database/stories.ts";
import { formerHash } from "./former-hash.ts";
import type { ReadPost } from "./reader.ts";

export interface StoreTarget {
	stories: StoryRepository;
	imports: ImportRepository;
	importId: string;
	/** Shown with versions, e.g. the archive's name. */
	label: string;
	/** ISO 8601; time of the import. */
	now: string;
}

/** `write` is missing when the library holds it already. */
export type Decision =
	| { outcome: ImportOutcome; storyId: string | null; write?: (target: StoreTarget) => string }
	| { outcome: "skipped"; reason: ImportReason; detail: string };

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** What Medium calls a story that has no title of its own: its preview title, else what its file is named after. */
export function mediumName(post: ReadPost): string {
	return post.previewTitle || post.slug.replaceAll("-", " ").replace(/\s+/g, " ").trim();
}

function mediumOf(post: ReadPost): StoryMedium {
	return {
		exportedOn: post.exportedOn,
		name: mediumName(post),
		previewTitle: post.previewTitle,
		previewSubtitle: post.previewSubtitle,
		description: post.description,
		authorHandle: post.author?.handle ?? null,
	};
}

/** Facts of the export, where they may stand for what the library knows. */
function mergedFacts(existing: ExistingStory, post: ReadPost): ImportedFacts {
	const published = post.stage === "published";
	// Only a publication that came from an export is taken back by one: the writer's own mark stays.
	const unpublished = !published && existing.stage === "published" && existing.publishedAt !== null;
	return {
		kind: existing.kind === "response" ? post.kind : existing.kind,
		stage: published ? "published" : unpublished ? "draft" : existing.stage,
		canonicalUrl: post.canonicalUrl ?? (unpublished ? null : existing.canonicalUrl),
		mediumUrl: existing.mediumUrl ?? mediumUrl(post),
		publishedAt: published ? post.publishedAt : unpublished ? null : existing.publishedAt,
		updatedAt: existing.updatedAt,
		importedHash: existing.importedHash,
	};
}

function mediumUrl(post: ReadPost): string | null {
	return post.mediumId === null ? null : `https://medium.com/p/${post.mediumId}`;
}

function factsOf(existing: ExistingStory): ImportedFacts {
	const { kind, stage, canonicalUrl, mediumUrl: url, publishedAt, updatedAt, importedHash } = existing;
	return { kind, stage, canonicalUrl, mediumUrl: url, publishedAt, updatedAt, importedHash };
}

const sameFacts = (a: ImportedFacts, b: ImportedFacts) =>
	Object.entries(a).every(([key, value]) => b[key as keyof ImportedFacts] === value);

function before(target: StoreTarget, existing: ExistingStory, superseded: string[]): StateBefore {
	return {
		revision: existing.revision,
		facts: factsOf(existing),
		medium: target.imports.medium(existing.id),
		superseded,
	};
}

function add(post: ReadPost, target: StoreTarget): string {
	const day = post.exportedOn === null ? null : `${post.exportedOn}T00:00:00.000Z`;
	const id = target.stories.insert(
		{
			id: orderedId(Date.parse(target.now)),
			mediumId: post.mediumId,
			kind: post.kind,
			stage: post.stage,
			document: post.text,
			canonicalUrl: post.canonicalUrl,
			mediumUrl: mediumUrl(post),
			createdAt: post.publishedAt ?? post.updatedAt ?? day ?? target.now,
			updatedAt: post.updatedAt ?? post.publishedAt ?? day ?? target.now,
			publishedAt: post.publishedAt,
			importId: target.importId,
			importedHash: post.hash,
		},
		target.now,
	);
	target.imports.addMedium(id, mediumOf(post));
	target.imports.recordChange(target.importId, {
		storyId: id,
		change: "added",
		revision: 1,
		versionId: null,
		before: null,
	});
	return id;
}

/** Medium's text takes the place of one the writer never touched; that one stays as a version. */
function replace(existing: ExistingStory, post: ReadPost, target: StoreTarget): string {
	const state = before(target, existing, []);
	const versionId = randomUUID();
	target.imports.addVersion({
		id: versionId,
		storyId: existing.id,
		origin: "replaced",
		label: target.label,
		document: existing.document,
		hash: sha256(existing.document),
		words: existing.words,
		createdAt: target.now,
		importId: target.importId,
		resolution: null,
	});
	const revision = target.stories.replaceText(existing.id, post.text, target.now);
	target.imports.setFacts(existing.id, {
		...mergedFacts(existing, post),
		updatedAt: target.now,
		importedHash: post.hash,
	});
	target.imports.setMedium(existing.id, mediumOf(post));
	target.imports.recordChange(target.importId, {
		storyId: existing.id,
		change: "updated",
		revision,
		versionId,
		before: state,
	});
	return existing.id;
}

function setFacts(existing: ExistingStory, facts: ImportedFacts, post: ReadPost, target: StoreTarget): string {
	const state = before(target, existing, []);
	target.imports.setFacts(existing.id, facts);
	target.imports.setMedium(existing.id, mediumOf(post));
	target.imports.recordChange(target.importId, {
		storyId: existing.id,
		change: "updated",
		revision: existing.revision,
		versionId: null,
		before: state,
	});
	return existing.id;
}

/** The writer's text stays; Medium's waits beside it. A text that waited before gives way. */
function putBeside(existing: ExistingStory, superseded: string[], post: ReadPost, target: StoreTarget): string {
	const state = before(target, existing, superseded);
	for (const id of superseded) target.imports.setResolution(id, "kept");
	const versionId = randomUUID();
	target.imports.addVersion({
		id: versionId,
		storyId: existing.id,
		origin: "import",
		label: target.label,
		document: post.text.json,
		hash: post.hash,
		words: post.text.words,
		createdAt: target.now,
		importId: target.importId,
		resolution: "pending",
	});
	target.imports.setFacts(existing.id, mergedFacts(existing, post));
	target.imports.setMedium(existing.id, mediumOf(post));
	target.imports.recordChange(target.importId, {
		storyId: existing.id,
		change: "beside",
		revision: existing.revision,
		versionId,
		before: state,
	});
	return existing.id;
}

/** The story in the library, and the hash an earlier import had for this text when it is not known by its own. */
function find(post: ReadPost, imports: ImportRepository) {
	const existing = imports.find(post.mediumId, post.hash);
	if (existing ? existing.importedHash === post.hash : post.mediumId !== null) return { existing, former: null };
	const former = formerHash(post.text.json);
	return { existing: existing ?? (former === null ? undefined : imports.find(null, former)), former };
}

/** Looks at the library only; nothing is written before `write` is called. */
export function decide(post: ReadPost, imports: ImportRepository): Decision {
	const { existing, former } = find(post, imports);
	if (!existing) return { outcome: "added", storyId: null, write: (target) => add(post, target) };
	const storyId = existing.id;
	if (existing.trashedAt !== null) return { outcome: "skipped", reason: "inTrash", detail: existing.title };
	const older = existing.exportedOn !== null && post.exportedOn !== null && post.exportedOn < existing.exportedOn;
	const sameText = post.hash === existing.importedHash || (former !== null && former === existing.importedHash);
	// A part of a text is never newer than a text, and says nothing of its dates.
	if (post.isCut)
		return sameText
			? { outcome: "unchanged", storyId }
			: { outcome: "skipped", reason: "cutShort", detail: existing.title || mediumName(post) };
	const facts = mergedFacts(existing, post);
	const factsChange = !sameFacts(facts, factsOf(existing));
	if (older) {
		if (sameText && !factsChange) return { outcome: "unchanged", storyId };
		return { outcome: "skipped", reason: "olderExport", detail: existing.exportedOn ?? "" };
	}
	if (sameText) {
		if (!factsChange) return { outcome: "unchanged", storyId };
		return { outcome: "updated", storyId, write: (target) => setFacts(existing, facts, post, target) };
	}
	const current = sha256(existing.document);
	if (current === post.hash)
		return {
			outcome: "updated",
			storyId,
			write: (target) => setFacts(existing, { ...facts, importedHash: post.hash }, post, target),
		};
	// Without a date nobody can say which text is newer: then the library's is treated as the writer's own.
	const undated = existing.exportedOn !== null && post.exportedOn === null;
	if (current === existing.importedHash && !undated)
		return { outcome: "updated", storyId, write: (target) => replace(existing, post, target) };
	const besides = imports.besides(storyId);
	const known = besides.find((version) => version.hash === post.hash || version.hash === former);
	if (known) return { outcome: known.resolution === "pending" ? "beside" : "unchanged", storyId };
	const superseded = besides.filter((version) => version.resolution === "pending").map((version) => version.id);
	return { outcome: "beside", storyId, write: (target) => putBeside(existing, superseded, post, target) };
}
