package io.lakewright.core.model;

import java.time.LocalDate;

/** First and last day of a date dimension, both inclusive. */
public record Calendar(LocalDate start, LocalDate end) {
    public Calendar {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("a calendar does not end before it starts");
        }
    }
}
