UPDATE users SET uid = 'auth0|' || repeat('z', 24) WHERE id = 5;                                    -- D08 1
UPDATE users SET uid = 'user_1' WHERE id = 8;                                                       -- D08 1
UPDATE users SET uid = NULL, provider = NULL WHERE id IN (6, 7, 9);                                 -- D01 3
UPDATE users SET "E-Mail" = NULL WHERE id = 10;                                                     -- D07 1
UPDATE users SET "E-Mail" = 'U12@example.com ' WHERE id = 12;                                       -- D06 1
ALTER TABLE users ALTER active DROP NOT NULL;
UPDATE users SET active = NULL WHERE id = 13;                                                       -- D17 1
SET session_replication_role = replica;
INSERT INTO offers (region, seller_id) VALUES ('north', 0), ('far away', -7);                       -- D23 2, D72
INSERT INTO sales (buyer_id, seller_id) VALUES (70000, 1), (1, 70000), (70001, 70001);              -- D23 2 and 2, D72 twice
UPDATE sales SET offer_id = 5555 WHERE sale_id = 3;                                                 -- D29 1, D72
INSERT INTO "a name that takes up all the sixty-three bytes there are, no 64" ("User ID") VALUES (2147483647); -- D23 1, D72
INSERT INTO "😀" ("🙂") VALUES (70002);                                                             -- D23 1, D72
UPDATE users SET created_by = 70003 WHERE id = 20;                                                  -- D23 1, D72
RESET session_replication_role;
ALTER TABLE seats DROP CONSTRAINT seats_user_id_fkey;                                               -- D47
INSERT INTO seats VALUES (70004, 'ghost');                                                          -- D23 1
ALTER TABLE saved DROP CONSTRAINT saved_user_id_fkey;                                               -- D47
ALTER TABLE saved DROP CONSTRAINT saved_pkey;                                                       -- D39, D54
ALTER TABLE "crm 🙂".calls DROP CONSTRAINT calls_user_id_fkey;                                      -- D48
INSERT INTO "crm 🙂".calls (user_id) VALUES (50), (51);                                             -- D29 2
ALTER TABLE users ALTER id RESTART 10;                                                              -- D36
CREATE INDEX "😀2" ON "😀" USING btree ("🙂");                                                      -- D53
INSERT INTO "😀" ("🙂") VALUES (NULL);                                                              -- D24 1
