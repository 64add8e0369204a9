package org.passerelle.accounts;

import org.passerelle.language.Wording;

/**
 * An organisation as it is entered or changed.
 *
 * @param handle lower-case letters, digits and hyphens, 2 to 40; fixed once the organisation exists
 * @param name in en, fr and sr
 * @param type one of {@link OrganisationTypes#ALL}
 * @param country ISO 3166-1 alpha-2 or {@code XK}
 * @param mandate may be empty
 * @param place may be empty
 * @param dutyPhone may be empty
 * @param casework whether it follows persons
 */
public record OrganisationDraft(
    String handle,
    Wording name,
    String type,
    String country,
    String mandate,
    String place,
    String dutyPhone,
    boolean casework) {}
