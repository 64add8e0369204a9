package org.passerelle.prosecute.request;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request abroad that waits for an answer, without anything that somebody wrote.
 *
 * @param number number of the investigation
 * @param called what the request is called there, such as {@code R-1}
 * @param awaited the deadline that runs; null if none was asked for
 */
public record Unanswered(
    UUID investigation,
    String number,
    UUID request,
    String called,
    String kind,
    String country,
    LocalDate sentOn,
    AssistanceRequest.@Nullable Awaited awaited) {

  static Unanswered of(RequestRows.Of of, String number) {
    AssistanceRequest request = of.request();
    return new Unanswered(
        of.investigation(),
        number,
        request.id(),
        request.called(),
        request.kind(),
        request.country(),
        request.sentOn().orElseThrow(),
        request.awaited().orElse(null));
  }
}
