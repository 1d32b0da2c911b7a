-- With which key the questions of the form were drawn from the bank, and how many of each item: nothing
-- where none was drawn; of «each», nothing where it goes by the level of what is asked.
ALTER TABLE iec ADD COLUMN draw_key  TEXT    CHECK (draw_key <> '');
ALTER TABLE iec ADD COLUMN draw_each INTEGER CHECK (draw_each BETWEEN 1 AND 4294967295);
