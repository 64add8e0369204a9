package org.passerelle.house;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Today;

/**
 * What others changed since the reader's last visit to their first page.
 *
 * @param since end of that visit, or null if there was none
 * @param all newest first
 */
public record Changed(@Nullable Instant since, List<Today.Item> all) {
  static final Changed NOTHING = new Changed(null, List.of());

  /** How many are listed at once; the others open below them. */
  private static final int SHOWN = 10;

  public Changed {
    all = List.copyOf(all);
  }

  /** The newest ones. */
  public List<Today.Item> newest() {
    return all.subList(0, Math.min(SHOWN, all.size()));
  }

  /** All others. */
  public List<Today.Item> earlier() {
    return all.subList(newest().size(), all.size());
  }
}
