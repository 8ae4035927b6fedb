import { useEffect, useState, useSyncExternalStore } from "react";

const NARROW = "(max-width: 1199px)";

function storedFlag(name: string): boolean {
	try {
		return localStorage.getItem(name) !== "closed";
	} catch {
		return true;
	}
}

function storeFlag(name: string, open: boolean): void {
	try {
		localStorage.setItem(name, open ? "open" : "closed");
	} catch {
		// Without storage the panes open as they do at first.
	}
}

const LIST = "inkhour.pane.list";
const COACH = "inkhour.pane.coach";

/** Which side panes are open. On a narrow window both start closed, lie over the page, and one closes the other. */
export function usePanes() {
	const overlay = useSyncExternalStore(
		(changed) => {
			const query = window.matchMedia(NARROW);
			query.addEventListener("change", changed);
			return () => query.removeEventListener("change", changed);
		},
		() => window.matchMedia(NARROW).matches,
	);
	const [wide, setWide] = useState(() => ({ list: storedFlag(LIST), coach: storedFlag(COACH) }));
	const [over, setOver] = useState<"list" | "coach" | null>(null);

	useEffect(() => {
		if (!overlay || over === null) return;
		const onKey = (event: KeyboardEvent) => {
			if (event.key === "Escape" && !event.defaultPrevented) setOver(null);
		};
		window.addEventListener("keydown", onKey);
		return () => window.removeEventListener("keydown", onKey);
	}, [overlay, over]);

	const toggle = (pane: "list" | "coach") => () => {
		if (overlay) {
			setOver((before) => (before === pane ? null : pane));
			return;
		}
		setWide((before) => {
			const next = { ...before, [pane]: !before[pane] };
			storeFlag(pane === "list" ? LIST : COACH, next[pane]);
			return next;
		});
	};
	return {
		overlay,
		list: overlay ? over === "list" : wide.list,
		coach: overlay ? over === "coach" : wide.coach,
		toggleList: toggle("list"),
		toggleCoach: toggle("coach"),
	};
}
