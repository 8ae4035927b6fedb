import type { ReactElement, ReactNode } from "react";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from "react-aria-components/Popover";
import styles from "./Popover.module.css";

interface Props {
	label: string;
	/** A Button or IconButton. */
	trigger: ReactElement;
	placement?: AriaPopoverProps["placement"];
	children: ReactNode | ((options: { close: () => void }) => ReactNode);
	isOpen?: boolean;
	onOpenChange?: (open: boolean) => void;
}

/** A small box beside its button: "where from?", choices, a short form. */
export function Popover({ label, trigger, placement = "bottom", children, isOpen, onOpenChange }: Props) {
	return (
		<DialogTrigger {...(isOpen === undefined ? {} : { isOpen })} {...(onOpenChange ? { onOpenChange } : {})}>
			{trigger}
			<AriaPopover className={styles.popover} placement={placement} offset={6}>
				<Dialog aria-label={label} className={styles.dialog}>
					{children}
				</Dialog>
			</AriaPopover>
		</DialogTrigger>
	);
}
