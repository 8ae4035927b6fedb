import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button/Button.tsx";
import { formatTime } from "#ui/format/format.ts";
import { useConnectionLost, useTaken } from "../connection/connection.ts";
import { CopyTextButton } from "../rescue/CopyTextButton.tsx";
import { openText } from "../rescue/open-text.ts";
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
	const taken = useTaken();
	useEffect(() => {
		if (!lost) return;
		const timer = setInterval(() => void askAgain(), RETRY_MS);
		return () => clearInterval(timer);
	}, [lost]);
	if (!lost) return null;
	const text = openText();
	if (taken !== null)
		return (
			<section className={styles.notice} role="status" aria-label={t("The studio was started anew")}>
				<p>
					<strong>{t("The studio was started anew.")}</strong>{" "}
					{t(
						"Its new window has saved this text at {{time}}. Go on writing there and close this window: it can save nothing any more.",
						{ time: formatTime(taken, { seconds: true }) },
					)}
				</p>
				<div className={styles.actions}>{text !== "" && <CopyTextButton text={text} />}</div>
			</section>
		);
	return (
		<section className={styles.notice} role="alert" aria-label={t("The studio stopped answering")}>
			<p>
				<strong>{t("The studio stopped answering.")}</strong>{" "}
				{t(
					"What you typed is kept in this window; leave it open. It is saved as soon as this studio answers again. If Inkhour was started anew, copy the text and open the new link.",
				)}
			</p>
			<div className={styles.actions}>
				<Button onPress={() => void askAgain()}>{t("Try again")}</Button>
				{text !== "" && <CopyTextButton text={text} />}
			</div>
		</section>
	);
}
