import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Area, ComposedChart, Line, ReferenceLine, ResponsiveContainer } from "recharts";
import type { ProjectionAnswer } from "#contract/earn.ts";
import { classes } from "#ui/classes/classes.ts";
import { formatDate, formatMoney, formatMoneyRange } from "#ui/format/format.ts";
import { CHART_MARGIN, everyMonth, moneyAxis, placeOf } from "../chart/axis.ts";
import { ChartFrame } from "../chart/ChartFrame.tsx";
import { MonthAxes } from "../chart/MonthAxes.tsx";
import { heldWords, lackingWords } from "../words.ts";
import styles from "./FanChart.module.css";

/** Months of history beside the fan. */
const HISTORY_SHOWN = 24;
/** How strong the bands are: 95, 80 and 50 %. */
const STRENGTH = { wide: 0.12, middle: 0.22, close: 0.36 };

interface Point {
	month: string;
	earned?: number;
	/** Days of it without figures. */
	missing?: number;
	likely?: number;
	wide?: [number, number];
	middle?: [number, number];
	close?: [number, number];
}

function pointsOf({ history, months }: ProjectionAnswer): Point[] {
	const past: Point[] = history
		.slice(-HISTORY_SHOWN)
		.map(({ month, minor, missing }) => ({ month, earned: minor, missing }));
	const last = past.at(-1);
	// The fan opens at the last month that is known.
	if (last?.earned !== undefined) {
		const { earned } = last;
		Object.assign(last, { likely: earned, wide: [earned, earned], middle: [earned, earned], close: [earned, earned] });
	}
	const future = months.map(
		({ month, total }): Point => ({
			month,
			likely: total.p50,
			wide: [total.p2_5, total.p97_5],
			middle: [total.p10, total.p90],
			close: [total.p25, total.p75],
		}),
	);
	return everyMonth([...past, ...future], (month) => ({ month }));
}

/** A month that earned; hollow where days of it are missing. Months ahead have none. */
function EarnedDot({ cx, cy, payload }: { cx?: number; cy?: number; payload?: Point }) {
	if (payload?.earned === undefined) return <g key={payload?.month} />;
	const lacks = (payload.missing ?? 0) > 0;
	return (
		<circle
			key={payload.month}
			cx={cx}
			cy={cy}
			r={lacks ? 3.5 : 2.5}
			stroke="var(--chart-1)"
			strokeWidth={2}
			fill={lacks ? "var(--paper)" : "var(--chart-1)"}
		/>
	);
}

function Legend({ lacking }: { lacking: boolean }) {
	const { t } = useTranslation();
	return (
		<ul className={styles.legend}>
			<li>
				<span className={styles.line} />
				{t("earned")}
			</li>
			{lacking && (
				<li>
					<span className={styles.ring} />
					{t("days missing")}
				</li>
			)}
			<li>
				<span className={classes(styles.line, styles.dashed)} />
				{t("likely")}
			</li>
			<li>
				<span className={styles.swatch} style={{ opacity: 0.7 }} />
				{t("1 in 2 falls here")}
			</li>
			<li>
				<span className={styles.swatch} style={{ opacity: 0.34 }} />
				{t("4 in 5")}
			</li>
			<li>
				<span className={styles.swatch} style={{ opacity: 0.12 }} />
				{t("19 in 20")}
			</li>
		</ul>
	);
}

