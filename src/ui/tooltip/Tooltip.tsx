import type { ReactElement } from "react";
import { Tooltip as AriaTooltip, type TooltipProps, TooltipTrigger } from "react-aria-components/Tooltip";
import styles from "./Tooltip.module.css";

interface Props {
	text: string;
	/** Shown after the text, e.g. "Ctrl+K". */
	keys?: string | undefined;
	placement?: TooltipProps["placement"];
	/** A button or another focusable React Aria component. */
	children: ReactElement;
}

/** A name for what has only an icon, on hover and on focus; Escape hides it. */
export function Tooltip({ text, keys, placement = "bottom", children }: Props) {
	return (
		<TooltipTrigger delay={400} closeDelay={100}>
			{children}
			<AriaTooltip className={styles.tooltip} placement={placement} offset={6}>
				{text}
				{keys && <kbd className={styles.keys}>{keys}</kbd>}
			</AriaTooltip>
		</TooltipTrigger>
	);
}
