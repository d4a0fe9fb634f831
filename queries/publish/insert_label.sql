-- Say in the file itself which edition it is.
INSERT INTO edition (number, hash, built_on, demo)
VALUES ($number::INTEGER, $hash::VARCHAR, $built_on::DATE, $demo::BOOLEAN)
