package org.passerelle.protect.sharing.consent.told;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person is asked to agree to, as far as it has been filled in.
 *
 * @param by name of the organisation that asks
 * @param recipient name of the recipient, or empty
 * @param purpose code of {@code consent_purposes}, or empty
 * @param categories codes of {@code data_categories}
 * @param until last day, or null
 */
public record Asked(
    String by,
    String recipient,
    String purpose,
    Set<String> categories,
    @Nullable LocalDate until,
    boolean onward) {
  public Asked {
    categories = Set.copyOf(categories);
  }
}
