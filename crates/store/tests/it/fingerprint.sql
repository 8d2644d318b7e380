WITH home AS (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
SELECT format('column %s.%s %s %s default %s %s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
              CASE WHEN a.attnotnull THEN 'not null' ELSE 'null' END, pg_get_expr(d.adbin, d.adrelid), a.attidentity, a.attgenerated)
FROM pg_class AS c JOIN home ON home.oid = c.relnamespace
JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
LEFT JOIN pg_attrdef AS d ON d.adrelid = c.oid AND d.adnum = a.attnum
WHERE c.relkind IN ('r', 'p', 'v', 'm')
UNION ALL
SELECT format('constraint %s on %s: %s', k.conname, k.conrelid::regclass, pg_get_constraintdef(k.oid))
FROM pg_constraint AS k JOIN home ON home.oid = k.connamespace
UNION ALL
SELECT 'index ' || pg_get_indexdef(i.indexrelid)
FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid JOIN home ON home.oid = c.relnamespace
UNION ALL
SELECT 'trigger ' || pg_get_triggerdef(t.oid)
FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid JOIN home ON home.oid = c.relnamespace
WHERE NOT t.tgisinternal
UNION ALL
SELECT 'function ' || pg_get_functiondef(p.oid)
FROM pg_proc AS p JOIN home ON home.oid = p.pronamespace
UNION ALL
SELECT format('sequence %s %s %s %s %s owned by %s.%s', c.relname, format_type(s.seqtypid, NULL), s.seqincrement, s.seqmax, s.seqcycle,
              d.refobjid::regclass, d.refobjsubid)
FROM pg_sequence AS s JOIN pg_class AS c ON c.oid = s.seqrelid JOIN home ON home.oid = c.relnamespace
LEFT JOIN pg_depend AS d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i')
ORDER BY 1
