import { RPC_PATH, STUDIO_HEADER } from "#contract/rpc.ts";
import { wire } from "#contract/wire.ts";

/** Browsers refuse bodies above 64 KiB in requests that outlive the page. */
const MOST_BYTES = 60_000;

/** Sends a call that goes on after the page is gone, and waits for no answer. `false` when it is too long for that. */
export function sendWhileLeaving(path: string, input: object): boolean {
	const body = JSON.stringify(wire.serialize(input));
	if (new Blob([body]).size > MOST_BYTES) return false;
	void fetch(`${RPC_PATH}/${path}`, {
		method: "POST",
		keepalive: true,
		headers: { "content-type": "application/json", [STUDIO_HEADER]: "1" },
		body,
	}).catch(() => {});
	return true;
}

export const saveWhileLeaving = (input: { id: string; baseRevision: number; document: string }): boolean =>
	sendWhileLeaving("stories.save", input);

/** Of a story that is not in the library yet. */
export const createWhileLeaving = (input: { id: string; document: string }): boolean =>
	sendWhileLeaving("stories.create", input);
