package org.passerelle.protect.casework.care.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A service in the catalogue. Immutable. Further data from an imported file stay in its document.
 *
 * @param needs codes of {@code care_needs} that it covers; empty if not classified yet
 * @param status {@code active}, {@code inactive}, {@code defunct} or {@code temporarily closed}
 * @param minAge minimum age in years, or null
 * @param maxAge maximum age in years, or null
 * @param languages codes of {@code languages}
 * @param assured when the entry was last confirmed as correct, or null
 */
public record CareService(
    String name,
    String description,
    List<String> needs,
    String status,
    @Nullable Integer minAge,
    @Nullable Integer maxAge,
    List<String> languages,
    Where where,
    When when,
    Cost cost,
    Contact contact,
    @Nullable LocalDate assured) {
  public CareService {
    needs = List.copyOf(needs);
    languages = List.copyOf(languages);
  }

  /** All free texts by field of the form. */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("name", name);
    texts.put("description", description);
    texts.put("address", where.address);
    texts.put("postal", where.postal);
    texts.put("city", where.city);
    texts.put("access", where.access);
    texts.put("when", when.words);
    texts.put("cost", cost.words);
    texts.put("phone", contact.phone);
    texts.put("email", contact.email);
    texts.put("url", contact.url);
    texts.put("apply", contact.apply);
    texts.put("whom", contact.whom);
    return texts;
  }

  /**
   * Location of a service.
   *
   * @param address street and number; empty for services by telephone or online, and for housing
   * @param country ISO 3166-1 alpha-2, or empty
   * @param access accessibility for wheelchair users and for people who are deaf or blind; or empty
   */
  public record Where(String address, String postal, String city, String country, String access) {}

  /**
   * Opening times.
   *
   * @param days days as {@code MO} to {@code SU}
   * @param opens time such as 09:00, or empty
   * @param words further remarks, or empty
   */
  public record When(List<String> days, String opens, String closes, String words) {
    public When {
      days = List.copyOf(days);
    }
  }

  /**
   * Cost of a service.
   *
   * @param amount 0 if free of charge, null if unknown
   * @param currency code of {@code currencies}, or empty
   */
  public record Cost(@Nullable BigDecimal amount, String currency, String words) {}

  /**
   * Contact data.
   *
   * @param apply how to apply, for example by telephone or with a doctor's letter
   * @param whom target group, as text
   */
  public record Contact(String phone, String email, String url, String apply, String whom) {}

  public record Entry(
      UUID id, UUID owner, String provider, int version, CareService service, boolean stale) {

    /** Whether it can be used now. */
    public boolean open() {
      return service.status().equals("active");
    }
  }

  public record Line(
      UUID id,
      UUID owner,
      String provider,
      String name,
      String status,
      String city,
      @Nullable String country,
      @Nullable Integer minAge,
      @Nullable Integer maxAge,
      @Nullable LocalDate assured,
      boolean stale,
      List<String> needs,
      List<String> languages) {
    public Line {
      needs = List.copyOf(needs);
      languages = List.copyOf(languages);
    }

    Line with(List<String> itsNeeds, List<String> itsLanguages) {
      return new Line(
          id,
          owner,
          provider,
          name,
          status,
          city,
          country,
          minAge,
          maxAge,
          assured,
          stale,
          itsNeeds,
          itsLanguages);
    }
  }

  /**
   * Search criteria; empty or null matches anything.
   *
   * @param words words in name, provider, description and town, in any script
   */
  public record Search(
      String need, @Nullable Integer age, String language, String country, String words) {
    public static final Search ALL = new Search("", null, "", "", "");
  }
}
