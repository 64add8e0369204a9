package org.passerelle.protect.casework.care.catalogue;

/** Maps places in an HSDS document to fields of the form. */
final class HsdsField {
  private static final String LOCATION = "service_at_locations[0].location.";
  private static final String ADDRESS = LOCATION + "addresses[0].";

  private HsdsField() {}

  static String of(String field) {
    return switch (field) {
      case "max_age" -> "maximum_age";
      case "assured" -> "assured_date";
      case "address" -> ADDRESS + "address_1";
      case "postal" -> ADDRESS + "postal_code";
      case "city" -> ADDRESS + "city";
      case "access" -> LOCATION + "accessibility[0].description";
      case "when" -> "schedules[0].description";
      case "cost" -> "fees_description";
      case "phone" -> "phones[0].number";
      case "apply" -> "application_process";
      case "whom" -> "eligibility_description";
      default -> field;
    };
  }
}
