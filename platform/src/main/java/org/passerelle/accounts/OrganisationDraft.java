package org.passerelle.accounts;

import org.passerelle.language.Wording;

/**
 * Input for creating or changing an organisation.
 *
 * @param handle 2 to 40 lower-case letters, digits and hyphens; cannot be changed later
 * @param name in en, fr and sr
 * @param type one of {@link OrganisationTypes#ALL}
 * @param country ISO 3166-1 alpha-2 or {@code XK}
 * @param mandate may be empty
 * @param place may be empty
 * @param dutyPhone may be empty
 * @param casework whether it manages cases
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
