import { diagnosticsRouter } from "./diagnostics.ts";
import { earnRouter } from "./earn.ts";
import { exportRouter } from "./export.ts";
import { feedbackRouter } from "./feedback.ts";
import { importsRouter } from "./imports.ts";
import { jobsRouter } from "./jobs.ts";
import { libraryRouter } from "./library.ts";
import { mediaRouter } from "./media.ts";
import { planRouter } from "./plan.ts";
import { sampleRouter } from "./sample.ts";
import { settingsRouter } from "./settings.ts";
import { statsRouter } from "./stats.ts";
import { storiesRouter } from "./stories.ts";
import { createRouter } from "./trpc.ts";

/** Every call of the studio. One router an area. */
export const router = createRouter({
	library: libraryRouter,
	jobs: jobsRouter,
	settings: settingsRouter,
	stories: storiesRouter,
	feedback: feedbackRouter,
	sample: sampleRouter,
	media: mediaRouter,
	imports: importsRouter,
	diagnostics: diagnosticsRouter,
	plan: planRouter,
	stats: statsRouter,
	earn: earnRouter,
	export: exportRouter,
});

export type StudioRouter = typeof router;
