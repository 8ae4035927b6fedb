import type { ReactNode } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from "react-aria-components/Popover";
import styles from "./Popover.module.css";

interface Props {
	label: string;
	/** What it stands beside; `null` while closed. */
	anchor: Element | null;
	onClose: () => void;
	placement?: AriaPopoverProps["placement"];
	children: ReactNode;
}

/** A small box beside any element, opened and closed by its owner. */
export function AnchoredPopover({ label, anchor, onClose, placement = "bottom start", children }: Props) {
	return (
		<AriaPopover
			className={styles.popover}
			triggerRef={{ current: anchor }}
			isOpen={anchor !== null}
			onOpenChange={(open) => {
				if (!open) onClose();
			}}
			placement={placement}
			offset={6}
		>
			<Dialog aria-label={label} className={styles.dialog}>
				{children}
			</Dialog>
		</AriaPopover>
	);
}
