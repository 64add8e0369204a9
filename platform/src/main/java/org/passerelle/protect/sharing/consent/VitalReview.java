package org.passerelle.protect.sharing.consent;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * A supervisor's review of a disclosure for vital interests: three questions and the finding.
 *
 * @param upheld whether more may be disclosed on it
 * @param necessary whether life or safety was at stake, so that consent could not be awaited
 * @param least whether no more was disclosed than necessary
 * @param follows code of the consequence
 * @param note further remarks, or empty
 */
public record VitalReview(
    boolean upheld, boolean necessary, boolean least, String follows, String note) {
  /** Codes of the consequences, in the order of the form. */
  public static final List<String> FOLLOWS = List.of("nothing", "ask", "tell", "erase");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  String json() {
    return JSON.writeValueAsString(this);
  }

  static VitalReview of(String json) {
    return JSON.readValue(json, VitalReview.class);
  }
}
