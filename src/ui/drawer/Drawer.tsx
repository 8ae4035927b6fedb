import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { classes } from "#ui/classes/classes.ts";
import { IconButton } from "#ui/icon-button/IconButton.tsx";
import styles from "./Drawer.module.css";

interface Props {
	label: string;
	/** Of its button, e.g. "Hide the library". */
	closeLabel: string;
	isOpen: boolean;
	onOpenChange: (open: boolean) => void;
	/** The side it comes from. */
	side: "start" | "end";
	children: ReactNode;
}

/** A pane that lies over the page where the window has no room for it beside. Escape and a press beside it close it. */
export function Drawer({ label, closeLabel, isOpen, onOpenChange, side, children }: Props) {
	return (
		<ModalOverlay className={styles.overlay} isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
			<Modal className={classes(styles.drawer, side === "end" && styles.end)}>
				<Dialog aria-label={label} className={styles.pane}>
					<IconButton label={closeLabel} icon={X} className={styles.close} onPress={() => onOpenChange(false)} />
					{children}
				</Dialog>
			</Modal>
		</ModalOverlay>
	);
}
