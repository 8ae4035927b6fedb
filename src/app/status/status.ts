/** The status line's slots. Rooms fill them while they are on screen; the line itself is drawn by the frame. */
import { type ReactNode, useEffect, useSyncExternalStore } from "react";

/** In reading order: `saved` first at the start, `goal` last of the left side; `room` is free for the room's own words. */
export const STATUS_SLOTS = ["saved", "words", "minutes", "goal", "room"] as const;
export type StatusSlot = (typeof STATUS_SLOTS)[number];

let slots: Readonly<Partial<Record<StatusSlot, ReactNode>>> = {};
const listeners = new Set<() => void>();

function setStatus(slot: StatusSlot, content: ReactNode): void {
	if (slots[slot] === content) return;
	slots = { ...slots, [slot]: content };
	for (const listener of listeners) listener();
}

/** Shows something in a slot while the calling component is on screen. Short words; `null` leaves the slot empty. */
export function useStatus(slot: StatusSlot, content: ReactNode): void {
	useEffect(() => setStatus(slot, content), [slot, content]);
	useEffect(() => () => setStatus(slot, null), [slot]);
}

/** For the frame: what every slot holds. */
export function useStatusSlots(): Readonly<Partial<Record<StatusSlot, ReactNode>>> {
	return useSyncExternalStore(
		(changed) => {
			listeners.add(changed);
			return () => listeners.delete(changed);
		},
		() => slots,
	);
}
