/**
 * SQL of the report of an import whose table is called `i`; NULL where there is none or it is no JSON any more. Damage may
 * leave half of a text, at which SQLite's JSON functions fail the whole statement, and so all imports.
 */
export const READABLE_REPORT = "CASE WHEN json_valid(i.report) THEN i.report END";

/** Whether an import brought nothing new and is only kept as a record; 0 or 1. */
export const NOTHING_NEW = `COALESCE(json_extract(${READABLE_REPORT}, '$.nothingNew'), 0)`;
