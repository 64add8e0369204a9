package org.passerelle.protect.dataprotection.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.dataprotection.Breach;

/**
 * A breach and what is entered of it.
 *
 * @param breach null while it is new
 * @param version that the form counts from
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

  /** Where the form is sent. */
  public String at() {
    return DeskController.HERE + "/breaches" + (breach == null ? "" : "/" + breach.id());
  }
}
