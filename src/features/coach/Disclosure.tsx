import { ChevronDown, ChevronRight } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { Button } from "#ui/button/Button.tsx";
import styles from "./Disclosure.module.css";

/** A quiet line that opens what is behind it. */
export function Disclosure({ label, children }: { label: ReactNode; children: ReactNode }) {
	const [open, setOpen] = useState(false);
	const details = useId();
	return (
		<>
			<Button
				bare
				className={styles.line}
				aria-expanded={open}
				aria-controls={open ? details : undefined}
				onPress={() => setOpen(!open)}
			>
				{open ? <ChevronDown aria-hidden size={12} /> : <ChevronRight aria-hidden size={12} />}
				{label}
			</Button>
			{open && (
				<div id={details} className={styles.details}>
					{children}
				</div>
			)}
		</>
	);
}
