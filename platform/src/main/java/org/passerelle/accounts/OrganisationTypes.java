package org.passerelle.accounts;

import java.util.List;

/**
 * Types of bodies that take part in identification, protection, prosecution and steering; their
 * labels are in the language files under {@code access.type.CODE}.
 */
public final class OrganisationTypes {
  /** In the order in which forms offer them. */
  public static final List<String> ALL =
      List.of(
          "ngo",
          "shelter",
          "child_protection",
          "social_work_centre",
          "health",
          "border_police",
          "police",
          "labour_inspectorate",
          "prosecutor",
          "court",
          "asylum_authority",
          "national_coordinator",
          "ministry",
          "government",
          "authority",
          "embassy",
          "mission",
          "international",
          "international_body",
          "international_process",
          "regional_structure",
          "network",
          "governance_body",
          "fund",
          "training_institution",
          "operator",
          "private_sector",
          "other");

  private OrganisationTypes() {}
}
