import type { ReactNode } from "react";
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from "react-aria-components/Tabs";
import { classes } from "#ui/classes/classes.ts";
import styles from "./Tabs.module.css";

interface TabEntry<Id extends string> {
	id: Id;
	label: string;
	/** A count or a short word after the label. */
	note?: ReactNode;
	panel: ReactNode;
}

interface Props<Id extends string> {
	label: string;
	tabs: readonly TabEntry<Id>[];
	selected: Id;
	onSelect: (id: Id) => void;
	className?: string;
}

/** Pages of one view. Arrows move, the chosen panel alone is drawn. */
export function Tabs<Id extends string>({ label, tabs, selected, onSelect, className }: Props<Id>) {
	return (
		<AriaTabs
			className={classes(styles.tabs, className)}
			selectedKey={selected}
			onSelectionChange={(key) => {
				const chosen = tabs.find((tab) => tab.id === key);
				if (chosen) onSelect(chosen.id);
			}}
		>
			<TabList aria-label={label} className={styles.list} items={tabs} dependencies={[tabs]}>
				{(tab) => (
					<Tab id={tab.id} className={styles.tab}>
						{tab.label}
						{tab.note !== undefined && <span className={styles.note}>{tab.note}</span>}
					</Tab>
				)}
			</TabList>
			{tabs.map((tab) => (
				<TabPanel key={tab.id} id={tab.id} className={styles.panel}>
					{tab.panel}
				</TabPanel>
			))}
		</AriaTabs>
	);
}
