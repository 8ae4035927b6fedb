import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { plainText } from "#domain/story/text.ts";
import { currentStory } from "#features/write/current-story.ts";
import { Button } from "#ui/button/Button.tsx";
import { showToast } from "#ui/toast/toasts.ts";
import { useConnectionLost } from "../connection/connection.ts";
import { native } from "../native.ts";
import { queryClient, rpc } from "../rpc.ts";
import styles from "./ConnectionNotice.module.css";

const RETRY_MS = 2_000;

const askAgain = () =>
	rpc.library.status.query().then(
		() => queryClient.invalidateQueries(),
		() => {},
	);

/** Over the room, not instead of it: what was typed stays on the page while the service is away. */
export function ConnectionNotice() {
	const { t } = useTranslation();
	const lost = useConnectionLost();
	useEffect(() => {
		if (!lost) return;
		const timer = setInterval(() => void askAgain(), RETRY_MS);
		return () => clearInterval(timer);
	}, [lost]);
	if (!lost) return null;
	const story = currentStory();
	return (
		<section className={styles.notice} role="alert" aria-label={t("The studio stopped answering")}>
			<p>
				<strong>{t("The studio stopped answering.")}</strong>{" "}
				{t("What you typed is kept in this window; leave it open. It is saved as soon as the studio answers again.")}
			</p>
			<div className={styles.actions}>
				<Button onPress={() => void askAgain()}>{t("Try again")}</Button>
				{story && (
					<Button
						onPress={async () => {
							await native.writeClipboard({ text: plainText(story.document), html: "" });
							showToast({ message: t("The text is on the clipboard") });
						}}
					>
						{t("Copy the text")}
					</Button>
				)}
			</div>
		</section>
	);
}
