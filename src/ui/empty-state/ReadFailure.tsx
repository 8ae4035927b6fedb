import { useTranslation } from "react-i18next";
import { Button } from "#ui/button/Button.tsx";
import { EmptyState } from "./EmptyState.tsx";

interface Props {
	/** What could not be read, and why. */
	children: string;
	onRetry: () => void;
	className?: string | undefined;
}

/** Stands where something would that could not be read. */
export function ReadFailure({ children, onRetry, className }: Props) {
	const { t } = useTranslation();
	return (
		<EmptyState role="alert" className={className} action={<Button onPress={onRetry}>{t("Try again")}</Button>}>
			{children}
		</EmptyState>
	);
}
