-- The whole catalogue as one JSON document, of the shape that PostgreSQL's has.
SELECT json_object(
  'schema', 'main',
  'role', '',
  'names', (SELECT json_group_array(name) FROM sqlite_schema),
  'functions', json_array(),
  'relations', (
    SELECT json_group_object(t.name, json_object(
      'kind', CASE t.type WHEN 'table' THEN 'r' ELSE 'v' END,
      'owner', '',
      'columns', json((
        SELECT json_group_array(json_object(
          'name', c.name,
          'type', c.type,
          'required', json(CASE WHEN c."notnull" THEN 'true' ELSE 'false' END),
          'filled', json(CASE WHEN c.dflt_value IS NULL THEN 'false' ELSE 'true' END),
          'sequence', NULL))
        FROM pragma_table_info(t.name) AS c)),
      'indexes', json((
        SELECT json_group_array(json_object(
          'unique', json(CASE WHEN i."unique" THEN 'true' ELSE 'false' END),
          'usable', json(CASE WHEN i.partial THEN 'false' ELSE 'true' END),
          'columns', json((SELECT json_group_array(k.name) FROM pragma_index_info(i.name) AS k))))
        FROM pragma_index_list(t.name) AS i)),
      'triggers', json((
        SELECT json_group_array(g.name) FROM sqlite_schema AS g WHERE g.type = 'trigger' AND g.tbl_name = t.name)),
      'primary_key', json((
        SELECT json_group_array(c.name) FROM (SELECT name FROM pragma_table_info(t.name) WHERE pk > 0 ORDER BY pk) AS c)),
      'step', NULL,
      'owned_by', NULL))
    FROM sqlite_schema AS t
    WHERE t.type IN ('table', 'view') AND t.name NOT LIKE 'sqlite\_%' ESCAPE '\')
)
