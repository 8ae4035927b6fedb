import { settingsPatchSchema } from "#contract/settings.ts";
import { anyStateProcedure, createRouter } from "./trpc.ts";

export const settingsRouter = createRouter({
	/** Never fails: what cannot be read is its default and is named in `setAside`. */
	get: anyStateProcedure.query(({ ctx }) => ctx.settings.get()),
	/** Durable when it answers. */
	update: anyStateProcedure.input(settingsPatchSchema).mutation(({ ctx, input }) => ctx.settings.update(input)),
});
