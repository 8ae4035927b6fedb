import { type RefObject, useLayoutEffect, useState } from "react";

/** On which sides a box has more to show. */
export interface ScrollEdges {
	start: boolean;
	end: boolean;
}

/** Watches a box that scrolls sideways. Look again whenever `content` changes. */
export function useScrollEdges(box: RefObject<HTMLElement | null>, content: unknown): ScrollEdges {
	const [edges, setEdges] = useState<ScrollEdges>({ start: false, end: false });
	// biome-ignore lint/correctness/useExhaustiveDependencies: other content has other edges
	useLayoutEffect(() => {
		const element = box.current;
		if (!element) return;
		const look = () => {
			const { scrollLeft, clientWidth, scrollWidth } = element;
			const next = { start: scrollLeft > 1, end: scrollLeft + clientWidth < scrollWidth - 1 };
			setEdges((known) => (known.start === next.start && known.end === next.end ? known : next));
		};
		look();
		const sizes = new ResizeObserver(look);
		sizes.observe(element);
		element.addEventListener("scroll", look, { passive: true });
		return () => {
			sizes.disconnect();
			element.removeEventListener("scroll", look);
		};
	}, [box, content]);
	return edges;
}
