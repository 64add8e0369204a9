package org.passerelle.protect.consent;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a supervisor found of a disclosure for vital interests: three questions and the finding.
 *
 * @param upheld whether more may leave on it
 * @param necessary whether life or safety was at stake, so that consent could not be waited for
 * @param least whether no more was told than was needed
 * @param follows code of what follows
 * @param note what else there is to say, or empty
 */
public record VitalReview(
    boolean upheld, boolean necessary, boolean least, String follows, String note) {
  /** Codes of what may follow, in the order in which they are offered. */
  public static final List<String> FOLLOWS = List.of("nothing", "ask", "tell", "erase");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  String json() {
    return JSON.writeValueAsString(this);
  }

  static VitalReview of(String json) {
    return JSON.readValue(json, VitalReview.class);
  }
}
