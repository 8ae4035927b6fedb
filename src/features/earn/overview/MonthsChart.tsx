import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Bar, BarChart, Cell, ResponsiveContainer } from "recharts";
import { say } from "#app/words/say.ts";
import type { EarnMonth } from "#contract/earn.ts";
import type { Origin } from "#contract/stats.ts";
import { lackingMessage } from "#domain/revenue/lacking-days.ts";
import { formatDate, formatMoney } from "#ui/format/format.ts";
import { CHART_MARGIN, everyMonth, moneyAxis, placeOf } from "../chart/axis.ts";
import { ChartFrame } from "../chart/ChartFrame.tsx";
import { MonthAxes } from "../chart/MonthAxes.tsx";
import { FigureValue } from "../figure/FigureValue.tsx";
import { lackingWords } from "../words.ts";

interface Props {
	months: readonly EarnMonth[];
	origins: readonly Origin[];
	currency: string;
}

/** A month on the chart; without a state nothing is known of it. */
interface Shown extends Pick<EarnMonth, "month" | "earnings" | "missing"> {
	state: EarnMonth["state"] | null;
}

/** Months on the chart; older ones are in the table. */
const SHOWN = 36;

/** Earnings by month, those that are not over or lack days hatched. */
export function MonthsChart({ months, origins, currency }: Props) {
	const { t } = useTranslation();
	const earned = months.filter((month) => month.earnings !== null);
	const shown = everyMonth<Shown>(earned, (month) => ({ month, earnings: null, state: null, missing: 0 })).slice(
		-SHOWN,
	);
	const [chosen, setActive] = useState<number | null>(null);
	const active = Math.min(chosen ?? shown.length - 1, shown.length - 1);
	const stateWords = {
		complete: "",
		running: t("so far"),
		partial: t("an unknown part of the month"),
		"some-stories": t("some stories only"),
	};
	const monthName = (month: string) => formatDate(`${month}-01`, "month");
	const money = (minor: number) => formatMoney({ minor, currency });
	const known = shown.filter((month) => month.state === "complete");
	const complete = known.filter(({ missing }) => missing === 0);
	const lacking = lackingMessage(known);
	const words = ({ state, missing }: Shown) =>
		state === null ? [] : [stateWords[state], lackingWords(t, missing)].filter(Boolean);
	const best = complete.reduce<Shown | null>(
		(known, month) => (known && (month.earnings?.value ?? 0) <= (known.earnings?.value ?? 0) ? known : month),
		null,
	);
	const lastComplete = complete.at(-1);
	const earnedAny = complete.some((month) => month.earnings?.value !== 0);
	const sentence =
		complete.length > 0 && !earnedAny
			? t("{{count}} complete months, none of which earned anything.", {
					defaultValue_one: "{{count}} complete month, which earned nothing.",
					defaultValue_other: "{{count}} complete months, none of which earned anything.",
					count: complete.length,
				})
			: best && lastComplete
				? t(
						"{{count}} complete months. The last, {{last}}, earned {{lastMoney}}; the best, {{best}}, earned {{bestMoney}}.",
						{
							defaultValue_one: "One complete month, {{last}}. It earned {{lastMoney}}.",
							defaultValue_other:
								"{{count}} complete months. The last, {{last}}, earned {{lastMoney}}; the best, {{best}}, earned {{bestMoney}}.",
							count: complete.length,
							last: monthName(lastComplete.month),
							lastMoney: money(lastComplete.earnings?.value ?? 0),
							best: monthName(best.month),
							bestMoney: money(best.earnings?.value ?? 0),
						},
					)
				: t("No month is complete yet.");
	const data = shown.map(({ month, earnings, state, missing }) => ({
		month,
		earned: earnings?.value ?? 0,
		whole: state === "complete" && missing === 0,
	}));
	const axis = moneyAxis(
		data.map(({ earned }) => earned),
		currency,
	);
	return (
		<ChartFrame
			title={t("Earnings by month")}
			sentence={[sentence, lacking && say(lacking)].filter(Boolean).join(" ")}
			note={t("Before tax and fees, in {{currency}}. Medium counts earnings in UTC days.", { currency })}
			readouts={shown.map((one) =>
				one.state === null
					? t("{{month}}: not known", { month: monthName(one.month) })
					: [monthName(one.month), money(one.earnings?.value ?? 0), ...words(one)].join(" · "),
			)}
			active={active}
			onActive={setActive}
			table={{
				head: [t("Month"), t("Earnings ({{currency}})", { currency }), t("State")],
				rows: earned
					.map((one) => [
						monthName(one.month),
						one.earnings && <FigureValue figure={one.earnings} origins={origins} />,
						words(one).join(" · ") || t("complete"),
					])
					.reverse(),
				words: [2],
			}}
		>
			<ResponsiveContainer>
				<BarChart
					data={data}
					accessibilityLayer={false}
					margin={{ ...CHART_MARGIN, top: 8 }}
					onMouseMove={(state) => setActive(placeOf(state) ?? active)}
				>
					<defs>
						<pattern
							id="earn-unfinished"
							width="6"
							height="6"
							patternUnits="userSpaceOnUse"
							patternTransform="rotate(45)"
						>
							<rect width="6" height="6" fill="var(--chart-1)" fillOpacity="0.18" />
							<line x1="0" y1="0" x2="0" y2="6" stroke="var(--chart-1)" strokeWidth="3" />
						</pattern>
					</defs>
					<MonthAxes axis={axis} months={data.map(({ month }) => month)} active={data[active]?.month ?? ""} />
					<Bar dataKey="earned" isAnimationActive={false} radius={[3, 3, 0, 0]} maxBarSize={40}>
						{data.map(({ month, whole }) => (
							<Cell key={month} fill={whole ? "var(--chart-1)" : "url(#earn-unfinished)"} stroke="var(--chart-1)" />
						))}
					</Bar>
				</BarChart>
			</ResponsiveContainer>
		</ChartFrame>
	);
}
