import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button/Button.tsx";
import { formatTime } from "#ui/format/format.ts";
import { useConnection, useTextFate } from "../connection/connection.ts";
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
	const connection = useConnection();
	const fate = useTextFate();
	useEffect(() => {
		if (connection !== "silent") return;
		const timer = setInterval(() => void askAgain(), RETRY_MS);
		return () => clearInterval(timer);
	}, [connection]);
	if (connection === "answers") return null;
	if (fate?.kind === "taken") return <Taken at={fate.at} />;
	return connection === "refused" ? <Refused isKept={fate?.kind !== "unkept"} /> : <Silent />;
}

function Taken({ at }: { at: string }) {
	const { t } = useTranslation();
	return (
		<section className={styles.notice} role="status" aria-label={t("The studio was started anew")}>
			<p>
				<strong>{t("The studio was started anew.")}</strong>{" "}
				{t(
					"Its new window has saved this text at {{time}}. Go on writing there and close this window: it can save nothing any more.",
					{ time: formatTime(at, { seconds: true }) },
				)}
			</p>
			<Actions />
		</section>
	);
}

function Refused({ isKept }: { isKept: boolean }) {
	const { t } = useTranslation();
	return (
		<section className={styles.notice} role="alert" aria-label={t("The studio was started anew")}>
			<p>
				<strong>{t("The studio was started anew.")}</strong>{" "}
				{isKept
					? t(
							"This window can save nothing any more. Open the new link in this browser: text that was not saved is kept here, and is offered there.",
						)
					: t(
							"This window can save nothing any more, and the browser has no room to keep your text. Copy it before you close this window, and open the new link.",
						)}
			</p>
			<Actions />
		</section>
	);
}

function Silent() {
	const { t } = useTranslation();
	return (
		<section className={styles.notice} role="alert" aria-label={t("The studio stopped answering")}>
			<p>
				<strong>{t("The studio stopped answering.")}</strong>{" "}
				{t(
					"What you typed is kept in this window; leave it open. It is saved as soon as this studio answers again. If Inkhour was started anew, copy the text and open the new link.",
				)}
			</p>
			<Actions>
				<Button onPress={() => void askAgain()}>{t("Try again")}</Button>
			</Actions>
		</section>
	);
}

function Actions({ children }: { children?: ReactNode }) {
	const text = openText();
	return (
		<div className={styles.actions}>
			{children}
			{text !== "" && <CopyTextButton text={text} />}
		</div>
	);
}
