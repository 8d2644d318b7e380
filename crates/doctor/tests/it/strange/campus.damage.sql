-- Twins: 10 unlinked and 60 linked share an address, and only 10 has said what it studies; 11 and 61 both have.
UPDATE people SET clerk_id = NULL, mail = lower(mail) WHERE person_no IN (10, 11);                  -- D01 2
UPDATE people SET mail = 'P10@example.org' WHERE person_no = 60;                                    -- D03 1
UPDATE people SET mail = 'p11@example.org' WHERE person_no = 61;                                    -- D04 1
UPDATE profiles SET major = NULL WHERE person_no = 60;
UPDATE comments SET person_no = 60 WHERE id = 10;                                                   -- D26 1
UPDATE comments SET person_no = 49 WHERE id = 48;                                                   -- D27 1
CREATE TABLE matches (
    person_no int REFERENCES people ON DELETE CASCADE, suggested_id int REFERENCES people ON DELETE CASCADE,
    PRIMARY KEY (person_no, suggested_id)
);
CREATE INDEX ON matches (suggested_id);
INSERT INTO matches VALUES (1, 2), (2, 3), (60, 10);                                                -- D28 1
ALTER TABLE people ALTER passwd SET DEFAULT '';
UPDATE people SET passwd = '';
UPDATE people SET passwd = 'hash' WHERE person_no = 5;                                              -- D15 1
ALTER TABLE people ALTER passwd SET NOT NULL;                                                       -- D16 99

-- Texts that should name people: a number, ids of the provider known and not, a UUID, nothing, and nobody.
CREATE TABLE progress (id serial PRIMARY KEY, user_id text, score int);
CREATE INDEX ON progress (user_id);
INSERT INTO progress (user_id) VALUES
    ('3'), ('4'), ('5'),                                                                            -- D30 3
    (clerk(6)), (clerk(7)),                                                                         -- D31 2
    (clerk(7777)),                                                                                  -- D32 1
    ('5f3c1c9a-2b1d-5e6f-8a9b-0c1d2e3f4a5b'),                                                       -- D33 1
    ('None'), (''), ('null'), ('undefined'),                                                        -- D34 4
    ('999'), ('ada'), ('0'),                                                                        -- D23 3
    (NULL);                                                                                         -- D24 1, D47
CREATE TABLE webhook_calls (id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY, who text);
INSERT INTO webhook_calls (who) SELECT clerk(n) FROM generate_series(1, 20) AS n;                   -- D31 17, D32 3, D47, D54

-- Keys that are none.
CREATE TABLE scores (id int, person_no int REFERENCES people ON DELETE CASCADE, points int);        -- D39, D35
CREATE INDEX ON scores (person_no);
INSERT INTO scores VALUES (1, 1, 1), (1, 2, 1), (1, 3, 1), (2, 4, 1), (NULL, 5, 1), (NULL, 6, 1);   -- D41 2, D40 2
INSERT INTO invoices VALUES (500, 1);                                                               -- D36
INSERT INTO refunds VALUES (-900, 1);                                                               -- D36
CREATE SEQUENCE comments_topic_id_seq;                                                              -- D36, D37
DROP FUNCTION draw_ticket();                                                                        -- D38
ALTER TABLE events ALTER id TYPE bigint;
SET session_replication_role = replica;
INSERT INTO exam_events (person_no) VALUES (800), (801);                                            -- D23 2, D72
INSERT INTO events (person_no) VALUES (802);                                                        -- D23 1, D72
UPDATE people SET manager_id = 803 WHERE person_no = 70;                                            -- D23 1, D72
UPDATE comments SET parent_id = 9999 WHERE id = 6;                                                  -- D29 1, D72
RESET session_replication_role;
-- Both what topics refer to and what refers to topics.
ALTER TABLE topics DISABLE TRIGGER ALL;                                                             -- D72 2
ALTER TABLE books DROP CONSTRAINT books_isbn_no_check, ADD CONSTRAINT positive CHECK (isbn_no > 0) NOT VALID; -- D73
CREATE INDEX slow_majors ON profiles (facts);                                                       -- D55
CREATE INDEX slow_vectors ON profiles (embedding);                                                  -- D55
CREATE INDEX twice ON profiles (person_no);                                                         -- D53
UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'topics_person_no_idx'::regclass;         -- D74, D54
DROP INDEX one_account;                                                                             -- D52
UPDATE people SET clerk_id = clerk(12) WHERE person_no = 13;                                        -- D10 2
ALTER TABLE comments DROP CONSTRAINT comments_updated_by_fkey;                                      -- D47
ALTER TABLE comments ADD FOREIGN KEY (updated_by) REFERENCES people ON DELETE RESTRICT;             -- D50 instead
UPDATE notes SET reviewed_by = 4 WHERE person_no = 4;
ALTER TABLE notes DROP CONSTRAINT notes_reviewed_by_fkey;                                           -- D47
ALTER TABLE profiles ADD CONSTRAINT again FOREIGN KEY (person_no) REFERENCES people;                -- D50, D51
