import { Button } from "react-aria-components/Button";
import { useTranslation } from "react-i18next";
import { Tooltip } from "#ui/tooltip/Tooltip.tsx";
import { PALETTE_KEYS } from "../commands/late-keys.ts";
import { runCommand } from "../commands/registry.ts";
import { shortcutLabel } from "../commands/shortcut.ts";
import { navigate } from "../routes.ts";
import { STATUS_SLOTS, useStatusSlots } from "../status/status.ts";
import { Jobs } from "./Jobs.tsx";
import styles from "./StatusLine.module.css";

/** The foot of the window: what the rooms say at the start, the studio itself at the end. */
export function StatusLine() {
	const { t } = useTranslation();
	const slots = useStatusSlots();
	const filled = STATUS_SLOTS.filter((slot) => slots[slot] !== undefined && slots[slot] !== null);
	return (
		<footer className={styles.line}>
			<div className={styles.start}>
				{filled.map((slot) => (
					<span key={slot} className={styles.slot} data-slot={slot}>
						{slots[slot]}
					</span>
				))}
			</div>
			<div className={styles.end}>
				<Jobs />
				<Tooltip
					text={t("Everything is on this machine. Nothing is sent anywhere unless you ask.")}
					placement="top end"
				>
					<Button className={styles.button} onPress={() => navigate({ room: "settings", page: "about" })}>
						{t("Offline")}
					</Button>
				</Tooltip>
				<Tooltip text={t("Find a command, a story or a setting")} placement="top end">
					<Button
						className={styles.button}
						aria-keyshortcuts="Control+K"
						onPress={() => void runCommand("app.palette")}
					>
						<kbd>{shortcutLabel(PALETTE_KEYS)}</kbd>
					</Button>
				</Tooltip>
			</div>
		</footer>
	);
}
