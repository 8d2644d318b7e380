-- Indexes of tables; those that a partition got from its root are left out.
SELECT coalesce(json_agg(json_build_object(
    'oid', i.indexrelid::bigint, 'name', c.relname, 'table', i.indrelid::bigint, 'method', m.amname,
    'unique', i.indisunique, 'primary', i.indisprimary, 'valid', i.indisvalid AND i.indisready,
    'keys', to_json((i.indkey::int2[])[0:i.indnkeyatts - 1]),
    'included', i.indnatts - i.indnkeyatts,
    -- Two indexes with this in common sort and compare alike.
    'order', i.indclass::text || '/' || i.indcollation::text || '/' || i.indoption::text,
    'condition', pg_get_expr(i.indpred, i.indrelid), 'expressions', pg_get_expr(i.indexprs, i.indrelid),
    'nulls_not_distinct', coalesce((to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false),
    'constraint', (SELECT k.oid::bigint FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x') LIMIT 1),
    'used_by_foreign_key', EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype = 'f'),
    'definition', pg_get_indexdef(i.indexrelid), 'comment', obj_description(i.indexrelid, 'pg_class'),
    'marked', i.indisclustered OR i.indisreplident OR c.reltablespace <> 0
) ORDER BY i.indrelid, c.relname), '[]')::text
FROM pg_index i
JOIN pg_class c ON c.oid = i.indexrelid
JOIN pg_class r ON r.oid = i.indrelid
JOIN pg_namespace n ON n.oid = r.relnamespace
JOIN pg_am m ON m.oid = c.relam
WHERE NOT c.relispartition AND r.relkind IN ('r', 'p')
  AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'orientor_doctor')
  AND r.relpersistence <> 't'
