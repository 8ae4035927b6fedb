import { type RefObject, useLayoutEffect, useState } from "react";

/** How wide an element is now, pixels; 0 before it is there. */
export function useWidth(box: RefObject<HTMLElement | null>): number {
	const [width, setWidth] = useState(0);
	useLayoutEffect(() => {
		const element = box.current;
		if (!element) return;
		const look = () => setWidth(element.clientWidth);
		look();
		const sizes = new ResizeObserver(look);
		sizes.observe(element);
		return () => sizes.disconnect();
	}, [box]);
	return width;
}
