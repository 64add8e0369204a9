package org.passerelle.protect.casework.cases.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deadline on the page of a case.
 *
 * @param event identifier of the decision from which it runs
 * @param due end of the last day, or null if unknown
 * @param basis legal basis, as text
 * @param rest why the last day is not a working day, or empty
 * @param task kind of task for entering the date from the official document
 */
public record DeadlineLine(
    String event,
    String kind,
    @Nullable Instant due,
    String words,
    String basis,
    String rest,
    String task) {}
