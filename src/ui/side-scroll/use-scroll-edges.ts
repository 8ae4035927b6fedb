import { type RefObject, useLayoutEffect, useState } from "react";

/** On which sides a box has more to show. */
export interface ScrollEdges {
	start: boolean;
	end: boolean;
	/** Pixels that its upright scroll bar takes. */
	bar: number;
}

/** Watches a box that scrolls sideways, and the one thing in it. */
export function useScrollEdges(box: RefObject<HTMLElement | null>): ScrollEdges {
	const [edges, setEdges] = useState<ScrollEdges>({ start: false, end: false, bar: 0 });
	useLayoutEffect(() => {
		const element = box.current;
		if (!element) return;
		const look = () => {
			const { scrollLeft, clientWidth, clientLeft, scrollWidth, offsetWidth } = element;
			const next = {
				start: scrollLeft > 1,
				end: scrollLeft + clientWidth < scrollWidth - 1,
				bar: offsetWidth - clientWidth - 2 * clientLeft,
			};
			setEdges((known) =>
				known.start === next.start && known.end === next.end && known.bar === next.bar ? known : next,
			);
		};
		look();
		const sizes = new ResizeObserver(look);
		sizes.observe(element);
		if (element.firstElementChild) sizes.observe(element.firstElementChild);
		element.addEventListener("scroll", look, { passive: true });
		return () => {
			sizes.disconnect();
			element.removeEventListener("scroll", look);
		};
	}, [box]);
	return edges;
}
