import { type Query, QueryClient } from "@tanstack/react-query";

/**
 * What is asked for again is asked anew. By itself the client takes a first answer that is still on its way for the new one,
 * though it was asked before the change.
 */
export class StudioQueryClient extends QueryClient {
	override async invalidateQueries(...[filters, options]: Parameters<QueryClient["invalidateQueries"]>): Promise<void> {
		const isFirst = (query: Query) =>
			query.isActive() && query.state.data === undefined && (filters?.predicate?.(query) ?? true);
		await this.cancelQueries({ ...filters, predicate: isFirst });
		return super.invalidateQueries(filters, options);
	}
}
