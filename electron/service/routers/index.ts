import { diagnosticsRouter } from "./diagnostics.ts";
import { jobsRouter } from "./jobs.ts";
import { libraryRouter } from "./library.ts";
import { mediaRouter } from "./media.ts";
import { planRouter } from "./plan.ts";
import { storiesRouter } from "./stories.ts";
import { createRouter } from "./trpc.ts";

/** Every call of the studio. One router an area. */
export const router = createRouter({
	library: libraryRouter,
	jobs: jobsRouter,
	stories: storiesRouter,
	media: mediaRouter,
	diagnostics: diagnosticsRouter,
	plan: planRouter,
});

export type StudioRouter = typeof router;
