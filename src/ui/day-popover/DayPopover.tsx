import type { ReactNode } from "react";
import { Button } from "#ui/button/Button.tsx";
import { classes } from "#ui/classes/classes.ts";
import { DayChoice } from "#ui/day-choice/DayChoice.tsx";
import { Popover } from "#ui/popover/Popover.tsx";
import styles from "./DayPopover.module.css";

interface Props {
	/** What the day is of. */
	label: string;
	/** What the button does, for who hears it. */
	action: string;
	/** What the button shows. */
	children: ReactNode;
	className?: string | undefined;
	/** `YYYY-MM-DD`, as `today` and what is chosen. */
	value: string | null;
	today: string;
	onChange: (day: string) => void;
	/** What can be said in place of a day. */
	others: readonly { label: string; run: () => void }[];
}

/** A day on a button, which opens a calendar to choose another one. */
export function DayPopover({ label, action, children, className, value, today, onChange, others }: Props) {
	return (
		<Popover
			label={label}
			placement="bottom end"
			trigger={
				<Button bare className={classes(styles.trigger, className)} aria-label={action}>
					{children}
				</Button>
			}
		>
			{({ close }) => {
				const closing = (run: () => void) => () => {
					close();
					run();
				};
				return (
					<>
						<DayChoice
							autoFocus
							label={label}
							value={value}
							today={today}
							onChange={(day) => closing(() => onChange(day))()}
						/>
						{others.map((other) => (
							<Button key={other.label} bare className={styles.other} onPress={closing(other.run)}>
								{other.label}
							</Button>
						))}
					</>
				);
			}}
		</Popover>
	);
}
