import { type ComponentType, lazy, useState } from "react";

/** A component whose code is loaded on demand. */
export interface DemandedCode<Props extends object> {
	load(): Promise<unknown>;
	/** What to draw now: the component itself once its code is here. */
	component(): ComponentType<Props>;
}

export function onDemand<Props extends object>(
	fetch: () => Promise<{ default: ComponentType<Props> }>,
): DemandedCode<Props> {
	let loaded: ComponentType<Props> | null = null;
	const load = async () => {
		const code = await fetch();
		loaded = code.default;
		return code;
	};
	const Lazy: ComponentType<Props> = lazy(load) as unknown as ComponentType<Props>;
	return { load, component: () => loaded ?? Lazy };
}

/**
 * Draws demanded code; at once where it is loaded already. React's own `lazy` would first show the fallback and then
 * hold back what follows for 300 ms.
 */
export function OnDemand<Props extends object>({ code, props }: { code: DemandedCode<Props>; props: Props }) {
	// The choice holds as long as it is on screen; changing it would draw everything anew.
	const [Drawn] = useState(() => code.component());
	return <Drawn {...props} />;
}
