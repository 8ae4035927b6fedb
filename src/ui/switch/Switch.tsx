import type { ReactNode } from "react";
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from "react-aria-components/Switch";
import { classes } from "#ui/classes/classes.ts";
import styles from "./Switch.module.css";

interface Props extends Omit<AriaSwitchProps, "className" | "children"> {
	children?: ReactNode;
	className?: string;
}

/** On or off, at once. */
export function Switch({ children, className, ...props }: Props) {
	return (
		<AriaSwitch {...props} className={classes(styles.switch, className)}>
			<span className={styles.track} aria-hidden>
				<span className={styles.thumb} />
			</span>
			{children}
		</AriaSwitch>
	);
}
