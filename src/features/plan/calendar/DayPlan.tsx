import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { rpc, useTRPC } from "#app/rpc.ts";
import type { PlanEntry } from "#contract/plan.ts";
import type { PlainDate } from "#domain/planning/plain-date.ts";
import { Button } from "#ui/button/Button.tsx";
import { formatDate } from "#ui/format/format.ts";
import { TextField } from "#ui/text-field/TextField.tsx";
import { stateLabel } from "../plan-words.ts";
import { usePlan } from "../use-plan.ts";
import styles from "./DayPlan.module.css";
import { EntryCard } from "./EntryCard.tsx";

/** Waiting things offered for the day. */
const OFFERED = 5;

interface Props {
	date: PlainDate;
	today: PlainDate;
	entries: readonly PlanEntry[];
	onMoved: (entry: PlanEntry, date: PlainDate | null) => void;
	onClose: () => void;
}

/** One day: what stands on it, and a field that finds what waits or makes a new idea for it. */
export function DayPlan({ date, today, entries, onMoved, onClose }: Props) {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const { change, schedule } = usePlan();
	const [line, setLine] = useState("");
	const words = useDeferredValue(line);
	const { data, isPending, isPlaceholderData } = useQuery({
		...trpc.plan.tray.queryOptions({ query: words, limit: OFFERED }),
		placeholderData: keepPreviousData,
	});
	const offers = data?.entries ?? [];
	const current = words === line && !isPending && !isPlaceholderData;
	const field = useRef<HTMLInputElement>(null);
	const list = useRef<HTMLUListElement>(null);
	/** The arrow was pressed before what is offered for the words was there. */
	const [descending, setDescending] = useState(false);
	/** Before the first stands the field. */
	const focusOffer = (at: number) => {
		const buttons = list.current?.querySelectorAll("button") ?? [];
		if (at < 0) field.current?.focus();
		else buttons[Math.min(at, buttons.length - 1)]?.focus();
	};
	useEffect(() => {
		if (!descending || !current) return;
		setDescending(false);
		list.current?.querySelector("button")?.focus();
	}, [descending, current]);
	const putOnDay = async (entry: PlanEntry, title: string) => {
		field.current?.focus();
		if (await schedule([entry.subject], date, title)) setLine("");
	};
	const addIdea = async () => {
		if (line.trim() === "" || descending) return;
		const captured = await change(() => rpc.plan.ideas.capture.mutate({ line }));
		if (!captured) return;
		setLine("");
		await schedule([{ type: "idea", id: captured.id }], date, line.trim());
	};
	return (
		<div className={styles.day}>
			<h2 className={styles.heading}>{formatDate(date, "long")}</h2>
			{entries.map((entry) => (
				<EntryCard
					key={`${entry.subject.type} ${entry.subject.id}`}
					entry={entry}
					today={today}
					onMoved={(to) => onMoved(entry, to)}
					onClose={onClose}
				/>
			))}
			<form
				className={styles.form}
				onSubmit={(event) => {
					event.preventDefault();
					void addIdea();
				}}
			>
				<TextField
					autoFocus={entries.length === 0}
					label={t("Add to this day")}
					placeholder={t("A new idea, or words of a waiting one")}
					hint={offers.length > 0 ? t("Arrow down goes to what waits for a day.") : ""}
					inputRef={field}
					value={line}
					onChange={(value) => {
						setLine(value);
						setDescending(false);
					}}
					onKeyDown={(event) => {
						if (event.key !== "ArrowDown" || event.nativeEvent.isComposing) event.continuePropagation();
						else {
							event.preventDefault();
							setDescending(true);
						}
					}}
					maxLength={1000}
				/>
				{line.trim() !== "" && <Button type="submit">{t("Add as a new idea")}</Button>}
			</form>
			{offers.length > 0 && (
				<section aria-label={t("Waiting for a day")}>
					<h3 className={styles.waiting}>{t("Waiting for a day")}</h3>
					<ul ref={list} className={styles.list}>
						{offers.map((entry, at) => {
							const title = entry.title || t("Untitled");
							return (
								<li key={`${entry.subject.type} ${entry.subject.id}`}>
									<Button
										bare
										className={styles.offer}
										aria-label={t("{{title}} {{state}}: put on this day", { title, state: stateLabel(t, entry.state) })}
										onPress={() => void putOnDay(entry, title)}
										onKeyDown={(event) => {
											const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: offers.length - 1 }[event.key];
											if (to === undefined) return event.continuePropagation();
											event.preventDefault();
											focusOffer(to);
										}}
									>
										<span className={styles.title}>{`${title} `}</span>
										<span className={styles.state}>{stateLabel(t, entry.state)}</span>
									</Button>
								</li>
							);
						})}
					</ul>
				</section>
			)}
		</div>
	);
}
