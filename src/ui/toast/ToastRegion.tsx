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

/** Escape closes the notice that has the focus, before the bubble of its button, and nothing behind it. */
function closeOnEscape(event: KeyboardEvent): void {
	if (event.key !== "Escape" || !(event.target instanceof Element)) return;
	const key = event.target.closest<HTMLElement>("[data-notice]")?.dataset["notice"];
	if (key === undefined) return;
	event.preventDefault();
	event.stopPropagation();
	toastQueue.close(key);
}

/** Tells dialogs how much of the window's foot the notices take, so that none lies under them. */
function attend(region: HTMLElement | null): (() => void) | undefined {
	if (!region) return undefined;
	const { style } = document.documentElement;
	const observer = new ResizeObserver(() => style.setProperty("--notices", `${region.offsetHeight + 16}px`));
	observer.observe(region);
	window.addEventListener("keydown", closeOnEscape, { capture: true });
	return () => {
		observer.disconnect();
		style.removeProperty("--notices");
		window.removeEventListener("keydown", closeOnEscape, { capture: true });
	};
}

/**
 * Over the status line and the foot of the room, which stays as it is. A landmark; the frame's F6 goes to its first
 * button. Hover and focus stop the clocks. Draw it once.
 */
export function ToastRegion() {
	const { t } = useTranslation();
	return (
		<AriaToastRegion ref={attend} queue={toastQueue} aria-label={t("Notices")} className={styles.region} data-notices>
			{({ toast }) => {
				const { message, tone = "neutral", undo } = toast.content;
				const action = undo ? { label: t("Undo"), run: undo } : toast.content.action;
				return (
					<Toast toast={toast} data-notice={toast.key} className={classes(styles.toast, styles[tone])}>
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
