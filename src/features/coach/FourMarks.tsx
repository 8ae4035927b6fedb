import { Check, Minus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FoundSign, Mark, MarkPlace } from "#domain/feedback/marks/marks.ts";
import { Button } from "#ui/button/Button.tsx";
import { formatLanguage, formatList, formatNumber } from "#ui/format/format.ts";
import { Disclosure } from "./Disclosure.tsx";
import { EvidenceList } from "./Evidence.tsx";
import styles from "./FourMarks.module.css";

interface Props {
	marks: readonly Mark[];
	/** ISO 639-1 of the story's; `null` when it could not be told. */
	language: string | null;
	onReveal: (blockId: string, place: MarkPlace) => void;
}

/** What of each mark is in the story, where it stands, and what is not there. Counts, no score. */
export function FourMarks({ marks, language, onReveal }: Props) {
	const { t } = useTranslation();
	const [first] = marks;
	return (
		<section aria-labelledby="coach-marks">
			<h2 id="coach-marks">{t("Four marks")}</h2>
			<p className={styles.intro}>{t("Four kinds of value a story can have. One is enough; few have all.")}</p>
			{language !== "en" && (
				<p className={styles.intro}>
					{language === null
						? t("Only what needs no words is looked for: links, figures, lists, code, quotation marks.")
						: t(
								"In {{language}} only what needs no words is looked for: links, figures, lists, code, quotation marks.",
								{
									language: formatLanguage(language),
								},
							)}
				</p>
			)}
			{marks.map((mark) => (
				<div key={mark.id} className={styles.mark}>
					<h3>{t(mark.name)}</h3>
					<ul>
						{mark.signs.map((sign) => (
							<SignRow key={sign.id} sign={sign} onReveal={onReveal} />
						))}
					</ul>
					{mark.unread.length > 0 && (
						<p className={styles.unread}>
							{t("Not looked for: {{list}}.", { list: formatList(mark.unread.map((name) => t(name))) })}
						</p>
					)}
				</div>
			))}
			{first && (
				<Disclosure label={t("Why these four")}>
					<dl>
						{marks.map((mark) => (
							<div key={mark.id}>
								<dt>{t(mark.name)}</dt>
								<dd>{t(mark.why)}</dd>
							</div>
						))}
					</dl>
					<EvidenceList evidence={first.evidence} />
				</Disclosure>
			)}
		</section>
	);
}

/** A press goes to the next place that shows the sign. */
function SignRow({ sign, onReveal }: { sign: FoundSign; onReveal: Props["onReveal"] }) {
	const { t } = useTranslation();
	const [next, setNext] = useState(0);
	const place = sign.places[next % Math.max(1, sign.places.length)];
	const name = t(sign.name);
	return (
		<li className={sign.there ? undefined : styles.absent}>
			<span
				role="img"
				aria-label={sign.there ? t("There") : sign.count > 0 ? t("A beginning") : t("Not there")}
				className={styles.icon}
			>
				{sign.there ? <Check aria-hidden size={14} /> : <Minus aria-hidden size={14} />}
			</span>
			<span className={styles.words}>
				<span>{name}</span>
				{!sign.there && (
					<span className={styles.missing}>
						{sign.count === 0 ? t(sign.missing) : t("A beginning; it counts from {{least}}.", { least: sign.least })}
					</span>
				)}
			</span>
			{place && (
				<Button
					bare
					className={styles.show}
					aria-label={t("Show in the text: {{name}}, {{number}}", { name, number: formatNumber(sign.count) })}
					onPress={() => {
						onReveal(place.blockId, place);
						setNext(next + 1);
					}}
				>
					{formatNumber(sign.count)}
				</Button>
			)}
		</li>
	);
}
