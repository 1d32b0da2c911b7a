-- The code that a standard was assigned is said by the act that assigned it, and never typed in the
-- text that was approved: by these acts a standard is found by its code.

CREATE INDEX act_that_codes ON act (chain, number)
WHERE act = 'CODED';
