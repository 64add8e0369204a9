package org.passerelle.protect.casework.phone.web;

import java.util.List;
import java.util.UUID;
import org.passerelle.access.User;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;

/**
 * View of records that wait for a supervisor.
 *
 * @param colleagues colleagues to whom one can be assigned
 * @param self the reader, who is preselected
 * @param reasons reasons for discarding
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
