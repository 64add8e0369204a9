package org.passerelle.protect.phone.web;

import java.util.List;
import java.util.UUID;
import org.passerelle.access.User;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;

/**
 * Records that wait for a supervisor.
 *
 * @param colleagues to whom one can be handed
 * @param self the reader, who is proposed
 * @param reasons why one is discarded
 */
public record KeptPage(
    List<PhonesPage.KeptLine> lines,
    List<User> colleagues,
    UUID self,
    List<Option> reasons,
    Filled form) {
  public KeptPage {
    lines = List.copyOf(lines);
    colleagues = List.copyOf(colleagues);
    reasons = List.copyOf(reasons);
  }
}
