import { Check, type LucideIcon } from "lucide-react";
import type { ReactElement } from "react";
import { Keyboard } from "react-aria-components/Keyboard";
import { Menu as AriaMenu, MenuItem, MenuTrigger } from "react-aria-components/Menu";
import { Popover, type PopoverProps } from "react-aria-components/Popover";
import { Separator } from "react-aria-components/Separator";
import { Text } from "react-aria-components/Text";
import { classes } from "#ui/classes/classes.ts";
import styles from "./Menu.module.css";

export interface MenuEntry {
	id: string;
	label: string;
	icon?: LucideIcon;
	/** Shown at the end, e.g. "Ctrl+D". */
	keys?: string | undefined;
	isDisabled?: boolean;
	/** A tick in front: what is chosen now. */
	isChecked?: boolean;
	tone?: "danger";
	run: () => void;
}

interface MenuListProps {
	label: string;
	/** `null` draws a line. */
	items: readonly (MenuEntry | null)[];
	onClose?: () => void;
}

function MenuList({ label, items, onClose }: MenuListProps) {
	const ticks = items.some((item) => item?.isChecked !== undefined);
	return (
		<AriaMenu aria-label={label} className={styles.menu} onClose={onClose} autoFocus="first">
			{items.map((item, index) =>
				item === null ? (
					// biome-ignore lint/suspicious/noArrayIndexKey: a line has no other identity
					<Separator key={`line-${index}`} className={styles.line} />
				) : (
					<MenuItem
						key={item.id}
						id={item.id}
						textValue={item.label}
						className={classes(styles.item, item.tone === "danger" && styles.danger)}
						isDisabled={item.isDisabled ?? false}
						onAction={item.run}
						{...(item.isChecked === undefined ? {} : { "aria-checked": item.isChecked, role: "menuitemradio" })}
					>
						{ticks ? (
							<span className={styles.icon}>{item.isChecked && <Check aria-hidden size={14} />}</span>
						) : (
							item.icon && <item.icon aria-hidden size={14} className={styles.icon} />
						)}
						<Text slot="label" className={styles.label}>
							{item.label}
						</Text>
						{item.keys && <Keyboard className={styles.keys}>{item.keys}</Keyboard>}
					</MenuItem>
				),
			)}
		</AriaMenu>
	);
}

interface MenuProps extends MenuListProps {
	/** A Button or IconButton. */
	trigger: ReactElement;
	placement?: PopoverProps["placement"];
}

/** A menu under a button. */
export function Menu({ trigger, placement = "bottom start", ...list }: MenuProps) {
	return (
		<MenuTrigger>
			{trigger}
			<Popover className={styles.popover} placement={placement} offset={4}>
				<MenuList {...list} />
			</Popover>
		</MenuTrigger>
	);
}

interface ContextMenuProps extends MenuListProps {
	/** What it belongs to; the menu opens beside it. `null` while closed. */
	anchor: Element | null;
	onClose: () => void;
}

/** A menu opened by the context-menu key or a right click. */
export function ContextMenu({ anchor, onClose, ...list }: ContextMenuProps) {
	return (
		<Popover
			className={styles.popover}
			triggerRef={{ current: anchor }}
			isOpen={anchor !== null}
			onOpenChange={(open) => {
				if (!open) onClose();
			}}
			placement="bottom start"
			offset={0}
		>
			<MenuList {...list} onClose={onClose} />
		</Popover>
	);
}
