import { z } from "zod";
import {
	type CreatedStory,
	createStoryInputSchema,
	listStoriesInputSchema,
	resolveImportInputSchema,
	saveStoryInputSchema,
	storyIdSchema,
	storyStageSchema,
} from "#contract/story.ts";
import { emptyStory } from "#domain/story/create.ts";
import { parseStoryDocumentJson, StoryDocumentError } from "#domain/story/parse.ts";
import type { StoryDocument } from "#domain/story/schema.ts";
import { DocumentReader } from "../database/document-reader.ts";
import type { StoryColumns } from "../database/story-text.ts";
import { StudioError } from "../errors.ts";
import { createRouter, libraryProcedure } from "./trpc.ts";

const byId = z.object({ id: storyIdSchema });
const byIds = z.object({ ids: z.array(storyIdSchema).min(1).max(20_000) });

const byVersion = z.object({ versionId: z.uuid() });
const reader = new DocumentReader();

/** @throws {StudioError} INVALID_INPUT */
function asDocument<Read>(read: () => Read): Read {
	try {
		return read();
	} catch (error) {
		if (error instanceof StoryDocumentError)
			throw new StudioError("INVALID_INPUT", "The text is no story document", {
				place: error.path,
				reason: error.message,
			});
		throw error;
	}
}

const readDocument = (json: string): StoryColumns => asDocument(() => reader.read(json));
const parseDocument = (json: string): StoryDocument => asDocument(() => parseStoryDocumentJson(json));

export const storiesRouter = createRouter({
	list: libraryProcedure
		.input(listStoriesInputSchema)
		.query(({ ctx, input }) => ctx.library.stories.list(input.shelf, input.sort, input.limit)),
	shelves: libraryProcedure.query(({ ctx }) => ctx.library.stories.shelves()),
	get: libraryProcedure.input(byId).query(({ ctx, input }) => ctx.library.stories.get(input.id)),
	search: libraryProcedure
		.input(z.object({ query: z.string().max(1000), limit: z.int().min(1).max(200).default(50) }))
		.query(({ ctx, input }) => ctx.library.stories.index.search(input.query, input.limit)),
	/** Durable when it answers. What lies in the trash stays there: a text that is created anew gets an id of its own. */
	create: libraryProcedure.input(createStoryInputSchema).mutation(({ ctx, input }): CreatedStory => {
		const { stories } = ctx.library;
		const { id, title, document } = input;
		const there = id === undefined ? undefined : stories.find(id);
		if (there && there.trashedAt === null) return { ...there, existed: true };
		const text = document === undefined ? emptyStory(title) : parseDocument(document);
		const own = id === undefined || there ? {} : { id };
		return {
			...stories.get(stories.insert({ ...own, document: text }, ctx.clock.now().toISOString())),
			existed: false,
		};
	}),
	/** Durable when it answers. */
	save: libraryProcedure
		.input(saveStoryInputSchema)
		.mutation(({ ctx, input }) =>
			ctx.library.stories.save(
				input.id,
				input.baseRevision,
				readDocument(input.document),
				ctx.clock.now().toISOString(),
			),
		),
	setStage: libraryProcedure
		.input(byId.extend({ stage: storyStageSchema }))
		.mutation(({ ctx, input }) => ctx.library.stories.setStage(input.id, input.stage, ctx.clock.now().toISOString())),
	trash: libraryProcedure
		.input(byId)
		.mutation(({ ctx, input }) => ctx.library.stories.trash(input.id, ctx.clock.now().toISOString())),
	/** All or none. */
	trashMany: libraryProcedure.input(byIds).mutation(({ ctx, input }) => {
		const now = ctx.clock.now().toISOString();
		ctx.library.database
			.transaction(() => {
				for (const id of input.ids) ctx.library.stories.trash(id, now);
			})
			.immediate();
	}),
	/** All or none. */
	restoreMany: libraryProcedure.input(byIds).mutation(({ ctx, input }) => {
		ctx.library.database
			.transaction(() => {
				for (const id of input.ids) ctx.library.stories.restore(id);
			})
			.immediate();
	}),
	restore: libraryProcedure.input(byId).mutation(({ ctx, input }) => ctx.library.stories.restore(input.id)),
	/** Deletes a story that lies in the trash, with its versions. It cannot be undone. */
	deleteForever: libraryProcedure.input(byId).mutation(({ ctx, input }) => ctx.library.stories.deleteTrashed(input.id)),
	/** A new draft with the same text. `title` is the new one, worded by the window. */
	duplicate: libraryProcedure.input(byId.extend({ title: z.string().max(1000) })).mutation(({ ctx, input }) => {
		const id = ctx.library.stories.duplicate(input.id, input.title, ctx.clock.now().toISOString());
		return ctx.library.stories.get(id);
	}),
	/** Kept texts, newest first. */
	versions: libraryProcedure.input(byId).query(({ ctx, input }) => ctx.library.stories.versions.list(input.id)),
	version: libraryProcedure
		.input(byVersion)
		.query(({ ctx, input }) => ctx.library.stories.versions.get(input.versionId)),
	/** Keeps the saved text under a name. */
	snapshot: libraryProcedure
		.input(byId.extend({ label: z.string().max(200) }))
		.mutation(({ ctx, input }) =>
			ctx.library.stories.versions.keep(input.id, "snapshot", input.label, ctx.clock.now().toISOString()),
		),
	/** Puts a kept text in place; the current one is kept first. Answers with the story as it then is. */
	restoreVersion: libraryProcedure.input(byVersion).mutation(({ ctx, input }) => {
		const id = ctx.library.stories.restoreVersion(input.versionId, "", ctx.clock.now().toISOString());
		return ctx.library.stories.get(id);
	}),
	/** Decides between the writer's text and an imported one. Answers with the story as it then is. */
	resolveImport: libraryProcedure.input(resolveImportInputSchema).mutation(({ ctx, input }) => {
		const id = ctx.library.stories.resolveImport(input.versionId, input.choice, ctx.clock.now().toISOString());
		return ctx.library.stories.get(id);
	}),
});
