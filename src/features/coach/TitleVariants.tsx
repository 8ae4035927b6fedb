import { Plus, Trash2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button/Button.tsx";
import { IconButton } from "#ui/icon-button/IconButton.tsx";
import { TextField } from "#ui/text-field/TextField.tsx";
import { distinctTitles, plainTitle } from "./distinct-titles.ts";
import { TitleComparisonDialog } from "./TitleComparisonDialog.tsx";
import styles from "./TitleVariants.module.css";
import type { CoachMemoryHandle } from "./use-coach-memory.ts";

/** Beside the title itself. */
const MOST_VARIANTS = 4;

interface Props {
	title: string;
	/** ISO 639-1 of the story's; `null` when it could not be told. */
	language: string | null;
	memory: CoachMemoryHandle;
	onUse: (title: string) => void;
}

/** Other titles for the story, kept with it, to be compared with the one on the page. */
export function TitleVariants({ title, language, memory, onUse }: Props) {
	const { t } = useTranslation();
	const [comparing, setComparing] = useState(false);
	const rows = useRef<HTMLDivElement>(null);
	const addButton = useRef<HTMLButtonElement>(null);
	/** Row that gets the focus when the rows have changed. */
	const focusNext = useRef<number | null>(null);
	/** The variant being typed: what is kept comes back a moment later, and would take letters away. */
	const [typing, setTyping] = useState<{ index: number; text: string } | null>(null);
	const { variants } = memory;
	const { others, sameAs } = distinctTitles(title, variants);

	/** Why a variant is not compared; nothing where it is. */
	function leftOut(index: number): string {
		const same = sameAs[index];
		if (same === null || same === undefined) return "";
		return same === 0
			? t("This is the title already, so it is not compared.")
			: t("This is variant {{number}} again, so it is not compared.", { number: same + 1 });
	}

	function change(index: number, text: string): void {
		setTyping({ index, text });
		memory.setVariants(variants.map((one, at) => (at === index ? text : one)));
	}

	useEffect(() => {
		if (focusNext.current === null) return;
		const fields = rows.current?.querySelectorAll("input") ?? [];
		(fields[focusNext.current] ?? addButton.current)?.focus();
		focusNext.current = null;
	});

	function add(): void {
		focusNext.current = variants.length;
		memory.setVariants([...variants, ""]);
	}

	function remove(index: number): void {
		setTyping(null);
		focusNext.current = index;
		memory.setVariants(variants.filter((_, at) => at !== index));
	}

	/** The old title stays as a variant, so that nothing typed is lost. */
	function use(variant: string): void {
		onUse(variant);
		const chosen = variants.findIndex((one) => plainTitle(one) === variant);
		if (title !== "") memory.setVariants(variants.map((one, index) => (index === chosen ? title : one)));
		setComparing(false);
	}

	return (
		<div ref={rows} className={styles.variants}>
			<h3>{t("Other titles")}</h3>
			{variants.map((variant, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a variant being typed has no other identity
				<div key={index} className={styles.row}>
					<TextField
						label={t("Title variant {{number}}", { number: index + 2 })}
						hideLabel
						placeholder={t("Another title")}
						value={typing?.index === index ? typing.text : variant}
						onBlur={() => setTyping(null)}
						maxLength={300}
						hint={leftOut(index)}
						onChange={(text) => change(index, text)}
					/>
					<IconButton label={t("Remove this variant")} icon={Trash2} size="small" onPress={() => remove(index)} />
				</div>
			))}
			<div className={styles.actions}>
				{variants.length < MOST_VARIANTS && (
					<Button ref={addButton} bare isDisabled={!memory.ready} onPress={add}>
						<Plus aria-hidden size={14} />
						{t("Add a variant")}
					</Button>
				)}
				{others.length > 0 && title !== "" && <Button onPress={() => setComparing(true)}>{t("Compare")}</Button>}
			</div>
			<TitleComparisonDialog
				titles={[title, ...others]}
				language={language}
				memory={memory}
				isOpen={comparing}
				onOpenChange={setComparing}
				onUse={use}
			/>
		</div>
	);
}
