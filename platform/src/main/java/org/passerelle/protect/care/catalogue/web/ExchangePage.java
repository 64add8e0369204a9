package org.passerelle.protect.care.catalogue.web;

import java.util.List;

/**
 * Files in and out.
 *
 * @param faults of the file that was sent, as sentences
 * @param more how many there are beyond those
 */
public record ExchangePage(List<String> faults, int more) {
  public ExchangePage {
    faults = List.copyOf(faults);
  }
}
