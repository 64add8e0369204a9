package org.passerelle.understand.statement;

import java.util.UUID;
import java.util.function.UnaryOperator;
import org.passerelle.understand.network.TieState;

/**
 * Two actors and what ties them, as somebody said it.
 *
 * @param directed whether it leads from the one to the other
 */
public record Between(UUID one, UUID other, String kind, boolean directed) {

  /**
   * Whether a tie of the network says the same.
   *
   * @param roots for every actor the one that stands for it
   */
  boolean is(TieState tie, UnaryOperator<UUID> roots) {
    UUID source = roots.apply(tie.source());
    UUID target = roots.apply(tie.target());
    boolean along = source.equals(roots.apply(one)) && target.equals(roots.apply(other));
    boolean back = source.equals(roots.apply(other)) && target.equals(roots.apply(one));
    return tie.kind().equals(kind) && (along || (back && !(tie.directed() && directed)));
  }
}
