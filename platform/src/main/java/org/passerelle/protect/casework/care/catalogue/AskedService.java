package org.passerelle.protect.casework.care.catalogue;

import java.util.List;
import java.util.Map;

/** Maps needs of the catalogue to services of a referral. */
public final class AskedService {
  private static final Map<String, String> BY_NEED =
      Map.ofEntries(
          Map.entry("housing", "shelter"),
          Map.entry("food_clothing", "material_aid"),
          Map.entry("money", "material_aid"),
          Map.entry("medical", "medical_care"),
          Map.entry("psychological", "psychological_care"),
          Map.entry("safety", "child_protection"),
          Map.entry("legal", "legal_aid"),
          Map.entry("documents", "legal_aid"),
          Map.entry("residence", "legal_aid"),
          Map.entry("interpretation", "interpretation"),
          Map.entry("schooling", "schooling"),
          Map.entry("training", "vocational_training"),
          Map.entry("work", "vocational_training"),
          Map.entry("childcare", "child_protection"),
          Map.entry("guardianship", "guardianship"),
          Map.entry("family", "family_tracing"),
          Map.entry("compensation", "compensation_claim"),
          Map.entry("return", "return_assistance"));

  private AskedService() {}

  /** The code of {@code services} for a need. */
  public static String of(String need) {
    return BY_NEED.getOrDefault(need, "other");
  }

  /** Needs that a referral service covers. */
  public static List<String> needs(String service) {
    return BY_NEED.entrySet().stream()
        .filter(one -> one.getValue().equals(service))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
