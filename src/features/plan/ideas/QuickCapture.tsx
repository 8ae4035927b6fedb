import { type Ref, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { rpc } from "#app/rpc.ts";
import { parseCapture } from "#domain/planning/capture.ts";
import { Button } from "#ui/button/Button.tsx";
import { TextField } from "#ui/text-field/TextField.tsx";
import { usePlan } from "../use-plan.ts";
import styles from "./QuickCapture.module.css";

/** A line begun and left is there when the writer comes back. */
let unfinished = "";

interface Props {
	autoFocus?: boolean;
	inputRef?: Ref<HTMLInputElement>;
	/** Told after an idea was kept. */
	onCaptured?: (id: string, title: string) => void;
}

/** One line, one idea. Enter keeps it; the field stays ready for the next. */
export function QuickCapture({ autoFocus = false, inputRef, onCaptured }: Props) {
	const { t } = useTranslation();
	const { change } = usePlan();
	const [line, setLineState] = useState(unfinished);
	const sending = useRef(false);
	const captured = parseCapture(line);
	const setLine = (text: string) => {
		unfinished = text;
		setLineState(text);
	};

	const capture = async () => {
		const text = line.trim();
		if (text === "" || sending.current) return;
		sending.current = true;
		const answer = await change(() => rpc.plan.ideas.capture.mutate({ line: text }));
		sending.current = false;
		if (!answer) return;
		if (unfinished.trim() === text) setLine("");
		onCaptured?.(answer.id, captured.title);
	};

	return (
		<form
			className={styles.form}
			onSubmit={(event) => {
				event.preventDefault();
				void capture();
			}}
		>
			<TextField
				label={t("New idea")}
				hideLabel
				placeholder={t("New idea, in one line. End with #topic to file it")}
				value={line}
				onChange={setLine}
				maxLength={1000}
				autoFocus={autoFocus}
				className={styles.field}
				{...(inputRef ? { inputRef } : {})}
			/>
			{captured.topic !== "" && (
				<span className={styles.topic} aria-live="polite">
					{t("Topic: {{topic}}", { topic: captured.topic })}
				</span>
			)}
			<Button type="submit" variant="primary" isDisabled={line.trim() === ""}>
				{t("Add idea")}
			</Button>
		</form>
	);
}
