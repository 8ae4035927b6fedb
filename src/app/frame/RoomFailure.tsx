import { useTranslation } from "react-i18next";
import { Button } from "#ui/button/Button.tsx";
import { PageHeader } from "#ui/page-header/PageHeader.tsx";
import { showToast } from "#ui/toast/toasts.ts";
import { native } from "../native.ts";
import { CopyTextButton } from "../rescue/CopyTextButton.tsx";
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
	const copyDetails = async () => {
		await native.writeClipboard({ text: details, html: "" });
		showToast({ message: t("The details are on the clipboard") });
	};
	// A part of the window that did not arrive is asked for again only by a new page.
	const lostPart = error instanceof TypeError && /dynamically imported module/.test(error.message);
	return (
		<main className={styles.failure} data-room-failed>
			<div className={styles.card} role="alert">
				<PageHeader title={t("This room stopped working")} />
				<p>{t("Everything that was saved is safe in your library. The rest of the studio works on.")}</p>
				{text !== "" && (
					<p>{t("The text of the open story is kept here too. Copy it before you reload, to be sure.")}</p>
				)}
				<div className={styles.actions}>
					<Button variant="primary" onPress={lostPart ? () => window.location.reload() : onReload}>
						{t("Reload this room")}
					</Button>
					{text !== "" && <CopyTextButton text={text} />}
					<Button onPress={() => void copyDetails()}>{t("Copy the details")}</Button>
				</div>
				<details className={styles.details}>
					<summary>{t("Details")}</summary>
					<pre>{details}</pre>
				</details>
			</div>
		</main>
	);
}
