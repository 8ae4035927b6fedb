import { Search, X } from "lucide-react";
import type { Ref } from "react";
import { Button } from "react-aria-components/Button";
import { Input } from "react-aria-components/Input";
import {
	SearchField as AriaSearchField,
	type SearchFieldProps as AriaSearchFieldProps,
} from "react-aria-components/SearchField";
import { useTranslation } from "react-i18next";
import { classes } from "#ui/classes/classes.ts";
import styles from "./SearchField.module.css";

interface Props extends Omit<AriaSearchFieldProps, "className" | "children" | "aria-label"> {
	label: string;
	placeholder?: string;
	className?: string;
	inputRef?: Ref<HTMLInputElement>;
}

/** Escape or the cross empties it. */
export function SearchField({ label, placeholder, className, inputRef, ...props }: Props) {
	const { t } = useTranslation();
	return (
		<AriaSearchField {...props} aria-label={label} className={classes(styles.field, className)}>
			<Search aria-hidden size={14} className={styles.icon} />
			<Input ref={inputRef} className={styles.input} placeholder={placeholder ?? label} />
			<Button className={styles.clear} aria-label={t("Clear search")}>
				<X aria-hidden size={14} />
			</Button>
		</AriaSearchField>
	);
}
