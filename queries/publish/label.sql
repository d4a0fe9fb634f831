-- Which edition a file says it is.
SELECT number, hash, built_on, demo
FROM edition
