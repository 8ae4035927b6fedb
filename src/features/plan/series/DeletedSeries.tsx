import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { navigate } from "#app/routes.ts";
import { rpc, useTRPC } from "#app/rpc.ts";
import { Button } from "#ui/button/Button.tsx";
import { formatDate } from "#ui/format/format.ts";
import { usePlan } from "../use-plan.ts";
import styles from "./DeletedSeries.module.css";

/** Series that were deleted, each with a way back. */
export function DeletedSeries() {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const { change } = usePlan();
	const { data } = useQuery(trpc.plan.series.dropped.queryOptions());
	if (!data || data.length === 0) return null;
	const restore = async (id: string, title: string) => {
		const answer = await change(
			() => rpc.plan.series.restore.mutate({ id }),
			t("Series “{{title}}” is back", { title }),
		);
		if (answer) navigate({ room: "plan", page: "series", item: id });
	};
	return (
		<details className={styles.deleted}>
			<summary>{t("Deleted series: {{number}}", { number: data.length })}</summary>
			<ul>
				{data.map(({ id, title, droppedAt }) => (
					<li key={id}>
						<span className={styles.words}>
							<span className={styles.title}>{title}</span>
							<span className={styles.date}>{t("Deleted on {{date}}", { date: formatDate(droppedAt) })}</span>
						</span>
						<Button bare aria-label={t("Bring back “{{title}}”", { title })} onPress={() => void restore(id, title)}>
							{t("Bring back")}
						</Button>
					</li>
				))}
			</ul>
		</details>
	);
}
