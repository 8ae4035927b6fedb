import { useTranslation } from "react-i18next";
import { native } from "#app/native.ts";
import type { Evidence } from "#domain/feedback/types.ts";
import { Button } from "#ui/button/Button.tsx";
import styles from "./Evidence.module.css";
import { evidenceClassWords, measuredWords } from "./evidence-words.ts";

/** Sources of a rule or signal, each with its figure, how it was made and where to read it. */
export function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
	const { t } = useTranslation();
	return (
		<ul className={styles.sources}>
			{evidence
				.map((one) => ({ ...one, measured: measuredWords(one, t) }))
				.map(({ class: kind, source, measured }) => (
					<li key={`${kind}-${source.id}`}>
						<strong>{evidenceClassWords(kind, t)}</strong>
						{measured && <span className={styles.effect}>{measured}</span>}
						<span dir="auto">{source.title}</span>
						<span className={styles.detail}>{t(source.detail)}</span>
						{source.url && <SourceLink url={source.url} />}
					</li>
				))}
		</ul>
	);
}

function SourceLink({ url }: { url: string }) {
	const { t } = useTranslation();
	return (
		<Button bare className={styles.link} onPress={() => void native.openExternal(url)}>
			{t("Open the source")}
		</Button>
	);
}
