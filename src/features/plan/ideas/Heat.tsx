import { useTranslation } from "react-i18next";
import {
	EASE_POINTS,
	FRESHNESS_HALF_LIFE_DAYS,
	FRESHNESS_POINTS,
	GROUNDWORK_POINTS,
	type IdeaHeat,
} from "#domain/planning/idea.ts";
import { Button } from "#ui/button/Button.tsx";
import { formatNumber } from "#ui/format/format.ts";
import { Popover } from "#ui/popover/Popover.tsx";
import styles from "./Heat.module.css";

interface Props {
	title: string;
	heat: IdeaHeat;
}

/** The heat of an idea, and on a press what it is made of. */
export function Heat({ title, heat }: Props) {
	const { t } = useTranslation();
	const rows = [
		{
			label: t("Fresh: changed {{count}} days ago", {
				count: heat.idleDays,
				defaultValue_one: "Fresh: changed {{count}} day ago",
				defaultValue_other: "Fresh: changed {{count}} days ago",
			}),
			points: heat.freshness,
			of: FRESHNESS_POINTS,
		},
		{ label: t("Groundwork: angle, audience, note"), points: heat.groundwork, of: GROUNDWORK_POINTS },
		{ label: t("Ease: the effort you stated"), points: heat.ease, of: EASE_POINTS },
	];
	return (
		<Popover
			label={t("Heat of “{{title}}”", { title })}
			trigger={
				<Button
					bare
					className={styles.button}
					aria-label={t("Heat {{heat}} of 100 for “{{title}}”. Where from?", { heat: heat.total, title })}
				>
					{`${t("Heat")} `}
					<span className={styles.bar} aria-hidden>
						<span style={{ inlineSize: `${heat.total}%` }} />
					</span>
					<span className={styles.number}>{formatNumber(heat.total)}</span>
				</Button>
			}
		>
			<table className={styles.table}>
				<caption>{t("Heat {{heat}} of 100", { heat: heat.total })}</caption>
				<tbody>
					{rows.map((row) => (
						<tr key={row.label}>
							<th scope="row">{row.label}</th>
							<td>{t("{{points}} of {{most}}", { points: row.points, most: row.of })}</td>
						</tr>
					))}
				</tbody>
			</table>
			<p className={styles.note}>
				{t(
					"Freshness halves every {{days}} days without a change. Heat only orders your ideas; it forecasts nothing.",
					{
						days: FRESHNESS_HALF_LIFE_DAYS,
					},
				)}
			</p>
		</Popover>
	);
}
