import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowDown, ArrowUp, Columns3 } from "lucide-react";
import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { routeFragment } from "#app/routes.ts";
import type { EarnStories, EarnStory } from "#contract/earn.ts";
import { normalTitle } from "#domain/stats/observation.ts";
import { Button } from "#ui/button/Button.tsx";
import { EmptyState } from "#ui/empty-state/EmptyState.tsx";
import { formatDate, formatDuration, formatPercent } from "#ui/format/format.ts";
import { Menu } from "#ui/menu/Menu.tsx";
import { SearchField } from "#ui/search-field/SearchField.tsx";
import { Select } from "#ui/select/Select.tsx";
import { SideScroll } from "#ui/side-scroll/SideScroll.tsx";
import { FigureValue } from "../figure/FigureValue.tsx";
import { OtherCurrencies } from "../OtherCurrencies.tsx";
import { BoostButton } from "./BoostButton.tsx";
import {
	type Column,
	type ColumnId,
	defaultColumns,
	rememberColumns,
	rememberedColumns,
	storyColumns,
} from "./columns.ts";
import styles from "./StoriesTable.module.css";
import { useWidth } from "./use-width.ts";

/** Pixels, of a title of one line; a row of more lines is measured. */
const ROW_HEIGHT = 40;
/** Pixels, at least: what the figures leave is the title's too. In a narrow window they need the room more. */
const TITLE_WIDTH = { wide: 224, narrow: 168 };
/** Pixels of room up to which it is narrow. */
const NARROW = 640;
/** Pixels that the borders and a scroll bar take. */
const EDGES = 20;
const LIFETIME = "lifetime";

interface Sort {
	by: ColumnId | "title";
	descending: boolean;
}

function sortStories(rows: readonly EarnStory[], sort: Sort, columns: readonly Column[]): EarnStory[] {
	const column = columns.find(({ id }) => id === sort.by);
	const direction = sort.descending ? -1 : 1;
	const byTitle = (a: EarnStory, b: EarnStory) => a.title.localeCompare(b.title);
	return [...rows].sort((a, b) => {
		if (!column) return direction * byTitle(a, b);
		const [left, right] = [column.value(a), column.value(b)];
		if (left === null || right === null) return left === right ? byTitle(a, b) : left === null ? 1 : -1;
		return direction * (left - right) || byTitle(a, b);
	});
}

interface CellProps {
	story: EarnStory;
	column: Column;
	data: EarnStories;
	today: string;
}

function StoryCell({ story, column, data, today }: CellProps): ReactNode {
	const { t } = useTranslation();
	if (column.id === "boosted") return <BoostButton story={story} today={today} />;
	const none = (
		<span className={styles.none} role="img" aria-label={t("not known")}>
			–
		</span>
	);
	const value = column.value(story);
	if (value === null) return none;
	if (column.id === "publishedAt") return formatDate((story.publishedAt ?? "").slice(0, 10));
	if (column.id === "readRatio") return formatPercent(value);
	if (column.id === "readingSeconds") return formatDuration(value);
	const figure = story.figures[column.id];
	return figure ? <FigureValue figure={figure} origins={data.origins} /> : none;
}

interface Props {
	data: EarnStories;
	/** ISO date. */
	today: string;
	/** `YYYY-MM`, or `null` for lifetime. */
	month: string | null;
	onMonth: (month: string | null) => void;
	onImport: () => void;
}

interface NoStoriesProps extends Pick<Props, "month" | "onMonth" | "onImport"> {
	/** The newest month that has figures of stories. */
	newest: string | undefined;
	query: string;
	onClear: () => void;
}

/** Why no row is shown, and the way on. */
function NoStories({ query, newest, month, onClear, onMonth, onImport }: NoStoriesProps) {
	const { t } = useTranslation();
	if (query !== "")
		return (
			<EmptyState action={<Button onPress={onClear}>{t("Show all stories")}</Button>}>
				{t("No title matches.")}
			</EmptyState>
		);
	if (month !== null)
		return (
			<EmptyState action={<Button onPress={() => onMonth(null)}>{t("Show lifetime totals")}</Button>}>
				{t("No story has figures for this month.")}
			</EmptyState>
		);
	if (newest !== undefined)
		return (
			<EmptyState
				action={
					<Button onPress={() => onMonth(newest)}>
						{t("Show {{month}}", { month: formatDate(`${newest}-01`, "month") })}
					</Button>
				}
			>
				{t("No lifetime totals came in. Your stories have figures by month.")}
			</EmptyState>
		);
	return (
		<EmptyState action={<Button onPress={onImport}>{t("Import stats")}</Button>}>
			{t("No figures of single stories came in yet. Medium’s stats page has them.")}
		</EmptyState>
	);
}

