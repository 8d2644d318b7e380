-- The whole catalogue of one schema as one JSON document.
WITH home AS MATERIALIZED (
  SELECT n.oid, n.nspname
  FROM pg_namespace AS n
  WHERE n.oid = coalesce(
    (SELECT c.relnamespace FROM pg_class AS c WHERE c.oid = to_regclass('users')),
    (SELECT s.oid FROM pg_namespace AS s WHERE s.nspname = current_schema()))
),
-- Which sequence fills which column: one that its default mentions, or that of an identity.
fills AS MATERIALIZED (
  SELECT ad.adrelid AS relation, ad.adnum AS attnum, min(s.relname) AS sequence
  FROM home
  JOIN pg_class AS s ON s.relnamespace = home.oid AND s.relkind = 'S'
  JOIN pg_depend AS d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = s.oid AND d.classid = 'pg_attrdef'::regclass
  JOIN pg_attrdef AS ad ON ad.oid = d.objid
  GROUP BY 1, 2
  UNION ALL
  SELECT d.refobjid, d.refobjsubid, s.relname
  FROM home
  JOIN pg_class AS s ON s.relnamespace = home.oid AND s.relkind = 'S'
  JOIN pg_depend AS d ON d.classid = 'pg_class'::regclass AND d.objid = s.oid AND d.deptype = 'i'
)
SELECT json_build_object(
  'schema', (SELECT nspname FROM home),
  'role', current_user,
  'names', (SELECT json_agg(c.relname) FROM pg_class AS c JOIN home ON c.relnamespace = home.oid),
  'functions', (SELECT json_agg(DISTINCT p.proname) FROM pg_proc AS p JOIN home ON p.pronamespace = home.oid),
  'relations', (
    SELECT json_object_agg(c.relname, json_build_object(
      'kind', c.relkind,
      'owner', pg_get_userbyid(c.relowner),
      'columns', (
        SELECT coalesce(json_agg(json_build_object(
          'name', a.attname,
          'type', format_type(a.atttypid, NULL),
          'required', a.attnotnull,
          'filled', a.atthasdef OR a.attidentity <> '',
          'sequence', f.sequence
        ) ORDER BY a.attnum), '[]')
        FROM pg_attribute AS a
        LEFT JOIN fills AS f ON f.relation = a.attrelid AND f.attnum = a.attnum
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
      'indexes', (
        SELECT coalesce(json_agg(json_build_object(
          'unique', i.indisunique,
          'usable', i.indisvalid AND i.indpred IS NULL AND m.amname = 'btree',
          'columns', (
            SELECT json_agg(a.attname ORDER BY k.position)
            FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS k (attnum, position)
            LEFT JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = k.attnum AND k.attnum > 0
            WHERE k.position <= i.indnkeyatts)
        ) ORDER BY i.indexrelid), '[]')
        FROM pg_index AS i
        JOIN pg_class AS x ON x.oid = i.indexrelid
        JOIN pg_am AS m ON m.oid = x.relam
        WHERE i.indrelid = c.oid),
      'triggers', (
        SELECT coalesce(json_agg(t.tgname), '[]')
        FROM pg_trigger AS t
        WHERE t.tgrelid = c.oid AND NOT t.tgisinternal),
      'primary_key', (
        SELECT coalesce(json_agg(a.attname), '[]')
        FROM pg_index AS i
        JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
        WHERE i.indrelid = c.oid AND i.indisprimary),
      'step', (SELECT q.seqincrement FROM pg_sequence AS q WHERE q.seqrelid = c.oid),
      'owned_by', (
        SELECT json_build_array(o.relname, a.attname)
        FROM pg_depend AS d
        JOIN pg_class AS o ON o.oid = d.refobjid
        JOIN pg_attribute AS a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
        WHERE c.relkind = 'S' AND d.classid = 'pg_class'::regclass AND d.objid = c.oid
          AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
        LIMIT 1)
    ))
    FROM pg_class AS c
    JOIN home ON c.relnamespace = home.oid
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S'))
)::text
