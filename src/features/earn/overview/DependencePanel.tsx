import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProjectionAnswer } from "#contract/earn.ts";
import type { Share } from "#domain/revenue/explain/concentration.ts";
import { formatDate, formatMoney, formatNumber, formatPercent } from "#ui/format/format.ts";
import { Segmented } from "#ui/segmented/Segmented.tsx";
import { FigureTable } from "../figure-table/FigureTable.tsx";
import { Panel } from "../panel/Panel.tsx";
import { StoryName } from "../StoryName.tsx";
import { TierNote } from "../TierNote.tsx";
import styles from "./DependencePanel.module.css";

type By = "story" | "topic" | "publication";
/** Parts shown singly. */
const SHOWN = 10;

/** How much of a year's income hangs on few stories, topics and months, and how much it swings. */
export function DependencePanel({ answer }: { answer: ProjectionAnswer }) {
	const { t } = useTranslation();
	const [by, setBy] = useState<By>("story");
	const { dependence, named, currency } = answer;
	if (!dependence) return null;
	const { byStory, byTopic, byPublication, swing, swingWithoutLargest } = dependence;
	const month = (value: string) => formatDate(`${value}-01`, "month");
	const names: Record<By, { label: string; name: (share: Share) => ReactNode }> = {
		story: { label: t("By story"), name: ({ key }) => <StoryName story={named[key]} /> },
		topic: {
			label: t("By topic"),
			name: ({ key }) => (key === "" ? t("No topic known") : <span dir="auto">{key}</span>),
		},
		publication: {
			label: t("By month of publication"),
			name: ({ key }) => (key === "" ? t("Not known") : month(key)),
		},
	};
	const found = { story: byStory, topic: byTopic, publication: byPublication }[by] ?? byStory;
	const factor = (value: number) =>
		formatNumber(Math.exp(value), { maximumFractionDigits: 2, minimumFractionDigits: 2 });
	return (
		<Panel
			title={t("What the income hangs on")}
			actions={
				<Segmented<By>
					label={t("Split the income")}
					options={(["story", "topic", "publication"] as const)
						.filter((value) => value !== "topic" || byTopic)
						.map((value) => ({ value, label: names[value].label }))}
					value={by}
					onChange={setBy}
				/>
			}
		>
			<p>
				{t("Half of what stories earned from {{from}} to {{to}} came from {{count}} stories, the largest {{share}}.", {
					defaultValue_one:
						"Half of what stories earned from {{from}} to {{to}} came from {{count}} story, which brought {{share}}.",
					defaultValue_other:
						"Half of what stories earned from {{from}} to {{to}} came from {{count}} stories, the largest {{share}}.",
					from: month(dependence.from),
					to: month(dependence.to),
					count: byStory.half,
					share: formatPercent(byStory.shares[0]?.share ?? 0),
				})}{" "}
				{swing !== null &&
					(swingWithoutLargest === null
						? t("From one month to the next the income swings by a factor of {{factor}}, up or down.", {
								factor: factor(swing),
							})
						: t(
								"From one month to the next the income swings by a factor of {{factor}}, up or down; without the largest story it would be {{without}}.",
								{ factor: factor(swing), without: factor(swingWithoutLargest) },
							))}
			</p>
			<FigureTable
				label={names[by].label}
				head={[names[by].label, t("Earned"), t("Share")]}
				key={by}
				most={SHOWN}
				rows={found.shares.map((share) => [
					names[by].name(share),
					formatMoney({ minor: share.minor, currency }),
					formatPercent(share.share),
				])}
			/>
			{swing !== null && (
				<p className={styles.note}>
					{t(
						"The swing is the root of the mean squared change, in which large changes count more: a factor of 1 is no change, of 2 is half or double. Most months change by less, some by more.",
					)}
				</p>
			)}
			<TierNote tier={answer.tier} />
		</Panel>
	);
}
