/** Whether the service answers. Every call reports here; the frame shows it. */
import { useSyncExternalStore } from "react";

/**
 * How the last call went: answered; not answered at all; or refused, because Inkhour was started anew and its new studio
 * does not know this window. No way leads back from there: each start has a token of its own.
 */
export type Connection = "answers" | "silent" | "refused";

let connection: Connection = "answers";
const listeners = new Set<() => void>();
const backListeners = new Set<() => void>();

function tell(): void {
	for (const listener of listeners) listener();
}

export function reportConnection(now: Connection): void {
	if (connection === now || connection === "refused") return;
	connection = now;
	tell();
	if (now === "answers") for (const run of backListeners) run();
}

/** Runs each time the service answers again after it did not. */
export function onConnectionBack(run: () => void): void {
	backListeners.add(run);
}

/**
 * What is out of the ordinary about text that could not be saved from here: another window has saved it (`at`: ISO
 * 8601), or the browser had no room to keep a copy.
 */
export type TextFate = { kind: "taken"; at: string } | { kind: "unkept" };

let fate: TextFate | null = null;

export function reportTextFate(now: TextFate | null): void {
	if (fate === now) return;
	fate = now;
	tell();
}

function subscribe(changed: () => void): () => void {
	listeners.add(changed);
	return () => listeners.delete(changed);
}

export function useTextFate(): TextFate | null {
	return useSyncExternalStore(subscribe, () => fate);
}

export function useConnection(): Connection {
	return useSyncExternalStore(subscribe, () => connection);
}
