import { Check, type LucideIcon } from "lucide-react";
import { Fragment, type ReactElement } from "react";
import { Keyboard } from "react-aria-components/Keyboard";
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger } from "react-aria-components/Menu";
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

/** Entries between lines. */
function groups(items: MenuListProps["items"]): MenuEntry[][] {
	const found: MenuEntry[][] = [[]];
	for (const item of items)
		if (item === null) found.push([]);
		else found.at(-1)?.push(item);
	return found.filter((group) => group.length > 0);
}

function MenuList({ label, items, onClose }: MenuListProps) {
	return (
		<AriaMenu aria-label={label} className={styles.menu} onClose={onClose} autoFocus="first">
			{groups(items).map((group, index) => {
				const checked = group.filter((item) => item.isChecked).map((item) => item.id);
				const choice = group.some((item) => item.isChecked !== undefined);
				return (
					<Fragment key={group[0]?.id}>
						{index > 0 && <Separator className={styles.line} />}
						{choice ? (
							<MenuSection aria-label={label} selectionMode="single" selectedKeys={checked} disallowEmptySelection>
								{group.map((item) => (
									<Item key={item.id} item={item} />
								))}
							</MenuSection>
						) : (
							group.map((item) => <Item key={item.id} item={item} />)
						)}
					</Fragment>
				);
			})}
		</AriaMenu>
	);
}

function Item({ item }: { item: MenuEntry }) {
	return (
		<MenuItem
			id={item.id}
			textValue={item.label}
			className={classes(styles.item, item.tone === "danger" && styles.danger)}
			isDisabled={item.isDisabled ?? false}
			onAction={item.run}
		>
			{item.isChecked === undefined ? (
				item.icon && <item.icon aria-hidden size={14} className={styles.icon} />
			) : (
				<span className={styles.icon}>{item.isChecked && <Check aria-hidden size={14} />}</span>
			)}
			<Text slot="label" className={styles.label}>
				{item.label}
			</Text>
			{item.keys && <Keyboard className={styles.keys}>{item.keys}</Keyboard>}
		</MenuItem>
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
