import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import { type ComparedTitle, compareTitles, type TitleComparison } from "#domain/feedback/headline/compare-titles.ts";
import { type Genre, type Signal, verdictFor } from "#domain/feedback/headline/signals.ts";
import { Badge } from "#ui/badge/Badge.tsx";
import { Button } from "#ui/button/Button.tsx";
import { Dialog } from "#ui/dialog/Dialog.tsx";
import { SideScroll } from "#ui/side-scroll/SideScroll.tsx";
import { EvidenceList } from "./Evidence.tsx";
import { measuredWords } from "./evidence-words.ts";
import styles from "./TitleComparisonDialog.module.css";
import { TitleTips } from "./TitleTips.tsx";
import { isAgainst } from "./tip-words.ts";
import { letter } from "./title-letters.ts";
import type { CoachMemoryHandle } from "./use-coach-memory.ts";
import { useTitleTips } from "./use-title-tips.ts";
import { Verdicts } from "./Verdicts.tsx";

interface Props {
	/** The title on the page first. */
	titles: readonly string[];
	/** ISO 639-1 of the story's; `null` when it could not be told. */
	language: string | null;
	memory: CoachMemoryHandle;
	isOpen: boolean;
	onOpenChange: (open: boolean) => void;
	onUse: (title: string) => void;
}

/** Titles side by side: what tests tell about each against the title now, then signal by signal. Never a lone score. */
export function TitleComparisonDialog({ titles, language, memory, isOpen, onOpenChange, onUse }: Props) {
	const { t } = useTranslation();
	return (
		<Dialog title={t("Titles side by side")} size="wide" isOpen={isOpen} onOpenChange={onOpenChange}>
			{isOpen && <Comparison comparison={compareTitles(titles, language)} memory={memory} onUse={onUse} />}
		</Dialog>
	);
}

interface ComparisonProps extends Pick<Props, "memory" | "onUse"> {
	comparison: TitleComparison;
}

function Comparison({ comparison, memory, onUse }: ComparisonProps) {
	const { t } = useTranslation();
	const { titles, differing, shared } = comparison;
	const english = titles.filter((one) => one.english).length;
	const tips = useTitleTips(titles.map((one) => one.title));
	return (
		<div className={styles.comparison}>
			{english > 0 && <Verdicts titles={titles} tips={tips} memory={memory} />}
			<p>
				{english > 0
					? t(
							"What each title has, and what was measured about it elsewhere. The figures come from other sites and do not add up; there is no score.",
						)
					: t("These titles do not read as English, so only their lengths are compared.")}
			</p>
			<SideScroll className={styles.scroll} label={t("Titles side by side")}>
				<table>
					<thead>
						<tr>
							<td />
							{titles.map((one, index) => (
								<th key={one.title} scope="col">
									<span className={styles.letter}>
										{index === 0 ? t("{{letter}}, the title now", { letter: "A" }) : letter(index)}
									</span>
									<span className={styles.title} dir="auto">
										{one.title}
									</span>
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						<tr>
							<th scope="row">{t("Length")}</th>
							{titles.map((one) => (
								<td key={one.title}>
									<Length compared={one} />
								</td>
							))}
						</tr>
						<tr>
							<th scope="row">{t("In a search")}</th>
							{titles.map((one) => (
								<td key={one.title}>{one.search.cut ? one.search.shown : t("Shown whole")}</td>
							))}
						</tr>
						{tips.some((some) => some.some(isAgainst)) && (
							<tr>
								<th scope="row">{t("What the coach notes")}</th>
								{titles.map((one, index) => (
									<td key={one.title}>
										{tips[index]?.some(isAgainst) ? (
											<TitleTips tips={tips[index]} label={t("What the coach notes")} />
										) : (
											t("nothing")
										)}
									</td>
								))}
							</tr>
						)}
						{[...differing, ...shared].map((signal) => (
							<SignalRow key={signal.id} signal={signal} titles={titles} genre={memory.genre} />
						))}
					</tbody>
					<tfoot>
						<tr>
							<td />
							{titles.map((one, index) => (
								<td key={one.title}>
									{index > 0 && (
										<Button onPress={() => onUse(one.title)}>
											{t("Use {{letter}} as the title", { letter: letter(index) })}
										</Button>
									)}
								</td>
							))}
						</tr>
					</tfoot>
				</table>
			</SideScroll>
		</div>
	);
}

function Length({ compared: { characters, length } }: { compared: ComparedTitle }) {
	const { t } = useTranslation();
	const words = {
		fits: t("within 35 to 65"),
		outside: t("outside 35 to 65, a soft range"),
		long: t("long: fewer claps past 90"),
		cut: t("cut in feeds past 100"),
	}[length];
	return (
		<>
			{t("{{count}} characters", { defaultValue_one: "{{count}} character", count: characters })}
			<span className={styles.soft}>{words}</span>
		</>
	);
}

interface SignalProps {
	signal: Signal;
	titles: readonly ComparedTitle[];
	genre: Genre;
}

function SignalRow({ signal, titles, genre }: SignalProps) {
	const { t } = useTranslation();
	const [open, setOpen] = useState(false);
	const verdict = {
		for: <Badge tone="accent">{t("more interest")}</Badge>,
		against: <Badge tone="caution">{t("less interest")}</Badge>,
		mixed: <Badge>{t("evidence disagrees")}</Badge>,
	}[verdictFor(signal, genre)];
	return (
		<Fragment>
			<tr>
				<th scope="row">
					{t(signal.name)}
					{verdict}
					{signal.evidence.map((one) => {
						const measured = measuredWords(one, t);
						return (
							measured && (
								<span key={one.source.id} className={styles.effect}>
									{measured}
								</span>
							)
						);
					})}
					<Button bare className={styles.sources} aria-expanded={open} onPress={() => setOpen(!open)}>
						{t("Where from?")}
					</Button>
				</th>
				{titles.map((one) => (
					<td key={one.title} className={one.shown[signal.id] ? styles.has : styles.lacks}>
						{one.english
							? one.shown[signal.id]
								? t("“{{quote}}”", { quote: one.shown[signal.id] })
								: t("no")
							: t("not English")}
					</td>
				))}
			</tr>
			{open && (
				<tr>
					<td colSpan={titles.length + 1}>
						<EvidenceList evidence={signal.evidence} />
					</td>
				</tr>
			)}
		</Fragment>
	);
}
