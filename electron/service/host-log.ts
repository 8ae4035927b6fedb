import type { StudioOptions } from "./studio.ts";

/**
 * What a host's terminal shows: failures nobody foresaw, and with `INKHOUR_DEBUG` in the environment also what is only of
 * use to who works on the studio.
 */
export function hostLog(
	write: (line: string) => void,
	environment: NodeJS.ProcessEnv = process.env,
): Pick<StudioOptions, "log" | "debug"> {
	return environment["INKHOUR_DEBUG"] ? { log: write, debug: write } : { log: write };
}
