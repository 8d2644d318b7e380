-- Tables, views and sequences of all schemas but the system's, each with its columns.
SELECT coalesce(json_agg(json_build_object(
    'oid', c.oid::bigint, 'schema', n.nspname, 'name', c.relname, 'kind', c.relkind,
    'partition', c.relispartition,
    'parents', (SELECT coalesce(json_agg(i.inhparent::bigint), '[]') FROM pg_inherits i WHERE i.inhrelid = c.oid),
    'rows', c.reltuples::float8, 'pages', c.relpages::bigint,
    'readable', has_schema_privilege(n.oid, 'USAGE')
        AND (c.relkind = 'S' OR has_any_column_privilege(c.oid, 'SELECT')),
    'columns', CASE WHEN c.relkind = 'S' THEN '[]'::json ELSE (
        SELECT coalesce(json_agg(json_build_object(
            'number', a.attnum, 'name', a.attname,
            'type', format_type(a.atttypid, a.atttypmod),
            'base', b.typname, 'category', b.typcategory,
            'required', a.attnotnull OR t.typnotnull,
            'readable', has_column_privilege(c.oid, a.attnum, 'SELECT'),
            'default', pg_get_expr(d.adbin, d.adrelid),
            'identity', a.attidentity, 'generated', a.attgenerated,
            -- A view, rule, policy, trigger or generated column reads it, or it sorts in a way of its own: what another type
            -- would break, or what would not come back.
            'held', a.attcollation <> t.typcollation OR EXISTS (
                SELECT 1 FROM pg_depend u WHERE u.refclassid = 'pg_class'::regclass AND u.refobjid = c.oid AND u.refobjsubid = a.attnum
                  AND (u.classid IN ('pg_rewrite'::regclass, 'pg_policy'::regclass, 'pg_trigger'::regclass, 'pg_proc'::regclass)
                    OR u.classid = 'pg_attrdef'::regclass AND u.objid IS DISTINCT FROM d.oid
                    OR u.classid = 'pg_class'::regclass AND u.objsubid > 0 AND u.objsubid <> a.attnum))
        ) ORDER BY a.attnum), '[]')
        FROM pg_attribute a
        JOIN pg_type t ON t.oid = a.atttypid
        -- A domain over a domain counts as what it is made of in the end.
        CROSS JOIN LATERAL (
            WITH RECURSIVE base AS (
                SELECT t.oid, t.typtype, t.typbasetype
                UNION ALL
                SELECT p.oid, p.typtype, p.typbasetype FROM base x JOIN pg_type p ON p.oid = x.typbasetype
                WHERE x.typtype = 'd'
            )
            SELECT p.typname, p.typcategory FROM base x JOIN pg_type p ON p.oid = x.oid WHERE x.typtype <> 'd'
        ) AS b
        LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    ) END
) ORDER BY n.nspname, c.relname), '[]')::text
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
  AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'orientor_doctor')
  AND c.relpersistence <> 't'
  -- What an extension brought is its own affair.
  AND NOT EXISTS (SELECT 1 FROM pg_depend x WHERE x.classid = 'pg_class'::regclass AND x.objid = c.oid AND x.deptype = 'e')
