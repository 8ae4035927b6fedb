import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { native } from "#app/native.ts";
import { classes } from "#ui/classes/classes.ts";
import styles from "./InlineText.module.css";

/** A pause this long in typing saves what is there. */
const PAUSE_MS = 700;

interface Props {
	/** Its name for screen readers; also its placeholder unless one is given. */
	label: string;
	placeholder?: string;
	value: string;
	/** Told after a pause in typing and when the writer leaves the field, and only when the text changed. */
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
	/** What stood here when the writer came. */
	const original = useRef(value);
	/** What was handed over last. */
	const saved = useRef(value);
	const next = text.trim();
	const pending = next !== saved.current && !(required && next === "");
	const save = () => {
		if (!pending) return;
		saved.current = next;
		onSave(next);
	};
	const latestSave = useRef(save);
	useEffect(() => {
		latestSave.current = save;
	});

	useEffect(() => {
		saved.current = value;
		if (!focused.current) setText(value);
	}, [value]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: the pause starts anew with every key
	useEffect(() => {
		if (!pending) return;
		const timer = setTimeout(() => latestSave.current(), PAUSE_MS);
		const stopListening = native.onFlushRequest(async () => latestSave.current());
		return () => {
			clearTimeout(timer);
			stopListening();
		};
	}, [pending, text]);
	// Going elsewhere by a shortcut takes the field away without a blur.
	useEffect(() => () => latestSave.current(), []);

	const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
		if (event.nativeEvent.isComposing) return;
		if (event.key === "Escape" && text !== original.current) {
			event.stopPropagation();
			setText(original.current);
			if (saved.current !== original.current) {
				saved.current = original.current;
				onSave(original.current);
			}
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
			original.current = saved.current;
		},
		onBlur: () => {
			focused.current = false;
			if (pending) save();
			else setText(saved.current);
		},
		onKeyDown,
	};
	if (rows > 1) return <textarea {...shared} rows={rows} onChange={(event) => setText(event.target.value)} />;
	return <input {...shared} list={list} onChange={(event) => setText(event.target.value)} />;
}
