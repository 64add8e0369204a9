package org.passerelle.protect.casework.screening.web;

import java.util.List;

/** Telephone numbers of a country. */
public record CallCountry(String code, String name, List<Call> calls) {
  public CallCountry {
    calls = List.copyOf(calls);
  }
}
