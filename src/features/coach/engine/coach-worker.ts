/** The coach's worker. The grammar checker runs in a worker of its own, which this one starts with the first English text. */
import { CoachEngine } from "#domain/feedback/engine/engine.ts";
import { loadDetector } from "#domain/feedback/language/detect.ts";
import { BLOCK_RULES } from "#domain/feedback/rules.ts";
import { GrammarClient } from "../grammar/client.ts";
import type { FromWorker, Line, ToWorker } from "./protocol.ts";
import { messagePause, serveCoach } from "./serve.ts";

const scope: Line<FromWorker, ToWorker> = self;
const engine = new CoachEngine(BLOCK_RULES, true);
serveCoach(scope, {
	pause: messagePause().pause,
	engine,
	checker: new GrammarClient("american"),
	// Without its letters languages are told by their small words.
	ready: loadDetector().then(
		(detector) => engine.setDetector(detector),
		() => {},
	),
});
