/** What lies over the page, and how it gives way when words of the page are to be seen. */
import { useEffect } from "react";

type GiveWay = (then: () => void) => void;

let cover: GiveWay | null = null;

/** Does what shows words of the page, such as bringing them into view with the caret, once nothing lies over it. */
export function whenUncovered(show: () => void): void {
	if (cover) cover(show);
	else show();
}

/** Says how to get the page free while something lies over it. */
export function useCover(covers: boolean, giveWay: GiveWay): void {
	useEffect(() => {
		if (!covers) return;
		cover = giveWay;
		return () => {
			cover = null;
		};
	});
}
