package org.passerelle.prosecute.investigation;

import java.util.UUID;

/**
 * A part of an investigation that another package contributes, as one bean.
 *
 * @param order place among the parts, smallest first
 * @param key key of its label in the language files
 * @param path last segment of its address
 * @param counted counts its items; the reader was checked
 */
public record InvestigationPart(int order, String key, String path, Counted counted) {

  /** Counts items. */
  public interface Counted {
    int of(UUID investigation);
  }
}
