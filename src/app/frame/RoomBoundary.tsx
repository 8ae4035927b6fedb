import { Component, type ErrorInfo, type ReactNode } from "react";
import { openText } from "../rescue/open-text.ts";
import { RoomFailure } from "./RoomFailure.tsx";

interface Props {
	children: ReactNode;
	/** A new value starts over, e.g. another room. */
	resetKey: string;
}

interface State {
	error: unknown;
	failed: boolean;
	/** The story's text as the window last knew it, taken before the page is unmounted. */
	text: string;
	stack: string;
	resetKey: string;
}

/** Keeps an error of one room inside that room, and keeps the writer's text. */
export class RoomBoundary extends Component<Props, State> {
	override state: State = { error: null, failed: false, text: "", stack: "", resetKey: this.props.resetKey };

	static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
		return props.resetKey === state.resetKey ? null : { failed: false, error: null, resetKey: props.resetKey };
	}

	static getDerivedStateFromError(error: unknown): Partial<State> {
		return { error, failed: true, text: openText() };
	}

	override componentDidCatch(_error: unknown, info: ErrorInfo): void {
		this.setState({ stack: info.componentStack ?? "" });
	}

	override render() {
		const { failed, error, text, stack } = this.state;
		if (!failed) return this.props.children;
		return (
			<RoomFailure
				error={error}
				stack={stack}
				text={text}
				onReload={() => this.setState({ failed: false, error: null })}
			/>
		);
	}
}
