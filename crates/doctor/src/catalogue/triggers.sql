-- Triggers that somebody wrote, those of constraints excluded.
SELECT coalesce(json_agg(json_build_object(
    'name', t.tgname, 'table', t.tgrelid::bigint, 'enabled', t.tgenabled IN ('O', 'A'),
    'each_row', (t.tgtype & 1) > 0,
    -- Before each row that is inserted, by a function that draws a number.
    'numbers', (t.tgtype & 7) = 7 AND p.prosrc ~* 'nextval',
    'function', p.proname, 'function_schema', pn.nspname
) ORDER BY t.tgrelid, t.tgname), '[]')::text
FROM pg_trigger t
JOIN pg_class c ON c.oid = t.tgrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_proc p ON p.oid = t.tgfoid
JOIN pg_namespace pn ON pn.oid = p.pronamespace
WHERE NOT t.tgisinternal
  AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'orientor_doctor')
