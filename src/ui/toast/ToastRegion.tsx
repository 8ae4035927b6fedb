import { CircleAlert, X } from "lucide-react";
import { Text } from "react-aria-components/Text";
import {
	UNSTABLE_ToastRegion as AriaToastRegion,
	UNSTABLE_Toast as Toast,
	UNSTABLE_ToastContent as ToastContent,
} from "react-aria-components/Toast";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button/Button.tsx";
import { classes } from "#ui/classes/classes.ts";
import { IconButton } from "#ui/icon-button/IconButton.tsx";
import styles from "./ToastRegion.module.css";
import { toastQueue } from "./toasts.ts";

/** Height of the notices, which the room leaves free at its foot: they cover nothing that is being worked with. */
function leaveRoom(region: HTMLElement | null): (() => void) | undefined {
	if (!region) return undefined;
	const { style } = document.documentElement;
	const observer = new ResizeObserver(() => style.setProperty("--notices", `${region.offsetHeight + 16}px`));
	observer.observe(region);
	return () => {
		observer.disconnect();
		style.removeProperty("--notices");
	};
}

/** A landmark; the frame's F6 goes to its first button. Hover and focus stop the clocks. Draw it once. */
export function ToastRegion() {
	const { t } = useTranslation();
	return (
		<AriaToastRegion
			ref={leaveRoom}
			queue={toastQueue}
			aria-label={t("Notices")}
			className={styles.region}
			data-notices
		>
			{({ toast }) => {
				const { message, tone = "neutral", undo } = toast.content;
				const action = undo ? { label: t("Undo"), run: undo } : toast.content.action;
				return (
					<Toast toast={toast} className={classes(styles.toast, styles[tone])}>
						{tone !== "neutral" && <CircleAlert aria-hidden size={16} className={styles.icon} />}
						<ToastContent className={styles.content}>
							<Text slot="title">{message}</Text>
						</ToastContent>
						{action && (
							<Button
								className={styles.action}
								onPress={() => {
									action.run();
									toastQueue.close(toast.key);
								}}
							>
								{action.label}
							</Button>
						)}
						<IconButton
							slot="close"
							label={t("Close")}
							icon={X}
							size="small"
							onPress={() => toastQueue.close(toast.key)}
						/>
					</Toast>
				);
			}}
		</AriaToastRegion>
	);
}
