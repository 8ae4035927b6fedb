/** Keeps in the settings where the window is, so that the studio opens there the next time. */
import { useEffect } from "react";
import { sendWhileLeaving } from "#features/write/autosave/last-moment.ts";
import { routeFragment, useRoute } from "../routes.ts";
import { useSettingsState } from "./settings.ts";

/** A place is kept once the window has stayed there this long, in a moment in which nothing is typed. */
const SETTLED_MS = 2_000;

/** Only a convenience: when it cannot be kept, nobody is told. */
const keep = (lastPlace: string) => void sendWhileLeaving("settings.update", { lastPlace });

let kept: string | null = null;

/** Called once a window, by what comes after the first key. */
export function useLastPlace(): void {
	const place = routeFragment(useRoute());
	const { settings, setAside } = useSettingsState();
	kept ??= settings.lastPlace;
	// A file that could not be read whole is the writer's to replace.
	const mayKeep = setAside.length === 0;
	useEffect(() => {
		if (!mayKeep || place === kept) return;
		const keepNow = () => {
			stop();
			kept = place;
			keep(place);
		};
		let idle = 0;
		const timer = setTimeout(() => {
			idle = requestIdleCallback(keepNow);
		}, SETTLED_MS);
		const stop = () => {
			clearTimeout(timer);
			cancelIdleCallback(idle);
			window.removeEventListener("pagehide", keepNow);
		};
		window.addEventListener("pagehide", keepNow);
		return stop;
	}, [place, mayKeep]);
}
