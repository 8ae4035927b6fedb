import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button/Button.tsx";
import { RecoveryPage } from "./RecoveryPage.tsx";

const RETRY_MS = 3_000;

/** The window is there, the studio behind it does not answer. */
export function UnreachableService({ reason, onRetry }: { reason: string; onRetry: () => void }) {
	const { t } = useTranslation();
	useEffect(() => {
		const timer = setInterval(onRetry, RETRY_MS);
		return () => clearInterval(timer);
	}, [onRetry]);
	return (
		<RecoveryPage
			title={t("The studio does not answer")}
			happened={t("This window is open, but the program behind it is not running or was started anew.")}
			safe={t("Everything that was saved is in your library on this machine.")}
			next={t("Start Inkhour again and open it with its new link. This window looks again by itself.")}
			details={reason}
			actions={
				<Button variant="primary" onPress={onRetry}>
					{t("Look again")}
				</Button>
			}
		/>
	);
}
