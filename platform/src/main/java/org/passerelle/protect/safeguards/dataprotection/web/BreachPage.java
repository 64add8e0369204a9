package org.passerelle.protect.safeguards.dataprotection.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.safeguards.dataprotection.Breach;

/**
 * View of a breach.
 *
 * @param breach null for a new one
 * @param version version on which the form is based
 */
public record BreachPage(
    @Nullable Breach breach,
    int version,
    List<Option> risks,
    List<Option> authority,
    List<Option> persons,
    Filled form) {
  public BreachPage {
    risks = List.copyOf(risks);
    authority = List.copyOf(authority);
    persons = List.copyOf(persons);
  }

  /** URL to which the form is sent. */
  public String at() {
    return DeskController.HERE + "/breaches" + (breach == null ? "" : "/" + breach.id());
  }
}
