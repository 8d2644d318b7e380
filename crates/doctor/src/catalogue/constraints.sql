-- Keys, foreign keys, unique rules and CHECKs; those that a partition got from its root are left out.
SELECT coalesce(json_agg(json_build_object(
    'oid', k.oid::bigint, 'name', k.conname, 'kind', k.contype, 'table', k.conrelid::bigint,
    'columns', to_json(coalesce(k.conkey, '{}')),
    'target', k.confrelid::bigint, 'target_columns', to_json(coalesce(k.confkey, '{}')),
    'on_delete', k.confdeltype, 'on_update', k.confupdtype, 'valid', k.convalidated, 'index', k.conindid::bigint,
    'definition', pg_get_constraintdef(k.oid), 'comment', obj_description(k.oid, 'pg_constraint'),
    'disabled', EXISTS (SELECT 1 FROM pg_trigger t WHERE t.tgconstraint = k.oid AND t.tgenabled IN ('D', 'R'))
) ORDER BY k.conrelid, k.conname), '[]')::text
FROM pg_constraint k
JOIN pg_class c ON c.oid = k.conrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE k.contype IN ('p', 'u', 'f', 'c') AND k.conparentid = 0
  AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'orientor_doctor')
  AND c.relpersistence <> 't'
