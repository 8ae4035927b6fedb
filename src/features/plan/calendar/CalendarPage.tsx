import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight, Inbox } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { navigate } from "#app/routes.ts";
import { useTRPC, windowError } from "#app/rpc.ts";
import { useStatus } from "#app/status/status.ts";
import { type PlanEntry, plannableDateSchema } from "#contract/plan.ts";
import { firstOfMonth, monthGrid, weekStart } from "#domain/planning/calendar.ts";
import { addMonths, type PlainDate } from "#domain/planning/plain-date.ts";
import { Button } from "#ui/button/Button.tsx";
import { ReadFailure } from "#ui/empty-state/ReadFailure.tsx";
import { formatDate, formatLocale } from "#ui/format/format.ts";
import { IconButton } from "#ui/icon-button/IconButton.tsx";
import { useMedia } from "#ui/media/use-media.ts";
import { Segmented } from "#ui/segmented/Segmented.tsx";
import { SideScroll } from "#ui/side-scroll/SideScroll.tsx";
import { Waiting } from "#ui/waiting/Waiting.tsx";
import { useToday } from "../use-today.ts";
import { Agenda } from "./Agenda.tsx";
import { Cadence } from "./Cadence.tsx";
import styles from "./CalendarPage.module.css";
import { MonthGrid } from "./MonthGrid.tsx";
import { Tray } from "./Tray.tsx";

interface Props {
	/** `YYYY-MM`; this month when left out. */
	month?: string | undefined;
}

const monthOf = (date: PlainDate) => date.slice(0, 7);
/** The first day of a month named in the address, unless it is none or no calendar reaches it. */
function shownMonth(month: string | undefined): PlainDate | null {
	const first = plannableDateSchema.safeParse(`${month}-01`);
	return first.success && first.data > "1900-01-01" && first.data < "2200-12-01" ? first.data : null;
}

const show = (date: PlainDate) => navigate({ room: "plan", page: "calendar", item: monthOf(date) });

/** The plan by day: a month as a grid or as a list, and beside it what waits for a day. */
export function CalendarPage({ month }: Props) {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const today = useToday();
	const narrow = useMedia("(max-width: 760px)");
	const roomForTray = useMedia("(min-width: 1100px)");
	const [view, setView] = useState<"month" | "list" | null>(null);
	const [tray, setTray] = useState<boolean | null>(null);
	const [chosen, setChosen] = useState<PlainDate | null>(null);
	/** What takes the focus once it is drawn. */
	const wanted = useRef<string | null>(null);

	const first = shownMonth(month) ?? firstOfMonth(today);
	const start = weekStart(formatLocale());
	const weeks = monthGrid(first, start);
	const days = weeks.flat();
	const from = days[0]?.date ?? first;
	const to = days.at(-1)?.date ?? first;
	const { data, error, refetch } = useQuery({
		...trpc.plan.range.queryOptions({ from, to }),
		placeholderData: keepPreviousData,
	});
	const shownView = view ?? (narrow ? "list" : "month");
	const shownTray = tray ?? roomForTray;
	const active =
		chosen !== null && chosen >= from && chosen <= to ? chosen : monthOf(today) === monthOf(first) ? today : first;

	// biome-ignore lint/correctness/useExhaustiveDependencies: looks again whenever something else is drawn
	useEffect(() => {
		if (wanted.current === null) return;
		const element = document.querySelector<HTMLElement>(wanted.current);
		if (!element) return;
		wanted.current = null;
		element.focus();
	}, [data, active, from]);

	const own = (data?.entries ?? []).filter((entry) => entry.date !== null && monthOf(entry.date) === monthOf(first));
	const published = own.filter((entry) => entry.state === "published").length;
	const late = own.filter((entry) => entry.timing.kind === "late").length;
	useStatus(
		"room",
		data
			? t("{{planned}} planned, {{published}} published, {{late}} late in {{month}}", {
					planned: own.length - published,
					published,
					late,
					month: formatDate(first, "month"),
				})
			: null,
	);

	const activate = (date: PlainDate, byKeyboard: boolean) => {
		setChosen(date);
		if (!byKeyboard) return;
		wanted.current = `[data-date="${date}"]`;
		if (monthOf(date) !== monthOf(first)) show(date);
	};
	const follow = (entry: PlanEntry, date: PlainDate | null) => {
		if (date === null) return;
		setChosen(date);
		wanted.current = `[data-entry="${entry.subject.type} ${entry.subject.id}"]`;
		if (date < from || date > to) show(date);
	};

	return (
		<div className={styles.page} data-tray={shownTray || undefined}>
			<div className={styles.main}>
				<div className={styles.bar}>
					<IconButton label={t("Previous month")} icon={ChevronLeft} onPress={() => show(addMonths(first, -1))} />
					<IconButton label={t("Next month")} icon={ChevronRight} onPress={() => show(addMonths(first, 1))} />
					<Button
						onPress={() => {
							setChosen(today);
							show(today);
						}}
					>
						{t("Today")}
					</Button>
					<h2 className={styles.heading} aria-live="polite">
						{formatDate(first, "month")}
					</h2>
					<span className={styles.spring} />
					{data && <Cadence cadence={data.cadence} week={weeks[0] ?? []} />}
					<Segmented
						label={t("Shape of the calendar")}
						value={shownView}
						onChange={setView}
						options={[
							{ value: "month", label: t("Month") },
							{ value: "list", label: t("List") },
						]}
					/>
					<IconButton
						label={t("What waits for a day")}
						icon={Inbox}
						isSelected={shownTray}
						onPress={() => setTray(!shownTray)}
					/>
				</div>
				{error && (
					<ReadFailure onRetry={() => void refetch()}>
						{t("The calendar could not be read: {{reason}}", { reason: windowError(error).message })}
					</ReadFailure>
				)}
				{!data && !error && <Waiting>{t("Reading the calendar…")}</Waiting>}
				{data &&
					(shownView === "month" ? (
						<div className={styles.grid}>
							<SideScroll>
								<MonthGrid
									weeks={weeks}
									range={data}
									weekStart={start}
									active={active}
									onActivate={activate}
									onMoved={follow}
								/>
							</SideScroll>
						</div>
					) : (
						<Agenda
							range={data}
							days={days.filter((day) => day.inMonth).map((day) => day.date)}
							onMoved={follow}
							onToday={() => show(today)}
						/>
					))}
			</div>
			{shownTray && <Tray today={today} onMoved={follow} {...(roomForTray ? {} : { onClose: () => setTray(false) })} />}
		</div>
	);
}
