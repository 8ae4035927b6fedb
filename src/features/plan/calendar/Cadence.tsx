import { Repeat } from "lucide-react";
import { useTranslation } from "react-i18next";
import { queryClient, rpc, useTRPC, windowError } from "#app/rpc.ts";
import type { MonthDay } from "#domain/planning/calendar.ts";
import { type Weekday, weekdayOf } from "#domain/planning/plain-date.ts";
import { Button } from "#ui/button/Button.tsx";
import { Checkbox } from "#ui/checkbox/Checkbox.tsx";
import { formatList } from "#ui/format/format.ts";
import { Popover } from "#ui/popover/Popover.tsx";
import { showToast } from "#ui/toast/toasts.ts";
import styles from "./Cadence.module.css";
import { weekdayName } from "./weekday-name.ts";

interface Props {
	cadence: readonly Weekday[];
	/** Any week, in the writer's order. */
	week: readonly MonthDay[];
}

/** The weekdays the writer means to publish on; free ones show as open slots. */
export function Cadence({ cadence, week }: Props) {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const toggle = async (weekday: Weekday, on: boolean) => {
		const weekdays = on ? [...cadence, weekday] : cadence.filter((each) => each !== weekday);
		try {
			await rpc.plan.setCadence.mutate({ weekdays });
		} catch (error) {
			showToast({ message: windowError(error).message, tone: "danger" });
		}
		await queryClient.invalidateQueries(trpc.plan.range.pathFilter());
	};
	const days = week
		.filter(({ date }) => cadence.includes(weekdayOf(date)))
		.map(({ date }) => weekdayName(date, "short"));
	return (
		<Popover
			label={t("Publishing rhythm")}
			placement="bottom end"
			trigger={
				<Button bare>
					<Repeat aria-hidden size={14} />
					{days.length === 0 ? t("Set a rhythm") : t("Rhythm: {{days}}", { days: formatList(days) })}
				</Button>
			}
		>
			<fieldset className={styles.days}>
				<legend>{t("Days you mean to publish on")}</legend>
				{week.map(({ date }) => (
					<Checkbox
						key={date}
						isSelected={cadence.includes(weekdayOf(date))}
						onChange={(on) => void toggle(weekdayOf(date), on)}
					>
						{weekdayName(date, "long")}
					</Checkbox>
				))}
			</fieldset>
			<p className={styles.note}>{t("Days of the rhythm with nothing on them show as open slots.")}</p>
		</Popover>
	);
}
