import { useState } from "react";
import { useTranslation } from "react-i18next";
import { rpc } from "#app/rpc.ts";
import { parsePlainDate } from "#domain/planning/plain-date.ts";
import { Button } from "#ui/button/Button.tsx";
import { DayChoice } from "#ui/day-choice/DayChoice.tsx";
import { formatDate } from "#ui/format/format.ts";
import { Popover } from "#ui/popover/Popover.tsx";
import { TextField } from "#ui/text-field/TextField.tsx";
import { usePlan } from "../use-plan.ts";
import { useToday } from "../use-today.ts";
import styles from "./BulkBar.module.css";

interface Props {
	/** Ids of the chosen ideas. */
	ids: readonly string[];
	/** Whether they are dropped ones. */
	dropped: boolean;
	onClear: () => void;
}

/** What can be done to several ideas at once; each act is one undo. */
export function BulkBar({ ids, dropped, onClear }: Props) {
	const { t } = useTranslation();
	const { change } = usePlan();
	const today = useToday();
	const [topic, setTopic] = useState("");
	const chosen = [...ids];
	const ideas = t("{{count}} ideas", {
		count: chosen.length,
		defaultValue_one: "{{count}} idea",
		defaultValue_other: "{{count}} ideas",
	});
	const run = async (act: () => Promise<{ undo: string | null }>, message: string) => {
		if (await change(act, message)) onClear();
	};
	const subjects = chosen.map((id) => ({ type: "idea" as const, id }));
	return (
		<section className={styles.bar} aria-label={t("Chosen ideas")}>
			<strong>{t("{{ideas}} chosen", { ideas })}</strong>
			{dropped ? (
				<Button
					onPress={() =>
						void run(() => rpc.plan.ideas.restore.mutate({ ids: chosen }), t("{{ideas}} brought back", { ideas }))
					}
				>
					{t("Bring back")}
				</Button>
			) : (
				<>
					<Popover label={t("Day for {{ideas}}", { ideas })} trigger={<Button>{t("Put on a day")}</Button>}>
						{({ close }) => (
							<DayChoice
								autoFocus
								label={t("Day for {{ideas}}", { ideas })}
								value={null}
								today={today}
								onChange={(text) => {
									close();
									const date = parsePlainDate(text);
									void run(
										() => rpc.plan.schedule.mutate({ subjects, date }),
										t("{{ideas}} put on {{date}}", { ideas, date: formatDate(text) }),
									);
								}}
							/>
						)}
					</Popover>
					<Popover label={t("Topic for {{ideas}}", { ideas })} trigger={<Button>{t("Set topic")}</Button>}>
						{({ close }) => (
							<form
								className={styles.form}
								onSubmit={(event) => {
									event.preventDefault();
									close();
									void run(
										() => rpc.plan.ideas.setTopic.mutate({ ids: chosen, topic }),
										t("{{ideas}} filed under “{{topic}}”", { ideas, topic }),
									);
								}}
							>
								<TextField autoFocus label={t("Topic")} value={topic} onChange={setTopic} maxLength={200} />
								<Button type="submit" variant="primary">
									{t("Set topic")}
								</Button>
							</form>
						)}
					</Popover>
					<Button
						onPress={() =>
							void run(() => rpc.plan.ideas.drop.mutate({ ids: chosen }), t("{{ideas}} dropped", { ideas }))
						}
					>
						{t("Drop")}
					</Button>
				</>
			)}
			<Button bare onPress={onClear}>
				{t("Choose none")}
			</Button>
		</section>
	);
}
