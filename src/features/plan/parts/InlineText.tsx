import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { classes } from "#ui/classes/classes.ts";
import styles from "./InlineText.module.css";

interface Props {
	/** Its name for screen readers; also its placeholder unless one is given. */
	label: string;
	placeholder?: string;
	value: string;
	/** Told once the writer leaves the field or presses Enter, and only when the text changed. */
	onSave: (text: string) => void;
	/** An empty text is put back instead of saved. */
	required?: boolean;
	/** More than one makes it a text area, where Enter starts a new line. */
	rows?: number;
	/** Ids of choices to offer while typing. */
	list?: string;
	readOnly?: boolean;
	className?: string | undefined;
}

/** Text that looks like text until it is pointed at or typed into. Escape puts back what was there. */
export function InlineText({
	label,
	placeholder = label,
	value,
	onSave,
	required = false,
	rows = 1,
	list,
	readOnly = false,
	className,
}: Props) {
	const [text, setText] = useState(value);
	const focused = useRef(false);
	const reverted = useRef(false);
	useEffect(() => {
		if (!focused.current) setText(value);
	}, [value]);

	const leave = () => {
		focused.current = false;
		const next = text.trim();
		if (reverted.current || next === value || (required && next === "")) setText(value);
		else onSave(next);
		reverted.current = false;
	};
	const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
		if (event.nativeEvent.isComposing) return;
		if (event.key === "Escape" && text !== value) {
			event.stopPropagation();
			reverted.current = true;
			event.currentTarget.blur();
		}
		if (event.key === "Enter" && rows === 1) event.currentTarget.blur();
	};
	const shared = {
		"aria-label": label,
		placeholder,
		value: text,
		readOnly,
		className: classes(styles.field, className),
		onFocus: () => {
			focused.current = true;
		},
		onBlur: leave,
		onKeyDown,
	};
	if (rows > 1) return <textarea {...shared} rows={rows} onChange={(event) => setText(event.target.value)} />;
	return <input {...shared} list={list} onChange={(event) => setText(event.target.value)} />;
}
