import { CartesianGrid, ReferenceLine, usePlotArea, XAxis, YAxis } from "recharts";
import { type moneyAxis, monthTick, monthTicks } from "./axis.ts";

const TICK = { fill: "var(--ink-soft)", fontSize: 11 } as const;

interface Props {
	axis: ReturnType<typeof moneyAxis>;
	/** Along the chart, `YYYY-MM`, one after the other. */
	months: readonly string[];
	/** The month pointed at. */
	active: string;
}

/** What every chart over months stands on: few gridlines, months below, money at the side, a mark where one points. */
export function MonthAxes({ axis, months, active }: Props) {
	const plot = usePlotArea();
	return (
		<>
			<CartesianGrid vertical={false} stroke="var(--line)" />
			<XAxis
				dataKey="month"
				tickFormatter={monthTick}
				tick={TICK}
				tickLine={false}
				axisLine={{ stroke: "var(--line-strong)" }}
				ticks={monthTicks(months, plot?.width ?? 0)}
				interval={0}
			/>
			<YAxis {...axis} interval={0} tick={TICK} tickLine={false} axisLine={false} width={64} />
			{axis.domain[0] < 0 && <ReferenceLine y={0} stroke="var(--line-strong)" />}
			<ReferenceLine x={active} stroke="var(--line-strong)" strokeDasharray="2 3" />
		</>
	);
}
