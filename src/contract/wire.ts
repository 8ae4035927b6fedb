/** How calls and their answers are written down. Plain data passes superjson by, which walks through everything slowly. */
import superjson, { type SuperJSONResult } from "superjson";

/** Deeper data, or data that contains itself, is left to superjson. */
const MAX_DEPTH = 40;

/** Whether JSON gives the value back as it is. */
function isPlain(value: unknown, depth: number): boolean {
	if (typeof value === "string" || typeof value === "boolean" || value === null) return true;
	if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0);
	if (typeof value !== "object" || depth === MAX_DEPTH) return false;
	if (Array.isArray(value)) return value.every((item) => isPlain(item, depth + 1));
	const prototype: unknown = Object.getPrototypeOf(value);
	if (prototype !== Object.prototype && prototype !== null) return false;
	for (const key in value) if (!isPlain(value[key as keyof typeof value], depth + 1)) return false;
	return true;
}

export const wire = {
	serialize(value: unknown): SuperJSONResult {
		return isPlain(value, 0) ? { json: value as SuperJSONResult["json"] } : superjson.serialize(value);
	},
	/** The payload is used up: it becomes the value. */
	deserialize(payload: SuperJSONResult): unknown {
		return superjson.deserialize(payload, { inPlace: true });
	},
};
