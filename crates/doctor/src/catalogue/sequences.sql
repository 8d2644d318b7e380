-- Sequences: whose they are, which columns draw from them, and whether anything else does.
SELECT coalesce(json_agg(json_build_object(
    'oid', c.oid::bigint, 'schema', n.nspname, 'name', c.relname, 'step', s.seqincrement, 'start', s.seqstart,
    'least', s.seqmin, 'most', s.seqmax, 'cache', s.seqcache, 'cycles', s.seqcycle, 'type', format_type(s.seqtypid, NULL),
    'owner', (SELECT json_build_array(d.refobjid::bigint, d.refobjsubid) FROM pg_depend d
              WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.refclassid = 'pg_class'::regclass
                AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i') LIMIT 1),
    'internal', EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'i'),
    'used_by', (SELECT coalesce(json_agg(json_build_array(a.adrelid::bigint, a.adnum)), '[]') FROM pg_depend d
                JOIN pg_attrdef a ON a.oid = d.objid
                WHERE d.classid = 'pg_attrdef'::regclass AND d.refclassid = 'pg_class'::regclass AND d.refobjid = c.oid),
    'used_elsewhere', EXISTS (SELECT 1 FROM pg_depend d
                WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid = c.oid AND d.deptype = 'n'
                  AND d.classid <> 'pg_attrdef'::regclass)
        OR EXISTS (SELECT 1 FROM pg_proc p JOIN pg_namespace pn ON pn.oid = p.pronamespace
                   WHERE pn.nspname !~ '^pg_' AND pn.nspname <> 'information_schema'
                     AND position(c.relname IN p.prosrc) > 0)
) ORDER BY n.nspname, c.relname), '[]')::text
FROM pg_class c
JOIN pg_sequence s ON s.seqrelid = c.oid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'orientor_doctor')
  AND c.relpersistence <> 't'
  AND NOT EXISTS (SELECT 1 FROM pg_depend x WHERE x.classid = 'pg_class'::regclass AND x.objid = c.oid AND x.deptype = 'e')
