import type { LifetimeEarning } from "#domain/medium/partner-program.ts";
import { NO_FACTS, type StoryFacts } from "#domain/stats/observation.ts";
import type { ImportTarget } from "./take-back.ts";

/** The names a Partner Program page gives to stories that neither the library nor any stats can name. */
export function namesOfUnknown(target: ImportTarget, earnings: readonly LifetimeEarning[]): StoryFacts[] {
	const missing = earnings.filter(({ mediumId, title }) => title !== "" && !target.imports.has(mediumId));
	if (missing.length === 0) return [];
	const named = new Set(target.observations.facts().flatMap(({ subject, title }) => (title ? subject : [])));
	return missing
		.map(({ mediumId, title }): StoryFacts => ({ ...NO_FACTS, subject: `story:${mediumId}`, title }))
		.filter(({ subject }) => !named.has(subject));
}
