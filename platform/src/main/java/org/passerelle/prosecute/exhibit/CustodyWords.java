package org.passerelle.prosecute.exhibit;

import java.util.Map;
import org.passerelle.prosecute.investigation.Worded;

/**
 * What somebody writes when they sign an event of custody.
 *
 * @param place where it happened
 * @param reason why; may be empty
 */
public record CustodyWords(String place, String reason) implements Worded {
  @Override
  public Map<String, String> texts() {
    return Map.of("place", place, "reason", reason);
  }
}
