package org.passerelle.protect.cases;

import java.util.UUID;
import org.passerelle.access.SignedIn;

/**
 * A part of the case that another package of the room adds: its consents, its referrals. Each is
 * one bean.
 *
 * @param side of the case on which it stands
 * @param order place among the parts, smallest first
 * @param key of its word in the language files
 * @param path last part of its address below the case's: {@code consents}
 * @param counted how many there are
 */
public record CasePart(CaseSide side, int order, String key, String path, Counted counted) {

  /** Counts what a reader sees of a part. */
  public interface Counted {
    int of(UUID caseId, SignedIn who);
  }
}
