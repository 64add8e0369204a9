package org.passerelle.house.accounts;

import java.util.List;

/** The form of an organisation: its values and its options. */
public record OrganisationForm(
    OrganisationFields fields, List<Choice> types, List<Choice> countries) {
  public OrganisationForm {
    types = List.copyOf(types);
    countries = List.copyOf(countries);
  }
}
