/** The coach's worker. */
import type { FromWorker, Line, ToWorker } from "./protocol.ts";
import { messagePause, serveCoach } from "./serve.ts";

const scope: Line<FromWorker, ToWorker> = self;
serveCoach(scope, messagePause().pause);
