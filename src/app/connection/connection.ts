/** Whether the service answers. Every call reports here; the frame shows it. */
import { useSyncExternalStore } from "react";

let lost = false;
const listeners = new Set<() => void>();

export function reportConnection(answered: boolean): void {
	if (lost === !answered) return;
	lost = !answered;
	for (const listener of listeners) listener();
}

/** True from the first call that got no answer until one does. */
export function useConnectionLost(): boolean {
	return useSyncExternalStore(
		(changed) => {
			listeners.add(changed);
			return () => listeners.delete(changed);
		},
		() => lost,
	);
}
