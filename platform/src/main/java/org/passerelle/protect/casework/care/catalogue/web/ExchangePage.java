package org.passerelle.protect.casework.care.catalogue.web;

import java.util.List;

/**
 * View of import and export.
 *
 * @param faults faults of the uploaded file, as sentences
 * @param more number of further faults
 */
public record ExchangePage(List<String> faults, int more) {
  public ExchangePage {
    faults = List.copyOf(faults);
  }
}
