DELETE FROM hr.employee_details WHERE employee_id IN (3, 4, 5);                                     -- D20 3
UPDATE hr.oauth_accounts SET subject = 'user_1' WHERE employee_id = 2 AND provider_id = 2;          -- D08 1
DELETE FROM hr.oauth_accounts WHERE employee_id IN (30, 31);                                        -- D01 2
SET session_replication_role = replica;
UPDATE hr.employees SET supervisor_id = 0 WHERE employee_id = 9;                                    -- D23 1, D72
UPDATE shop.first_quarter_gifts SET order_no = 7777 WHERE id = 2;                                   -- D29 1, D72
UPDATE shop.first_quarter_gifts SET packed_by = 7777 WHERE id IN (3, 4);                            -- D23 2, D72
RESET session_replication_role;
ALTER TABLE hr.leave_requests DROP CONSTRAINT leave_requests_approver_id_fkey;                      -- D47
ALTER TABLE hr.oauth_accounts DROP CONSTRAINT oauth_accounts_employee_id_fkey;                      -- D47
INSERT INTO hr.oauth_accounts (employee_id, provider_id, subject) VALUES (500, 1, gen_random_uuid()::text); -- D23 1
DROP INDEX hr.employees_supervisor_id_idx;                                                          -- D54
-- A copy of the people, as somebody made it by hand one night.
CREATE TABLE archive.employees AS SELECT * FROM hr.employees;                                       -- D39, D35; supervisor_id: D23 1, D47, D54
