import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Looked } from "#domain/feedback/looked.ts";
import { messageOf } from "#domain/feedback/message-of.ts";
import { ruleById } from "#domain/feedback/rules.ts";
import { type FeedbackArea, moreUrgent, PRESSING, type Rule, type Severity, type Tip } from "#domain/feedback/types.ts";
import { lookedWords } from "./looked-words.ts";
import { TipCard } from "./TipCard.tsx";
import styles from "./TipList.module.css";
import { tipValues } from "./tip-words.ts";
import type { CoachMemoryHandle } from "./use-coach-memory.ts";

interface Group {
	rule: Rule;
	severity: Severity;
	tips: [Tip, ...Tip[]];
}

/** Tips of one area, one entry a rule, the most pressing first. */
export function groupTips(tips: readonly Tip[], area: FeedbackArea): Group[] {
	const groups = new Map<string, Group>();
	for (const tip of tips) {
		const rule = ruleById(tip.ruleId);
		if (rule?.area !== area) continue;
		const group = groups.get(rule.id);
		if (!group) groups.set(rule.id, { rule, severity: tip.severity, tips: [tip] });
		else {
			group.tips.push(tip);
			group.severity = moreUrgent(group.severity, tip.severity);
		}
	}
	return [...groups.values()].sort((a, b) => PRESSING.indexOf(a.severity) - PRESSING.indexOf(b.severity));
}

interface Props {
	area: FeedbackArea;
	/** Without the ignored ones. */
	tips: readonly Tip[];
	looked: Looked;
	/** ISO 639-1 of the story's; `null` when it could not be told. */
	language: string | null;
	/** Tips of the area were found and are ignored. */
	hidden: boolean;
	memory: CoachMemoryHandle;
	onReveal: (tip: Tip) => void;
}

export function TipList({ area, tips, looked, language, hidden, memory, onReveal }: Props) {
	const { t } = useTranslation();
	const groups = groupTips(tips, area);
	const strengths = groups.filter((group) => group.severity === "strength");
	const advice = groups.filter((group) => group.severity !== "strength");
	return (
		<>
			{strengths.length > 0 && (
				<ul className={styles.strengths} aria-label={t("What works")}>
					{strengths.map(({ rule, tips: [first] }) => (
						<li key={rule.id}>
							<Check aria-hidden size={14} />
							<span>{t(messageOf(rule, first), tipValues(first))}</span>
						</li>
					))}
				</ul>
			)}
			{advice.length > 0 && (
				<ul className={styles.tips}>
					{advice.map(({ rule, severity, tips: places }) => (
						<TipCard
							key={rule.id}
							rule={rule}
							tips={places}
							severity={severity === "strength" ? "note" : severity}
							memory={memory}
							onReveal={onReveal}
						/>
					))}
				</ul>
			)}
			{groups.length === 0 && <p className={styles.quiet}>{lookedWords(looked, { language, hidden }, t)}</p>}
		</>
	);
}
