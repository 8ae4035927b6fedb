import { useEffect, useState, useSyncExternalStore } from "react";

/** Below this width (CSS pixels) the page has no room for both the library and the coach. */
const query = window.matchMedia("(width < 1160px)");

function subscribe(changed: () => void): () => void {
	query.addEventListener("change", changed);
	return () => query.removeEventListener("change", changed);
}

const STORED = "inkhour.pane.coach";

function stored(): boolean {
	try {
		return localStorage.getItem(STORED) !== "closed";
	} catch {
		return true;
	}
}

function store(open: boolean): void {
	try {
		localStorage.setItem(STORED, open ? "open" : "closed");
	} catch {
		// Without storage the coach opens as it does at first.
	}
}

/** Whether the writer is in the coach, or in a dialog over it. */
const holdsFocus = () => document.activeElement?.closest("[data-coach], [role='dialog']") != null;

/**
 * Whether the coach is open. In a narrow window it starts closed and Escape closes it; it takes room from the page, or,
 * where there is too little, lies over it. From there it gives way to words that are to be seen: it is then not shown,
 * but goes on marking the text and leading from one finding to the next.
 */
export function useCoachPane() {
	const [wide, setWide] = useState(stored);
	const [over, setOver] = useState(false);
	const [aside, setAside] = useState(false);
	// Heard before the new width is drawn: what the writer is doing in the coach must not be taken away.
	useEffect(
		() =>
			subscribe(() => {
				if (query.matches && wide && holdsFocus()) setOver(true);
			}),
		[wide],
	);
	const narrow = useSyncExternalStore(subscribe, () => query.matches);
	useEffect(() => {
		if (!narrow || !over) return;
		const onKey = (event: KeyboardEvent) => {
			if (event.key === "Escape" && !event.defaultPrevented) setOver(false);
		};
		window.addEventListener("keydown", onKey);
		return () => window.removeEventListener("keydown", onKey);
	}, [narrow, over]);
	return {
		narrow,
		shown: narrow ? over : wide,
		/** At work without being shown. */
		aside: aside && !over,
		giveWay: () => {
			setAside(true);
			setOver(false);
		},
		toggle: () => {
			if (narrow) {
				setAside(false);
				setOver((before) => !before);
			} else
				setWide((before) => {
					store(!before);
					return !before;
				});
		},
	};
}
