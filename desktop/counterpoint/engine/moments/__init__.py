"""Times: dates, clock times and parts of the day."""
