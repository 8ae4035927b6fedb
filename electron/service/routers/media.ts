import { addMediaInputSchema, fetchRemoteInputSchema } from "#contract/media.ts";
import { fetchRemotePicture } from "../media/remote.ts";
import { storePicture, storePictureFile } from "../media/store.ts";
import { createRouter, libraryProcedure } from "./trpc.ts";

export const mediaRouter = createRouter({
	/** Keeps a picture the writer chose; durable when it answers. */
	add: libraryProcedure.input(addMediaInputSchema).mutation(async ({ ctx, input }) => {
		const asset = await storePictureFile(ctx.libraryDirectory, await ctx.uploads.resolve(input.source));
		await ctx.uploads.discard(input.source);
		return asset;
	}),
	/** Fetches one picture from the web and keeps it. Call it only when the writer asked for this picture. */
	fetchRemote: libraryProcedure.input(fetchRemoteInputSchema).mutation(async ({ ctx, input }) => {
		const bytes = await fetchRemotePicture(input.url, input.confirmedHost ?? null, ctx.remote, ctx.network);
		return storePicture(ctx.libraryDirectory, bytes, input.url);
	}),
});
