package org.passerelle.work;

import java.time.Duration;

/**
 * A request for work.
 *
 * @param kind prefix of its text keys: {@code htcds.check} has {@code htcds.check.title} and, for
 *     each resulting figure, {@code htcds.check.figure.NAME} with the number as argument
 * @param back path of the page it was started from
 * @param kept how long its files are kept after the start
 */
public record Order(String kind, String back, Duration kept) {
  /** Kept for a day. */
  public static Order forADay(String kind, String back) {
    return new Order(kind, back, Duration.ofDays(1));
  }

  public Order {
    if (!kind.matches("[a-z-]+\\.[a-z-]+") || !back.matches("/[A-Za-z0-9/_-]*")) {
      throw new IllegalArgumentException(
          "Kind \"%s\" or path \"%s\".%nMaybe kind is not FEATURE.WORK.".formatted(kind, back));
    }
  }
}
