import { CartesianGrid, ReferenceLine, XAxis, YAxis } from "recharts";
import { type moneyAxis, monthTick } from "./axis.ts";

const TICK = { fill: "var(--ink-soft)", fontSize: 11 } as const;

interface Props {
	axis: ReturnType<typeof moneyAxis>;
	/** The month pointed at, `YYYY-MM`. */
	active: string;
}

/** What every chart over months stands on: few gridlines, months below, money at the side, a mark where one points. */
export function MonthAxes({ axis, active }: Props) {
	return (
		<>
			<CartesianGrid vertical={false} stroke="var(--line)" />
			<XAxis
				dataKey="month"
				tickFormatter={monthTick}
				tick={TICK}
				tickLine={false}
				axisLine={{ stroke: "var(--line-strong)" }}
				minTickGap={24}
			/>
			<YAxis {...axis} interval={0} tick={TICK} tickLine={false} axisLine={false} width={64} />
			{axis.domain[0] < 0 && <ReferenceLine y={0} stroke="var(--line-strong)" />}
			<ReferenceLine x={active} stroke="var(--line-strong)" strokeDasharray="2 3" />
		</>
	);
}
