/** Whether the service answers. Every call reports here; the frame shows it. */
import { useSyncExternalStore } from "react";

let lost = false;
const listeners = new Set<() => void>();

export function reportConnection(answered: boolean): void {
	if (lost === !answered) return;
	lost = !answered;
	for (const listener of listeners) listener();
	if (answered) for (const run of backListeners) run();
}

const backListeners = new Set<() => void>();

/** Runs each time the service answers again after it did not. */
export function onConnectionBack(run: () => void): void {
	backListeners.add(run);
}

/** When another window saved the text of this one, whose studio is gone. ISO 8601. */
let taken: string | null = null;

export function reportTaken(at: string | null): void {
	if (taken === at) return;
	taken = at;
	for (const listener of listeners) listener();
}

function subscribe(changed: () => void): () => void {
	listeners.add(changed);
	return () => listeners.delete(changed);
}

export function useTaken(): string | null {
	return useSyncExternalStore(subscribe, () => taken);
}

/** True from the first call that got no answer until one does. */
export function useConnectionLost(): boolean {
	return useSyncExternalStore(subscribe, () => lost);
}
