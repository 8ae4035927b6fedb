import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./RecoveryPage.module.css";

interface Props {
	title: string;
	/** One or two sentences each. */
	happened: string;
	safe: string;
	next: string;
	folder?: string;
	/** The technical reason. */
	details: string | null;
	actions: ReactNode;
	/** Why the last way out failed. */
	failure?: string | null;
	isBusy?: boolean;
	children?: ReactNode;
}

/** A whole screen for when the studio cannot open: what happened, what is safe, what to do next. */
export function RecoveryPage(props: Props) {
	const { title, happened, safe, next, folder, details, actions, failure, isBusy = false, children } = props;
	const { t } = useTranslation();
	return (
		<main className={styles.page} aria-busy={isBusy} data-recovery>
			<div className={styles.card}>
				<h1 className={styles.title}>{title}</h1>
				<dl className={styles.facts}>
					<dt>{t("What happened")}</dt>
					<dd>{happened}</dd>
					<dt>{t("What is safe")}</dt>
					<dd>{safe}</dd>
					<dt>{t("What to do next")}</dt>
					<dd>{next}</dd>
				</dl>
				{children}
				{failure && (
					<p role="alert" className={styles.failure}>
						{failure}
					</p>
				)}
				<div className={styles.actions}>{actions}</div>
				{isBusy && <p role="status">{t("Working…")}</p>}
				<details className={styles.details}>
					<summary>{t("Details")}</summary>
					{folder && <p>{t("Folder: {{folder}}", { folder })}</p>}
					{details && <p>{details}</p>}
				</details>
			</div>
		</main>
	);
}
