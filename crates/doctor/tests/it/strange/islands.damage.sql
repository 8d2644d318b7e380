SET session_replication_role = replica;
INSERT INTO letters (id, island, user_id) VALUES (gen_random_uuid(), 1, 45);   -- D23 1, D72: 45 lives on another island
RESET session_replication_role;
ALTER TABLE pets DROP CONSTRAINT pets_island_user_id_fkey;                     -- D47, D24 60: nothing says any more that pets may be strays
INSERT INTO pets (island, user_id) VALUES (1, 44), (9, 1);                     -- D23 2
UPDATE users SET sub = NULL WHERE id = 7;                                      -- D01 3
ALTER TABLE users DROP CONSTRAINT users_island_sub_key;                        -- D52
DROP INDEX profiles_island_user_id_idx;                                        -- D54
UPDATE users SET email = NULL WHERE id = 8 OR id = 99;                         -- D07 3
