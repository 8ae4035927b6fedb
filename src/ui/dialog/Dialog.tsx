import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { useTranslation } from "react-i18next";
import { classes } from "#ui/classes/classes.ts";
import { IconButton } from "#ui/icon-button/IconButton.tsx";
import styles from "./Dialog.module.css";

interface Props {
	title: string;
	isOpen: boolean;
	onOpenChange: (open: boolean) => void;
	children: ReactNode;
	/** Buttons at the end; the primary one last. */
	footer?: ReactNode;
	/** `wide` for tables and reports. */
	size?: "regular" | "wide";
	role?: "dialog" | "alertdialog";
	/** A click beside it closes it. Default true, except for alert dialogs. */
	isDismissable?: boolean;
}

/** A modal. Escape closes it and focus returns to where it was. */
export function Dialog({
	title,
	isOpen,
	onOpenChange,
	children,
	footer,
	size = "regular",
	role = "dialog",
	isDismissable = role === "dialog",
}: Props) {
	const { t } = useTranslation();
	return (
		<ModalOverlay className={styles.overlay} isOpen={isOpen} onOpenChange={onOpenChange} isDismissable={isDismissable}>
			<Modal className={classes(styles.modal, size === "wide" && styles.wide)}>
				<AriaDialog role={role} className={styles.dialog}>
					<header className={styles.header}>
						<Heading slot="title" className={styles.title}>
							{title}
						</Heading>
						{role === "dialog" && (
							<IconButton label={t("Close")} icon={X} size="small" bare onPress={() => onOpenChange(false)} />
						)}
					</header>
					<div className={styles.body}>{children}</div>
					{footer && <footer className={styles.footer}>{footer}</footer>}
				</AriaDialog>
			</Modal>
		</ModalOverlay>
	);
}
