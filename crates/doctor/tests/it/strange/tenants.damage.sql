-- Ids that no provider issues, blanks, and a person without any.
UPDATE account_profiles SET auth_id = 'auth0|short' WHERE account_id = 1;                           -- D08 1
UPDATE account_profiles SET auth_id = ' ' || auth_id WHERE account_id = 2;                          -- D09 1
UPDATE account_profiles SET auth_id = NULL WHERE account_id IN (4, 20);                             -- D01 1
UPDATE accounts SET email = NULL WHERE id IN (7, 40);                                               -- D07 1
UPDATE accounts SET password_hash = 'x' WHERE id IN (8, 10, 11);                                    -- D15 3

SET session_replication_role = replica;
INSERT INTO memberships VALUES (1, 5000, 'ghost'), (2, 8, 'other tenant');                          -- D23 2, D72
INSERT INTO folders VALUES (1, 900, 6000, 'of nobody');                                             -- D23 1, D29 1, D72
UPDATE documents SET folder_id = 901 WHERE doc_no = 12;                                             -- D29 1, D72
UPDATE documents SET reviewer_id = 7000 WHERE doc_no IN (16, 24);                                   -- D23 2, D72
INSERT INTO document_labels VALUES (1, 8888, 1);                                                    -- D29 1, D72
RESET session_replication_role;
UPDATE documents SET account_id = (SELECT max(a.id) FROM accounts AS a WHERE a.tenant_id = documents.tenant_id AND a.id <> documents.account_id)
    WHERE doc_no IN (30, 31);                                                                       -- D27 2

ALTER TABLE documents DROP CONSTRAINT documents_tenant_id_account_id_fkey;                          -- D47
UPDATE documents SET account_id = 7001 WHERE doc_no = 50;                                           -- D23 1
DROP INDEX folders_tenant_id_account_id_idx;                                                        -- D54
DROP INDEX one_setting;                                                                             -- D52
INSERT INTO account_settings (account_id, theme) VALUES (3, 'light'), (3, 'blue'), (4, 'light');    -- D25 3
ALTER TABLE friendships DROP CONSTRAINT friendships_followee_id_fkey,
    ADD FOREIGN KEY (followee_id) REFERENCES accounts (id);                                         -- D50
ALTER TABLE friendships ADD CONSTRAINT again FOREIGN KEY (follower_id) REFERENCES accounts (id) ON DELETE CASCADE; -- D51
ALTER TABLE document_labels DROP CONSTRAINT document_labels_label_id_fkey;                          -- D48
ALTER TABLE labels ALTER id DROP IDENTITY;                                                          -- D35
ALTER TABLE account_preferences DROP CONSTRAINT account_preferences_account_id_fkey,
    ADD FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE NOT VALID;              -- D73
ALTER TABLE memberships DISABLE TRIGGER ALL;
