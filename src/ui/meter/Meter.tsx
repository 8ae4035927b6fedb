import { Label } from "react-aria-components/Label";
import { Meter as AriaMeter } from "react-aria-components/Meter";
import { classes } from "#ui/classes/classes.ts";
import styles from "./Meter.module.css";

interface Props {
	label: string;
	hideLabel?: boolean;
	value: number;
	/** Default 0. */
	min?: number;
	/** Default 100. */
	max?: number;
	/** The value in words, e.g. "1,204 of 1,500 words". */
	valueLabel: string;
	hideValue?: boolean;
	tone?: "accent" | "caution" | "danger" | "note";
	className?: string;
}

/** How much of something there is. */
export function Meter(props: Props) {
	const { label, hideLabel, value, min = 0, max = 100, valueLabel, hideValue, tone = "accent", className } = props;
	return (
		<AriaMeter
			className={classes(styles.meter, className)}
			value={value}
			minValue={min}
			maxValue={max}
			valueLabel={valueLabel}
			{...(hideLabel ? { "aria-label": label } : {})}
		>
			{({ percentage }) => (
				<>
					{!hideLabel && <Label>{label}</Label>}
					<span className={styles.track}>
						<span className={classes(styles.fill, styles[tone])} style={{ inlineSize: `${percentage}%` }} />
					</span>
					{!hideValue && <span className={styles.value}>{valueLabel}</span>}
				</>
			)}
		</AriaMeter>
	);
}
