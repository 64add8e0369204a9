package org.passerelle.prosecute.exhibit;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Members of other organisations who read an exhibit and can take it. */
public interface OtherHolders {
  /** Those of an exhibit, by organisation. */
  Map<UUID, Set<UUID>> of(UUID exhibit);
}
