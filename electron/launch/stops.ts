/** What asks the studio to end: Ctrl+C, `kill`, and a terminal that is closed. */
export const STOPS = ["SIGINT", "SIGTERM", "SIGHUP"] as const satisfies readonly NodeJS.Signals[];
