import { ChevronLeft, ChevronRight } from "lucide-react";
import { type ReactNode, type RefObject, useRef } from "react";
import { classes } from "#ui/classes/classes.ts";
import styles from "./SideScroll.module.css";
import { useScrollEdges } from "./use-scroll-edges.ts";

interface Props {
	/** Left out where what is in it is reached by keyboard itself. */
	label?: string;
	/** Of the box that scrolls. */
	className?: string;
	id?: string;
	/** For whoever has to know how far it is scrolled. */
	scroller?: RefObject<HTMLElement | null>;
	/** The first column stays in sight, and has its own shadow where `data-more-start` is set on the box. */
	stays?: boolean;
	/** One element, such as a table. */
	children: ReactNode;
}

/** A box that scrolls and shows at its sides that there is more. With a label it is reached by keyboard. */
export function SideScroll({ label, className, id, scroller, stays = false, children }: Props) {
	const own = useRef<HTMLElement>(null);
	const box = scroller ?? own;
	const { start, end, bar } = useScrollEdges(box);
	return (
		<div className={styles.frame}>
			<section
				ref={box}
				id={id}
				className={classes(styles.scroll, className)}
				{...(label !== undefined && { "aria-label": label, tabIndex: 0 })}
				data-more-start={start || undefined}
				data-more-end={end || undefined}
			>
				{children}
			</section>
			{start && !stays && (
				<span aria-hidden className={classes(styles.more, styles.before)}>
					<ChevronLeft size={16} />
				</span>
			)}
			{end && (
				<span aria-hidden className={styles.more} style={{ insetInlineEnd: bar }}>
					<ChevronRight size={16} />
				</span>
			)}
		</div>
	);
}
