import { Label } from "react-aria-components/Label";
import { ProgressBar as AriaProgressBar } from "react-aria-components/ProgressBar";
import { classes } from "#ui/classes/classes.ts";
import { formatNumber } from "#ui/format/format.ts";
import styles from "./ProgressBar.module.css";

interface Props {
	label: string;
	done: number;
	/** `null` while it is not known. */
	total: number | null;
	/** Instead of "12 of 40". */
	valueLabel?: string;
	className?: string;
}

/** Long work: how much is done, and of how much when that is known. */
export function ProgressBar({ label, done, total, valueLabel, className }: Props) {
	const text = valueLabel ?? (total === null ? formatNumber(done) : `${formatNumber(done)} / ${formatNumber(total)}`);
	return (
		<AriaProgressBar
			className={classes(styles.progress, className)}
			value={done}
			maxValue={total ?? 100}
			isIndeterminate={total === null}
			valueLabel={text}
		>
			{({ percentage }) => (
				<>
					<Label>{label}</Label>
					<span className={styles.value}>{text}</span>
					<span className={styles.track}>
						<span
							className={classes(styles.fill, percentage === undefined && styles.unknown)}
							style={{ inlineSize: `${percentage ?? 30}%` }}
						/>
					</span>
				</>
			)}
		</AriaProgressBar>
	);
}
