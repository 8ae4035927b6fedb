import { ChevronDown, ChevronUp } from "lucide-react";
import type { ReactNode, Ref } from "react";
import {
	Cell as AriaCell,
	type CellProps as AriaCellProps,
	Column as AriaColumn,
	type ColumnProps as AriaColumnProps,
	Row as AriaRow,
	type RowProps as AriaRowProps,
	Table as AriaTable,
	TableBody as AriaTableBody,
	TableHeader as AriaTableHeader,
	type TableProps as AriaTableProps,
	useTableOptions,
} from "react-aria-components/Table";
import { Checkbox } from "#ui/checkbox/Checkbox.tsx";
import { classes } from "#ui/classes/classes.ts";
import styles from "./Table.module.css";

interface TableProps extends Omit<AriaTableProps, "className" | "aria-label"> {
	label: string;
	className?: string;
}

/** Rows and columns with a sticky header; put it in a box that scrolls. Keyboard, selection and sorting are React Aria's. */
export function Table({ label, className, ...props }: TableProps) {
	return <AriaTable {...props} aria-label={label} className={classes(styles.table, className)} />;
}

export const TableBody = AriaTableBody;

/** Adds the column of tick boxes when rows can be chosen. */
export function TableHeader({ children }: { children: ReactNode }) {
	const { selectionMode, selectionBehavior } = useTableOptions();
	return (
		<AriaTableHeader className={styles.header}>
			{selectionBehavior === "toggle" && (
				<AriaColumn className={styles.tick} width={36} minWidth={36}>
					{selectionMode === "multiple" && <Checkbox slot="selection" />}
				</AriaColumn>
			)}
			{children}
		</AriaTableHeader>
	);
}

interface ColumnProps extends Omit<AriaColumnProps, "className" | "children"> {
	/** The column's name, with its unit when it has one. */
	children: ReactNode;
	/** Numbers align at the end. */
	numeric?: boolean;
	className?: string;
}

export function Column({ numeric = false, children, className, ...props }: ColumnProps) {
	return (
		<AriaColumn {...props} className={classes(styles.column, numeric && styles.numeric, className)}>
			{({ allowsSorting, sortDirection }) => (
				<span className={styles.heading}>
					{children}
					{allowsSorting && (
						<span className={styles.sort} aria-hidden>
							{sortDirection === "ascending" && <ChevronUp size={12} />}
							{sortDirection === "descending" && <ChevronDown size={12} />}
						</span>
					)}
				</span>
			)}
		</AriaColumn>
	);
}

interface RowProps<Item> extends Omit<AriaRowProps<Item>, "className" | "children"> {
	children: ReactNode;
	className?: string;
	ref?: Ref<HTMLTableRowElement>;
}

export function Row<Item extends object>({ children, className, ...props }: RowProps<Item>) {
	const { selectionBehavior } = useTableOptions();
	return (
		<AriaRow {...props} className={classes(styles.row, className)}>
			{selectionBehavior === "toggle" && (
				<AriaCell className={styles.tick}>
					<Checkbox slot="selection" />
				</AriaCell>
			)}
			{children}
		</AriaRow>
	);
}

interface CellProps extends Omit<AriaCellProps, "className"> {
	/** Aligned at the end, tabular figures. */
	numeric?: boolean;
	className?: string;
}

export function Cell({ numeric = false, className, ...props }: CellProps) {
	return <AriaCell {...props} className={classes(styles.cell, numeric && styles.numeric, className)} />;
}
