SET search_path = "Club House";
-- People.
UPDATE "App Members" SET "isActive" = NULL WHERE "memberNo" IN (7, 8, 57);                          -- D17 3
DELETE FROM "Member Profiles" WHERE "memberNo" IN (21, 22);                                         -- D20 2
DELETE FROM "Member Logins" WHERE "memberNo" IN (1, 2, 56);                                         -- D01 2
UPDATE "App Members" SET "Login.Mail" = ' M30@example.com' WHERE "memberNo" = 30;                   -- D06 1
UPDATE "App Members" SET "Login.Mail" = 'M31@example.com' WHERE "memberNo" = 32;                    -- D05 with 31: see below
DELETE FROM "Member Logins" WHERE "memberNo" IN (31, 32);                                           -- D01 +2, D05 2
UPDATE "Member Logins" SET uid = 'test_1' WHERE "memberNo" = 40 AND provider = 'clerk';             -- D08 1
UPDATE "Member Logins" SET uid = 'abc' WHERE "memberNo" = 50 AND provider = 'google';               -- D08 +1
UPDATE "Member Logins" SET uid = uid || ' ' WHERE "memberNo" = 41;                                  -- D09 1
ALTER TABLE "Member Logins" DROP CONSTRAINT "Member Logins_provider_uid_key";                       -- D52
UPDATE "Member Logins" SET uid = public.clerk(43) WHERE "memberNo" = 42 AND provider = 'clerk';     -- D10 2

-- Polymorphic owners: two notes of nobody, one without an owner, and a boat that sank.
INSERT INTO "Sticky Notes" ("ownerType", "ownerId") VALUES ('member', 900), ('Club\Models\AppMember', 0),
    ('member', NULL), ('Boat', 77);                                                                 -- D23 2, D24 1, D29 1

-- Partitions: orphans in the default one and in a nested one, behind keys that say they are valid.
SET session_replication_role = replica;
INSERT INTO "log.book"."Trip 🚣" ("startedAt", "memberNo") VALUES ('2031-01-01', 901), ('2025-05-05', -1), ('2025-05-06', 902);
UPDATE "log.book"."Trip 🚣" SET "steeredBy" = 903 WHERE "tripNo" IN (3, 6);
RESET session_replication_role;                                                                     -- D23 3 and 2, D72 twice
DROP INDEX "log.book"."by.member";                                                                  -- D54
CREATE INDEX "helm again" ON "log.book"."Trip 🚣" ("boatId");
CREATE INDEX "helm once more" ON "log.book"."Trip 🚣" ("boatId");                                   -- D53 1

-- Keys: the users' own sequence falls back, and one that nothing draws from.
SELECT setval('"Member ""No"" Source"', 12);                                                        -- D36
ALTER SEQUENCE "Member ""No"" Source" OWNED BY NONE;                                                -- D37
CREATE SEQUENCE "log.book"."left over";                                                             -- D38
ALTER TABLE "Boats" ALTER id DROP IDENTITY;                                                         -- D35
ALTER TABLE "Receipts" DROP CONSTRAINT "Receipts_memberNo_fkey";                                    -- D47
UPDATE "Receipts" SET "memberNo" = 904 WHERE "receiptNo" IN (3, 6, 9, 12);                          -- D23 4
