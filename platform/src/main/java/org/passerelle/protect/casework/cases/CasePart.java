package org.passerelle.protect.casework.cases;

import java.util.UUID;
import org.passerelle.access.SignedIn;

/**
 * A part of the case contributed by another package, for example its consents or referrals. Each is
 * one bean.
 *
 * @param side side of the case on which it is shown
 * @param order place among the parts, smallest first
 * @param key key of its label in the language files
 * @param path last segment of its URL below the case: {@code consents}
 * @param counted counts its items
 */
public record CasePart(CaseSide side, int order, String key, String path, Counted counted) {

  /** Counts the items that a reader sees. */
  public interface Counted {
    int of(UUID caseId, SignedIn who);
  }
}
