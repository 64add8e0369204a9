package org.passerelle.house.accounts;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.OrganisationDraft;
import org.passerelle.language.Wording;

/**
 * The fields of an organisation's form as submitted; missing fields are empty, unknown ones are
 * ignored.
 */
public record OrganisationFields(
    @Nullable String handle,
    @Nullable String nameEn,
    @Nullable String nameFr,
    @Nullable String nameSr,
    @Nullable String type,
    @Nullable String country,
    @Nullable String mandate,
    @Nullable String place,
    @Nullable String dutyPhone,
    @Nullable String casework) {
  static final OrganisationFields EMPTY =
      new OrganisationFields("", "", "", "", "", "", "", "", "", "");

  static OrganisationFields of(Organisation o) {
    Map<String, String> name = o.name().byLanguage();
    return new OrganisationFields(
        o.handle(),
        name.get("en"),
        name.get("fr"),
        name.get("sr"),
        o.type(),
        o.country(),
        o.mandate(),
        o.place(),
        o.dutyPhone(),
        o.casework() ? "yes" : "");
  }

  OrganisationDraft draft() {
    return new OrganisationDraft(
        text(handle),
        new Wording(Map.of("en", text(nameEn), "fr", text(nameFr), "sr", text(nameSr))),
        text(type),
        text(country),
        text(mandate),
        text(place),
        text(dutyPhone),
        follows());
  }

  /** Whether the organisation manages cases. */
  public boolean follows() {
    return "yes".equals(casework);
  }

  /** A field's text, empty if it was not sent. */
  public static String text(@Nullable String field) {
    return Objects.requireNonNullElse(field, "");
  }
}
