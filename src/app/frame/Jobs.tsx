import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { formatNumber, formatPercent } from "#ui/format/format.ts";
import { Meter } from "#ui/meter/Meter.tsx";
import { useTRPC } from "../rpc.ts";
import styles from "./Jobs.module.css";

const POLL_WHILE_RUNNING_MS = 1_000;
const POLL_MS = 5_000;

/** That something long is running, wherever the writer is; the room that started it shows the rest. */
export function Jobs() {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const { data: jobs = [] } = useQuery(
		trpc.jobs.running.queryOptions(undefined, {
			refetchInterval: ({ state }) => ((state.data?.length ?? 0) > 0 ? POLL_WHILE_RUNNING_MS : POLL_MS),
			refetchIntervalInBackground: false,
		}),
	);
	const job = jobs[0];
	if (!job) return null;
	const { done, total } = job.progress;
	if (total)
		return (
			<Meter
				className={styles.jobs}
				label={t("Working")}
				value={done}
				max={total}
				valueLabel={formatPercent(Math.min(1, done / total))}
			/>
		);
	return (
		<span className={styles.jobs}>
			{done > 0 ? t("Working: {{done}}", { done: formatNumber(done) }) : t("Working…")}
		</span>
	);
}
