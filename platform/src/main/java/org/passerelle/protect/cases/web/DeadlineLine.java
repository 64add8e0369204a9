package org.passerelle.protect.cases.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deadline on the page of a case.
 *
 * @param event identifier of the decision from which it runs
 * @param due the end of the last day, or null if it is not known
 * @param basis what it rests on, in words
 * @param rest why the last day is no working day, or empty
 * @param task kind of the task with which the date from the paper is entered
 */
public record DeadlineLine(
    String event,
    String kind,
    @Nullable Instant due,
    String words,
    String basis,
    String rest,
    String task) {}