/** Every story with figures: sorted, filtered, in the columns the writer chose. */
export function StoriesTable({ data, today, month, onMonth, onImport }: Props) {
	const { t } = useTranslation();
	const [query, setQuery] = useState("");
	const [chosen, setChosen] = useState<readonly ColumnId[] | null>(rememberedColumns);
	const tools = useRef<HTMLDivElement>(null);
	const room = useWidth(tools);
	const titleWidth = room < NARROW ? TITLE_WIDTH.narrow : TITLE_WIDTH.wide;
	const [sort, setSort] = useState<Sort>({ by: "earnings", descending: true });
	const scroller = useRef<HTMLElement>(null);
	const all = useMemo(() => storyColumns(t, data), [t, data]);
	const shown = chosen ?? defaultColumns(all, room - EDGES - titleWidth);
	const columns = all.filter(({ id }) => shown.includes(id));
	const rows = useMemo(() => {
		const wanted = normalTitle(query);
		const found = wanted === "" ? data.rows : data.rows.filter(({ title }) => normalTitle(title).includes(wanted));
		return sortStories(found, sort, all);
	}, [data.rows, query, sort, all]);
	const virtual = useVirtualizer({
		count: rows.length,
		getScrollElement: () => scroller.current,
		estimateSize: () => ROW_HEIGHT,
		// A story keeps its measured height wherever it is sorted to.
		getItemKey: useCallback((index: number) => rows[index]?.subject ?? index, [rows]),
		overscan: 12,
	});
	const visible = virtual.getVirtualItems();
	const before = visible[0]?.start ?? 0;
	const after = virtual.getTotalSize() - (visible.at(-1)?.end ?? 0);

	const choose = (id: ColumnId) => {
		const next = shown.includes(id) ? shown.filter((other) => other !== id) : [...shown, id];
		rememberColumns(next);
		setChosen(next);
	};
	const sortBy = (by: Sort["by"]) =>
		setSort((known) => ({ by, descending: known.by === by ? !known.descending : by !== "title" }));
	const heading = (id: Sort["by"], label: string, width?: number) => {
		const active = sort.by === id;
		const Arrow = sort.descending ? ArrowDown : ArrowUp;
		return (
			<th
				key={id}
				scope="col"
				className={id === "title" ? styles.first : undefined}
				style={{ inlineSize: width }}
				aria-sort={active ? (sort.descending ? "descending" : "ascending") : "none"}
			>
				<Button bare className={styles.sort} onPress={() => sortBy(id)}>
					{label}
					{active && <Arrow aria-hidden size={12} />}
				</Button>
			</th>
		);
	};
	const spacer = (height: number) =>
		height > 0 && (
			<tr className={styles.spacer} aria-hidden>
				<td colSpan={columns.length + 1} style={{ blockSize: height }} />
			</tr>
		);

	return (
		<>
			<OtherCurrencies {...data} />
			<div ref={tools} className={styles.tools}>
				<SearchField className={styles.search} label={t("Filter by title")} value={query} onChange={setQuery} />
				<Select
					className={styles.period}
					label={t("Figures of")}
					hideLabel
					options={[
						{ value: LIFETIME, label: t("Lifetime totals") },
						...data.months.map((name) => ({ value: name, label: formatDate(`${name}-01`, "month") })),
					]}
					value={month ?? LIFETIME}
					onChange={(value) => onMonth(value === LIFETIME ? null : value)}
				/>
				<Menu
					label={t("Columns")}
					trigger={
						<Button>
							<Columns3 aria-hidden size={14} />
							{t("Columns")}
						</Button>
					}
					items={all.map(({ id, label }) => ({ id, label, isChecked: shown.includes(id), run: () => choose(id) }))}
				/>
				<p className={styles.count} aria-live="polite">
					{t("{{count}} stories", {
						defaultValue_one: "{{count}} story",
						defaultValue_other: "{{count}} stories",
						count: rows.length,
					})}
				</p>
			</div>
			{rows.length === 0 ? (
				<NoStories
					query={query}
					newest={data.months[0]}
					month={month}
					onClear={() => setQuery("")}
					onMonth={onMonth}
					onImport={onImport}
				/>
			) : (
				<div className={styles.box}>
					<SideScroll scroller={scroller} className={styles.scroll} label={t("Stories")} stays>
						<table
							className={styles.table}
							aria-rowcount={rows.length + 1}
							style={{ inlineSize: titleWidth + columns.reduce((sum, { width }) => sum + width, 0) }}
						>
							<thead>
								<tr aria-rowindex={1}>
									{heading("title", t("Story"))}
									{columns.map(({ id, label, width }) => heading(id, label, width))}
								</tr>
							</thead>
							<tbody>
								{spacer(before)}
								{visible.map(({ index }) => {
									const story = rows[index];
									if (!story) return null;
									const title = story.title || t("(no title)");
									return (
										<tr key={story.subject} ref={virtual.measureElement} data-index={index} aria-rowindex={index + 2}>
											<th scope="row" className={styles.first}>
												{story.storyId ? (
													<a
														className={styles.link}
														dir="auto"
														href={routeFragment({ room: "write", storyId: story.storyId })}
													>
														{title}
													</a>
												) : (
													<span dir="auto" title={t("{{title}}: known from stats only", { title })}>
														{title}
													</span>
												)}
											</th>
											{columns.map((column) => (
												<td key={column.id}>
													<StoryCell story={story} column={column} data={data} today={today} />
												</td>
											))}
										</tr>
									);
								})}
								{spacer(after)}
							</tbody>
						</table>
					</SideScroll>
				</div>
			)}
		</>
	);
}
