import { join } from "node:path";

/**
 * Node's compile cache for what the runner calling this starts. Every thread and process of the service loads its
 * TypeScript anew; with the cache in half the time.
 */
export function keepCompiledCode(): void {
	process.env["NODE_COMPILE_CACHE"] ??= join(import.meta.dirname, "../../node_modules/.cache/inkhour");
}