/** History as a solid line, the coming months as bands that darken toward the middle. */
export function FanChart({ answer, today }: { answer: ProjectionAnswer; today: string }) {
	const { t } = useTranslation();
	const { currency, months } = answer;
	const points = pointsOf(answer);
	const firstAhead = points.length - months.length;
	const [active, setActive] = useState(firstAhead);
	const money = (minor: number) => formatMoney({ minor, currency });
	const range = (low: number, high: number, likely?: number) =>
		formatMoneyRange({ lowMinor: low, highMinor: high, likelyMinor: likely, currency });
	const monthName = (month: string) => formatDate(`${month}-01`, "month");
	const thisMonth = today.slice(0, 7);
	const first = months[0];
	const last = months.at(-1);
	const places = first &&
		last && {
			first: monthName(first.month),
			firstRange: range(first.total.p10, first.total.p90, first.total.p50),
			last: monthName(last.month),
			lastRange: range(last.total.p10, last.total.p90, last.total.p50),
		};
	const sentence = places
		? [
				first.month < thisMonth
					? t(
							"{{first}} should have earned {{firstRange}}; by {{last}} the range is {{lastRange}}. Such a range is meant to hold four months in five.",
							places,
						)
					: t(
							"{{first}} should earn {{firstRange}}; by {{last}} the range is {{lastRange}}. Such a range is meant to hold four months in five.",
							places,
						),
				heldWords(t, answer, months.length),
			].join(" ")
		: "";
	const layered = months.some((month) => month.backCatalogue !== null);
	const axis = moneyAxis(
		points.flatMap(({ earned = 0, wide }) => [earned, wide?.[1] ?? 0]),
		currency,
	);
	return (
		<ChartFrame
			title={t("Projection of monthly earnings")}
			sentence={sentence}
			note={t("Before tax and fees, in {{currency}}. Medium counts earnings in UTC days.", { currency })}
			readouts={points.map(({ month, earned, missing = 0, middle, likely }) => {
				if (earned !== undefined)
					return [
						t("{{month}}: earned {{money}}", { month: monthName(month), money: money(earned) }),
						lackingWords(t, missing),
					]
						.filter(Boolean)
						.join(" · ");
				return middle
					? t("{{month}}: {{range}}", { month: monthName(month), range: range(middle[0], middle[1], likely) })
					: t("{{month}}: not known", { month: monthName(month) });
			})}
			active={Math.min(active, points.length - 1)}
			onActive={setActive}
			legend={<Legend lacking={points.some(({ missing = 0 }) => missing > 0)} />}
			table={{
				head: [
					t("Month"),
					t("Likely ({{currency}})", { currency }),
					t("1 in 2"),
					t("4 in 5"),
					t("19 in 20"),
					...(layered ? [t("Stories already out, 4 in 5"), t("Later stories, 4 in 5")] : []),
				],
				rows: months.map(({ month, total, backCatalogue, newStories }) => [
					monthName(month),
					money(total.p50),
					range(total.p25, total.p75),
					range(total.p10, total.p90),
					range(total.p2_5, total.p97_5),
					...(layered
						? [
								backCatalogue && range(backCatalogue.p10, backCatalogue.p90),
								newStories && range(newStories.p10, newStories.p90),
							]
						: []),
				]),
			}}
		>
			<ResponsiveContainer>
				<ComposedChart
					data={points}
					accessibilityLayer={false}
					margin={{ ...CHART_MARGIN, top: 20 }}
					onMouseMove={(state) => setActive(placeOf(state) ?? active)}
				>
					<MonthAxes axis={axis} months={points.map(({ month }) => month)} active={points[active]?.month ?? ""} />
					{(["wide", "middle", "close"] as const).map((band) => (
						<Area
							key={band}
							dataKey={band}
							type="monotone"
							stroke="none"
							fill="var(--chart-1)"
							fillOpacity={STRENGTH[band]}
							isAnimationActive={false}
							activeDot={false}
						/>
					))}
					<Line
						dataKey="likely"
						type="monotone"
						stroke="var(--chart-1)"
						strokeWidth={2}
						strokeDasharray="5 4"
						dot={false}
						isAnimationActive={false}
						activeDot={false}
					/>
					<Line
						dataKey="earned"
						type="monotone"
						stroke="var(--chart-1)"
						strokeWidth={2}
						dot={EarnedDot}
						isAnimationActive={false}
						activeDot={false}
					/>
					{points.some(({ month }) => month === thisMonth) && (
						<ReferenceLine
							x={thisMonth}
							stroke="var(--accent)"
							label={{ value: t("this month"), position: "top", fill: "var(--accent)", fontSize: 11 }}
						/>
					)}
				</ComposedChart>
			</ResponsiveContainer>
		</ChartFrame>
	);
}
