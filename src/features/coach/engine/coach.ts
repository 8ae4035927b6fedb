/** The one coach of this window. Its worker starts with the first story it is shown, and ends some time after the last. */
import { onConnectionBack } from "#app/connection/connection.ts";
import { currentSettings } from "#app/settings/settings.ts";
import type { Settings } from "#contract/settings.ts";
import { type ClientSettings, CoachClient, type CoachWorker } from "./client.ts";
import type { FromWorker, Line, ToWorker } from "./protocol.ts";

function startWorker(): CoachWorker {
	const worker = new Worker(new URL("./coach-worker.ts", import.meta.url), { type: "module" });
	const line: Line<ToWorker, FromWorker> = worker;
	return {
		line,
		onDeath: (run) => {
			worker.addEventListener("error", run);
			worker.addEventListener("messageerror", run);
		},
		stop: () => worker.terminate(),
	};
}

/** Without a panel that shows them, answers are worth nothing; coming back within this time costs nothing. */
const KEPT_MS = 120_000;
let leaving: ReturnType<typeof setTimeout> | null = null;

/** The coach is on screen until the returned function is called. */
export function showCoach(): () => void {
	if (leaving) clearTimeout(leaving);
	leaving = null;
	return () => {
		leaving = setTimeout(() => coach.stop(), KEPT_MS);
	};
}

/** What of the writer's settings the coach goes by. */
export function coachSettings({
	coachRules,
	dictionary,
	grammarDialect,
}: Pick<Settings, "coachRules" | "dictionary" | "grammarDialect">): ClientSettings {
	return { choices: coachRules, dictionary, dialect: grammarDialect };
}

export const coach = new CoachClient(startWorker, coachSettings(currentSettings()));
onConnectionBack(() => coach.retry());
