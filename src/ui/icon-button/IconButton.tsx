import type { LucideIcon } from "lucide-react";
import type { Ref } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { classes } from "#ui/classes/classes.ts";
import { Tooltip } from "#ui/tooltip/Tooltip.tsx";
import styles from "./IconButton.module.css";

interface Props extends Omit<AriaButtonProps, "className" | "children" | "aria-label"> {
	/** Its name for the tooltip and for screen readers. */
	label: string;
	icon: LucideIcon;
	/** Shown in the tooltip, e.g. "Ctrl+B". */
	keys?: string | undefined;
	/** Set when the button switches something on and off. */
	isSelected?: boolean;
	size?: "regular" | "small";
	/** Without a tooltip, where the sign is known to all and gets the focus by itself. */
	bare?: boolean;
	className?: string;
	ref?: Ref<HTMLButtonElement>;
}

/** A button that shows only an icon. Always has a name. */
export function IconButton({
	label,
	icon: Icon,
	keys,
	isSelected,
	size = "regular",
	bare = false,
	className,
	...props
}: Props) {
	const look = classes(styles.button, size === "small" && styles.small, className);
	const image = <Icon aria-hidden size={size === "small" ? 14 : 16} />;
	if (isSelected === undefined) {
		const button = (
			<AriaButton {...props} aria-label={label} className={look}>
				{image}
			</AriaButton>
		);
		if (bare) return button;
		return (
			<Tooltip text={label} keys={keys}>
				{button}
			</Tooltip>
		);
	}
	const { onPress, isDisabled, id, ref, autoFocus } = props;
	return (
		<Tooltip text={label} keys={keys}>
			<ToggleButton
				aria-label={label}
				className={look}
				isSelected={isSelected}
				isDisabled={isDisabled}
				onPress={onPress}
				id={id}
				ref={ref}
				autoFocus={autoFocus}
			>
				{image}
			</ToggleButton>
		</Tooltip>
	);
}
