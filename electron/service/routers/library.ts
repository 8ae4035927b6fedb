import { anyStateProcedure, createRouter } from "./trpc.ts";

export const libraryRouter = createRouter({
	/** Which library this is and whether it can be used. */
	status: anyStateProcedure.query(({ ctx }) => ctx.handle.status()),
});
