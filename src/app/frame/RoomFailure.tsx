import { useTranslation } from "react-i18next";
import { Button } from "#ui/button/Button.tsx";
import { PageHeader } from "#ui/page-header/PageHeader.tsx";
import { showToast } from "#ui/toast/toasts.ts";
import { native } from "../native.ts";
import styles from "./RoomFailure.module.css";

interface Props {
	error: unknown;
	/** Where in the window it happened. */
	stack: string;
	/** The story's text, empty when there was none on the page. */
	text: string;
	onReload: () => void;
}

/** What a room shows instead of itself after an error nobody foresaw. */
export function RoomFailure({ error, stack, text, onReload }: Props) {
	const { t } = useTranslation();
	const details = `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n${stack}`;
	const copy = async (content: string, message: string) => {
		await native.writeClipboard({ text: content, html: "" });
		showToast({ message });
	};
	return (
		<main className={styles.failure} data-room-failed>
			<div className={styles.card} role="alert">
				<PageHeader title={t("This room stopped working")} />
				<p>{t("Everything that was saved is safe in your library. The rest of the studio works on.")}</p>
				{text !== "" && (
					<p>{t("The text of the open story is kept here too. Copy it before you reload, to be sure.")}</p>
				)}
				<div className={styles.actions}>
					<Button variant="primary" onPress={onReload}>
						{t("Reload this room")}
					</Button>
					{text !== "" && (
						<Button onPress={() => void copy(text, t("The text is on the clipboard"))}>{t("Copy the text")}</Button>
					)}
					<Button onPress={() => void copy(details, t("The details are on the clipboard"))}>
						{t("Copy the details")}
					</Button>
				</div>
				<details className={styles.details}>
					<summary>{t("Details")}</summary>
					<pre>{details}</pre>
				</details>
			</div>
		</main>
	);
}
